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
export { FEEDBACK_CODES, FEEDBACK_SENTENCES, type FeedbackCode } from './feedback.js';
export { type FrameAnalysis, InterviewEmotionAnalyzer } from './interview-emotion-analyzer.js';
export { sessionSummaryJsonSchema } from './json-schema.js';
export type { InterviewEmotionAnalyzerOptions } from './options.js';
export { ABSENCE_SECONDS } from './presence.js';
export type { SessionQuestion } from './questions.js';
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
  parseSessionSummary,
  type QuestionSummary,
  type SegmentSummary,
  type SessionMoment,
  type SessionSummary,
  sessionSummarySchema,
  type TimelineEntry,
} from './schema.js';
export { sessionFileName, sessionIdOf, sourceName } from './session-names.js';
