import { PoiseError } from '@poise/core';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import { reportFileNames } from './file-names.js';
import { renderReportSvg } from './picture/report-svg.js';
import { renderTextReport } from './text-report/text-report.js';
import { LIGHT_THEME, type ReportTheme } from './theme.js';

/** Options of {@link InterviewReportGenerator}. */
export interface ReportGeneratorOptions {
  /** The colours; light when not given. */
  readonly theme?: ReportTheme;
  /** Pixels of the PNG per unit of the picture, 1–4; 1 when not given (1080 pixels wide). */
  readonly scale?: number;
  /** The same person's other sessions, for the text report's comparison; none when not given. */
  readonly history?: readonly SessionSummary[];
}

/** Beyond this a picture is larger than any screen and paper needs, and than memory likes. */
const LARGEST_SCALE = 4;

/** Where reports are written when no folder is given. */
const DEFAULT_FOLDER = 'outputs/';

/**
 * Writes what the person reads about one session.
 *
 * @example
 * const generator = new InterviewReportGenerator();
 * const picture = await generator.generateVisualReport(analyzer.getSessionSummary());
 * // outputs/interview_report_20251128_001234.png
 */
export class InterviewReportGenerator {
  readonly #theme: ReportTheme;
  readonly #scale: number;
  readonly #history: readonly SessionSummary[];

  /**
   * @param options - see {@link ReportGeneratorOptions}.
   * @throws PoiseError OPTION_INVALID when `scale` is not a number of 1–4.
   */
  constructor(options: ReportGeneratorOptions = {}) {
    const { theme = LIGHT_THEME, scale = 1, history = [] } = options;
    if (!(typeof scale === 'number' && scale >= 1 && scale <= LARGEST_SCALE)) {
      throw new PoiseError('OPTION_INVALID', `options.scale must be 1–${LARGEST_SCALE}`);
    }
    this.#theme = theme;
    this.#scale = scale;
    this.#history = history;
  }

  /**
   * Draws the report and writes `interview_report_<session_id>.png`, whole or not at all.
   *
   * @param summary - the session's summary, as `getSessionSummary()` or a saved file gives it.
   * @param savePath - the folder; made when it is missing.
   * @returns the path of the file.
   * @throws PoiseError SUMMARY_INVALID, OUTPUT_UNWRITABLE.
   */
  async generateVisualReport(summary: SessionSummary, savePath = DEFAULT_FOLDER): Promise<string> {
    const valid = parseSessionSummary(summary);
    const { rasterize } = await import('./node/rasterize.js');
    const png = rasterize(renderReportSvg(valid, { theme: this.#theme }), this.#scale);
    return save(savePath, reportFileNames(valid.session_id).picture, png);
  }

  /**
   * Writes the report as text to `interview_report_<session_id>.txt`, whole or not at all.
   *
   * @param summary - the session's summary, as `getSessionSummary()` or a saved file gives it.
   * @param savePath - the folder; made when it is missing.
   * @param history - the same person's other sessions; those of the constructor when not given.
   * @returns the path of the file.
   * @throws PoiseError SUMMARY_INVALID, OUTPUT_UNWRITABLE.
   */
  async generateTextReport(
    summary: SessionSummary,
    savePath = DEFAULT_FOLDER,
    history: readonly SessionSummary[] = this.#history,
  ): Promise<string> {
    const valid = parseSessionSummary(summary);
    const past = history.map((session) => parseSessionSummary(session));
    const text = renderTextReport(valid, { history: past });
    return save(savePath, reportFileNames(valid.session_id).text, text);
  }
}

async function save(folder: string, name: string, data: string | Uint8Array): Promise<string> {
  const [{ writeFileAtomically }, { join }] = await Promise.all([
    import('@poise/core/node'),
    import('node:path'),
  ]);
  const path = join(folder, name);
  await writeFileAtomically(path, data);
  return path;
}
