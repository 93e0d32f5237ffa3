export type { ChartSize } from './chart/frame.js';
export { journeyChart } from './chart/journey.js';
export { type JourneyGeometry, journeyGeometry } from './chart/journey-geometry.js';
export type { ChartBox, MomentKind, MomentMark } from './chart/marks.js';
export { ENGLISH, LIMITS_LINE } from './english/english.js';
export { LABELS as ENGLISH_LABELS } from './english/labels.js';
export { type ReportFileNames, reportFileNames } from './file-names.js';
export {
  formatClock,
  formatDuration,
  formatInterval,
  formatPercent,
  formatPoints,
  formatSessionDate,
  formatSpan,
  type Span,
  wholePercent,
} from './format.js';
export type { ReportSettings } from './generator-settings.js';
export { GERMAN } from './german/german.js';
export { LABELS as GERMAN_LABELS } from './german/labels.js';
export type { ImprovementCode, StrengthCode } from './insights/advice-rules.js';
export type { HeadlineCode } from './insights/headline-rules.js';
export { type Insight, type Insights, insights } from './insights/insights.js';
export { statedExpressiveness } from './insights/presence.js';
export { type OthersView, othersView } from './others-view.js';
export { type ReportSvgOptions, renderReportSvg } from './picture/report-svg.js';
export { type PresenceFigure, type PresenceView, presenceView } from './presence-view.js';
export { renderTextReport, type TextReportOptions } from './text-report/text-report.js';
export { DARK_THEME, LIGHT_THEME, type ReportTheme } from './theme.js';
export { lacksPictures } from './without-pictures.js';
export type { FormatWords } from './words/formats.js';
export { limitsLine, type ReportWords } from './words/report-words.js';
