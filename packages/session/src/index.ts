export {
  applyBaseline,
  type BaselineShift,
  baselineShift,
} from './baseline.js';
export { MINIMUM_BLINK_RATE } from './blinks.js';
export { type CalmStretch, findCalmestStretch } from './calmest-stretch.js';
export {
  CONFIDENCE_LEVELS,
  type ConfidenceLevelEntry,
  confidenceLevel,
  confidenceLevelMinimum,
  type Rgb,
} from './confidence-levels.js';
export { MINIMUM_FACE_SECONDS } from './evidence.js';
export { frameConfidence, REFERENCE_SCORES } from './expression-weights.js';
export { ABSENCE_SECONDS } from './face-absence.js';
export type { FacingState } from './face-windows.js';
export type { CalibrationLooks, CalibrationOutcome } from './facing-region.js';
export { FEEDBACK_CODES, FEEDBACK_SENTENCES, type FeedbackCode } from './feedback.js';
export type { FrameDetails } from './frame-details.js';
export { type FrameAnalysis, InterviewEmotionAnalyzer } from './interview-emotion-analyzer.js';
export { sessionSummaryJsonSchema } from './json-schema.js';
export type { InterviewEmotionAnalyzerOptions } from './options.js';
export type { OthersInView } from './others-in-view.js';
export { parseSessionSummary } from './parse-summary.js';
export type { BaselineOptions } from './personal-baseline.js';
export { EDGE_SHARE } from './presence-smile.js';
export { isEvidence, worstAspect } from './quality-gate.js';
export type { SessionQuestion } from './questions.js';
export { ReadingLog } from './reading-log.js';
export {
  READING_COLUMNS,
  type ReadFace,
  type Reading,
  readReading,
  writeReading,
} from './reading-row.js';
export { isOtherPersonsSession, personSessionId, roomFileName } from './room-names.js';
export {
  type PeopleSpan,
  parseRoomSummary,
  type RoomPerson,
  type RoomSummary,
  roomSummaryJsonSchema,
  roomSummarySchema,
} from './room-schema.js';
export { type PersonInRoom, summarizeRoom } from './room-summary.js';
export { saveSummary } from './save-summary.js';
export {
  type ConfidenceLevel,
  LONGEST_PROMPT,
  type QuestionSummary,
  type SegmentSummary,
  type SessionMoment,
  type SessionSummary,
  sessionSummarySchema,
  type TimelineEntry,
} from './schema.js';
export {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type EyesSummary,
  FINDINGS,
  type Finding,
  MISSING_REASONS,
  type MissingReason,
  type PresenceIndicator,
  type PresenceSummary,
  type QualityGateSummary,
} from './schema-presence.js';
export { sessionFileName, sessionIdOf, sourceName } from './session-names.js';
export { type SharedSpan, secondsWhere, sharedTime, type TimeSpan } from './shared-time.js';
