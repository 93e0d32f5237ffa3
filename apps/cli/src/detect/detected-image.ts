import type { Box, Emotion, EmotionScores } from '@poise/core';
import type { ErrorJson } from '../output/errors.js';
import type { DetailsJson } from './details-json.js';

/** One face, as `poise detect --json` gives it. */
export interface DetectedFace {
  readonly box: Box;
  readonly score: number;
  readonly emotions: EmotionScores;
  readonly dominantEmotion: Emotion;
  readonly details: DetailsJson;
}

/** One picture, as `poise detect --json` gives it; size null and no faces when it was not read. */
export interface DetectedImage {
  readonly file: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly faces: readonly DetectedFace[];
  readonly error?: ErrorJson;
}
