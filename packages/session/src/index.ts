export {
  applyBaseline,
  type BaselineShift,
  baselineShift,
} from './baseline.js';
export {
  CONFIDENCE_LEVELS,
  type ConfidenceLevelEntry,
  confidenceColor,
  confidenceLevel,
  confidenceLevelMinimum,
  type Rgb,
} from './confidence-levels.js';
export { MINIMUM_FACE_SECONDS } from './evidence.js';
export { frameConfidence, REFERENCE_SCORES } from './expression-weights.js';
export { type FrameAnalysis, InterviewEmotionAnalyzer } from './interview-emotion-analyzer.js';
export { sessionSummaryJsonSchema } from './json-schema.js';
export type { InterviewEmotionAnalyzerOptions } from './options.js';
export { ABSENCE_SECONDS } from './presence.js';
export { saveSummary } from './save-summary.js';
export {
  type ConfidenceLevel,
  parseSessionSummary,
  type SegmentSummary,
  type SessionMoment,
  type SessionSummary,
  sessionSummarySchema,
  type TimelineEntry,
} from './schema.js';
export { sessionFileName, sessionIdOf, sourceName } from './session-names.js';
