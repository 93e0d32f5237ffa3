export { type Box, intersectionOverUnion } from './box.js';
export {
  dominantEmotion,
  EMOTIONS,
  type Emotion,
  type EmotionScores,
  emotionScoresFromRow,
  NEGATIVE_EMOTIONS,
} from './emotions.js';
export { type ErrorRecord, packError, unpackError } from './error-record.js';
export {
  ERRORS,
  type ErrorCode,
  PoiseError,
  type PoiseErrorOptions,
} from './errors.js';
export {
  type EyeReading,
  type Eyes,
  type FaceDetails,
  type FaceQuality,
  type HeadPose,
  MIN_EVIDENCE_QUALITY,
  type MouthShape,
  QUALITY_ASPECTS,
  type QualityAspect,
} from './face-details.js';
export {
  type FetchAssetOptions,
  type FetchLike,
  type FetchProgress,
  fetchAsset,
} from './fetch-asset.js';
export type { Frame } from './frame.js';
export { mulberry32 } from './random.js';
