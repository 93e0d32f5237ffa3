import { PoiseError } from '@poise/core';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import { ENGLISH } from './english/english.js';
import { renderTextReport } from './text-report/text-report.js';
import { LIGHT_THEME, type ReportTheme } from './theme.js';
import type { ReportWords } from './words/report-words.js';

/** What a report generator may be told, in Node and in the browser. */
export interface ReportSettings {
  /** The colours; light when not given. */
  readonly theme?: ReportTheme;
  /** The language; English when not given. */
  readonly words?: ReportWords;
  /** Pixels of the PNG per unit of the picture, 1–4; 1 when not given (1080 pixels wide). */
  readonly scale?: number;
  /** The same person's other sessions, for the text report's comparison; none when not given. */
  readonly history?: readonly SessionSummary[];
}

/** Beyond this a picture is larger than any screen and paper needs, and than memory likes. */
const LARGEST_SCALE = 4;

/**
 * The settings with what was not given.
 *
 * @throws PoiseError OPTION_INVALID when `scale` is not a number of 1–4.
 */
export function checkedSettings(settings: ReportSettings): Required<ReportSettings> {
  const { theme = LIGHT_THEME, words = ENGLISH, scale = 1, history = [] } = settings;
  if (!(typeof scale === 'number' && scale >= 1 && scale <= LARGEST_SCALE)) {
    throw new PoiseError('OPTION_INVALID', `options.scale must be 1–${LARGEST_SCALE}`);
  }
  return { theme, words, scale, history };
}

/**
 * The text report of summaries that may come from anywhere.
 *
 * @throws PoiseError SUMMARY_INVALID.
 */
export function reportText(
  summary: SessionSummary,
  history: readonly SessionSummary[],
  words: ReportWords,
): string {
  const past = history.map((session) => parseSessionSummary(session));
  return renderTextReport(parseSessionSummary(summary), { history: past, words });
}
