export {
  analyzeRecording,
  type RecordingIdentity,
  type RecordingOptions,
} from './analyze-recording.js';
export { analyzeRoom, type RoomAnalysis, type RoomOptions } from './analyze-room.js';
export { candidateFace } from './candidate.js';
export { CandidateTracker } from './candidate-tracker.js';
export { mapAhead } from './map-ahead.js';
export { type Observation, observe } from './observe.js';
export { PeopleInView } from './people/people-in-view.js';
export type { PersonSpan } from './people/people-over-time.js';
export type { Others } from './people/room.js';
export { setCalmestBaseline } from './readings.js';
export {
  DEFAULT_ANALYSIS_FPS,
  type FaceReader,
  type FrameMoment,
  type ObservedFace,
  type RecordedFrames,
  type RecordingDetector,
  type SecondsRange,
} from './recording.js';
