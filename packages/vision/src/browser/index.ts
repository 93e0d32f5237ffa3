export type { FaceOptions } from '../detector-options.js';
export type { ChooseFaces, FaceReadings, FaceResult, FollowedFace } from '../face-result.js';
export type { LightReading } from '../light.js';
export type { FaceDetectorName } from '../worker-protocol.js';
export type { TrialResult } from './backend-trial.js';
export {
  type DetectorInfo,
  EmotionDetector,
  type EmotionDetectorOptions,
} from './emotion-detector.js';
export type { FrameImage, ImageReading, LoadProgress } from './protocol.js';
export type { DetectorAssets, RuntimeFiles } from './runtime-files.js';
