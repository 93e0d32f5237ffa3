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
