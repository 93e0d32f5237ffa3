export { DEVICES, type Device } from './devices.js';
export {
  type DetectorInfo,
  EmotionDetector,
  type EmotionDetectorOptions,
} from './emotion-detector.js';
export { ExpressionClassifier, type ExpressionClassifierOptions } from './expression-classifier.js';
export type { ExpressionBatch } from './expression-reader.js';
export type { ChooseFaces, FaceReadings, FaceResult, FollowedFace } from './face-result.js';
export type { FaceDetectorName } from './worker-protocol.js';
