export {
  applyBaseline,
  type BaselineShift,
  baselineShift,
  RESTING_TARGET,
} from './baseline.js';
export {
  CONFIDENCE_LEVELS,
  type ConfidenceLevelEntry,
  confidenceColor,
  confidenceLevel,
  type Rgb,
} from './confidence-levels.js';
export { MINIMUM_FACE_SECONDS } from './evidence.js';
export { EXPRESSION_WEIGHTS, frameConfidence } from './expression-weights.js';
export { type FrameAnalysis, InterviewEmotionAnalyzer } from './interview-emotion-analyzer.js';
export { sessionSummaryJsonSchema } from './json-schema.js';
export type { InterviewEmotionAnalyzerOptions } from './options.js';
export { saveSummary } from './save-summary.js';
export {
  type ConfidenceLevel,
  type FrameRecord,
  parseSessionSummary,
  SCHEMA_VERSION,
  type SegmentSummary,
  type SessionMoment,
  type SessionSummary,
  sessionSummarySchema,
  type TimelineEntry,
} from './schema.js';
export { sessionFileName, sessionIdOf, sourceName } from './session-names.js';
