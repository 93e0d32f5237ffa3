import type { ReportWords } from '../words/report-words.js';
import { IMPROVEMENTS, STRENGTHS } from './advice.js';
import { EVIDENCE } from './evidence.js';
import { FORMATS } from './formats.js';
import { HEADLINES } from './headlines.js';
import { LABELS, STATEMENTS } from './labels.js';
import { PICTURE } from './picture.js';
import { PRESENCE } from './presence.js';
import { REPORT } from './sections.js';

/** The report's words in German. */
export const GERMAN: ReportWords = {
  language: 'de',
  formats: FORMATS,
  labels: LABELS,
  statements: STATEMENTS,
  headlines: HEADLINES,
  improvements: IMPROVEMENTS,
  strengths: STRENGTHS,
  evidence: EVIDENCE,
  picture: PICTURE,
  presence: PRESENCE,
  report: REPORT,
};
