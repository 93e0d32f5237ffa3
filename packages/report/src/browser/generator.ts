import { type FetchLike, PoiseError } from '@poise/core';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import { checkedSettings, type ReportSettings, reportText } from '../generator-settings.js';
import { renderReportSvg } from '../picture/report-svg.js';
import { PictureRenderer, type ReportAssets } from './picture-renderer.js';

/** Options of {@link InterviewReportGenerator} in a browser. */
export interface BrowserReportGeneratorOptions extends ReportSettings {
  /** Where the page serves the files that pictures are drawn with. */
  readonly assets: ReportAssets;
  /** How files are fetched; by the page's own `fetch` when not given. */
  readonly fetch?: FetchLike;
}

/**
 * Makes what the person reads about one session, for a page to show or to let them download. The
 * pixels and the letters are those that Node writes.
 *
 * @example
 * import wasm from '@resvg/resvg-wasm/index_bg.wasm?url';
 * import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
 * import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
 * import bold from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
 *
 * const assets = { resvgWasm: wasm, fonts: [regular, semiBold, bold] };
 * const generator = new InterviewReportGenerator({ assets });
 * const picture = await generator.generateVisualReport(summary); // a Blob
 */
export class InterviewReportGenerator {
  readonly #settings: Required<ReportSettings>;
  readonly #renderer: PictureRenderer;

  /**
   * @param options - see {@link BrowserReportGeneratorOptions}. Nothing is fetched yet.
   * @throws PoiseError OPTION_INVALID when `scale` is not a number of 1–4 or no font is given.
   */
  constructor(options: BrowserReportGeneratorOptions) {
    const { assets, fetch: fetchFile = fetch } = options;
    if (!(assets?.fonts?.length > 0)) {
      throw new PoiseError('OPTION_INVALID', 'options.assets must name the wasm and the fonts');
    }
    this.#settings = checkedSettings(options);
    this.#renderer = new PictureRenderer(assets, fetchFile);
  }

  /**
   * Draws the report.
   *
   * @param summary - the session's summary, as `getSessionSummary()` or a saved file gives it.
   * @returns an image/png, 1080 × `scale` pixels wide.
   * @throws PoiseError SUMMARY_INVALID, ASSET_UNREACHABLE, ASSET_IS_HTML.
   */
  async generateVisualReport(summary: SessionSummary): Promise<Blob> {
    const svg = renderReportSvg(parseSessionSummary(summary), this.#settings);
    const png = await this.#renderer.draw(svg, this.#settings.scale);
    return new Blob([png], { type: 'image/png' });
  }

  /**
   * Writes the report as text.
   *
   * @param summary - the session's summary, as `getSessionSummary()` or a saved file gives it.
   * @param history - the same person's other sessions; those of the constructor when not given.
   * @returns a text/plain in UTF-8.
   * @throws PoiseError SUMMARY_INVALID.
   */
  async generateTextReport(
    summary: SessionSummary,
    history: readonly SessionSummary[] = this.#settings.history,
  ): Promise<Blob> {
    const text = reportText(summary, history, this.#settings.words);
    return new Blob([text], { type: 'text/plain;charset=utf-8' });
  }
}
