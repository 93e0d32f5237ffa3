import { saveFile } from '@poise/core/node';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import { reportFileNames } from './file-names.js';
import { checkedSettings, type ReportSettings, reportText } from './generator-settings.js';
import { renderReportSvg } from './picture/report-svg.js';

/** Options of {@link InterviewReportGenerator}. */
export type ReportGeneratorOptions = ReportSettings;

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
  readonly #settings: Required<ReportSettings>;

  /**
   * @param options - see {@link ReportGeneratorOptions}.
   * @throws PoiseError OPTION_INVALID when `scale` is not a number of 1–4.
   */
  constructor(options: ReportGeneratorOptions = {}) {
    this.#settings = checkedSettings(options);
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
    const png = rasterize(renderReportSvg(valid, this.#settings), this.#settings.scale);
    return saveFile(savePath, reportFileNames(valid.session_id).picture, png);
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
    history: readonly SessionSummary[] = this.#settings.history,
  ): Promise<string> {
    const text = reportText(summary, history, this.#settings.words);
    return saveFile(savePath, reportFileNames(summary.session_id).text, text);
  }
}
