export {
  analyzeRecording,
  type RecordingIdentity,
  type RecordingOptions,
} from './analyze-recording.js';
export { candidateFace } from './candidate.js';
export { CandidateTracker } from './candidate-tracker.js';
export { mapAhead } from './map-ahead.js';
export { type Observation, observe } from './observe.js';
export type {
  FaceReader,
  FrameMoment,
  ObservedFace,
  RecordedFrames,
  RecordingDetector,
  SecondsRange,
} from './recording.js';
