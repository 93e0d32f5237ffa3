import { EMOTIONS, type EmotionScores } from '@poise/core';
import { mapEmotions } from './emotion-scores.js';

/** The last frame of a bin with a face that counts. */
export interface LastFrame {
  readonly time: number;
  readonly score: number;
  readonly emotions: EmotionScores;
}

/** What a frame shows: a face that counts, one that shows too little to, or none. */
export type BinFace = Omit<LastFrame, 'time'> | 'poor' | null;

/** Some frames, counted and summed at the full frame rate. */
export interface Bin {
  /** Every frame. */
  readonly frames: number;
  /** Frames with a face, also with one that shows too little to count. */
  readonly seen: number;
  /** Frames with a face that counts. */
  readonly faces: number;
  /** Sum of their confidence scores. */
  readonly scoreSum: number;
  /** Sum of their smoothed scores. */
  readonly emotionSums: EmotionScores;
  /** null when there was no face. */
  readonly last: LastFrame | null;
}

/** A bin and when it starts. */
export interface TimedBin extends Bin {
  /** Seconds since the session's first frame; a frame may have come a little before (see `add`). */
  readonly start: number;
}

/** A bin without a frame. */
export const EMPTY_BIN: Bin = Object.freeze({
  frames: 0,
  seen: 0,
  faces: 0,
  scoreSum: 0,
  emotionSums: mapEmotions(() => 0),
  last: null,
});

/** Sums two bins; `later` has the last word. */
export function mergeBins(earlier: Bin, later: Bin): Bin {
  return {
    frames: earlier.frames + later.frames,
    seen: earlier.seen + later.seen,
    faces: earlier.faces + later.faces,
    scoreSum: earlier.scoreSum + later.scoreSum,
    emotionSums: mapEmotions(
      (emotion) => earlier.emotionSums[emotion] + later.emotionSums[emotion],
    ),
    last: later.last ?? earlier.last,
  };
}

/** The mean score of a bin; null without a face. */
export function binMean(bin: Bin): number | null {
  return bin.faces === 0 ? null : bin.scoreSum / bin.faces;
}

/** The expression with the greatest mean score of a bin; null without a face. */
export function binDominant(bin: Bin): (typeof EMOTIONS)[number] | null {
  if (bin.faces === 0) return null;
  return EMOTIONS.reduce((best, emotion) =>
    bin.emotionSums[emotion] > bin.emotionSums[best] ? emotion : best,
  );
}
