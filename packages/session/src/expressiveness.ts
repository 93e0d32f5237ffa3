import { EMOTIONS, type EmotionScores } from '@poise/core';
import { clampUnit } from './clamp-unit.js';
import { mapEmotions } from './emotion-scores.js';

/**
 * The spread of expression that counts as fully expressive: that of a face that smiles fully half
 * of the time and is neutral the other half (variance 1/4 of each, √(1/4 + 1/4)).
 */
export const FULL_SPREAD = Math.SQRT1_2;

/**
 * Expressiveness, 0–1: how far the smoothed expression strays from its own average, as a share of a
 * clearly expressive face.
 *
 * @param spread - root of the summed variances of the seven smoothed scores.
 */
export function expressivenessFromSpread(spread: number): number {
  return clampUnit(spread / FULL_SPREAD);
}

/** Averages the smoothed scores, and measures their spread, in memory that does not grow. */
export class ExpressionSpread {
  #count = 0;
  #mean: EmotionScores = mapEmotions(() => 0);
  #squares = 0;

  /** Adds the smoothed scores of one frame. */
  add(scores: EmotionScores): void {
    this.#count += 1;
    const before = this.#mean;
    const after = mapEmotions(
      (emotion) => before[emotion] + (scores[emotion] - before[emotion]) / this.#count,
    );
    for (const emotion of EMOTIONS)
      this.#squares += (scores[emotion] - before[emotion]) * (scores[emotion] - after[emotion]);
    this.#mean = after;
  }

  /** The mean of the smoothed scores; null before the first frame. */
  mean(): EmotionScores | null {
    return this.#count === 0 ? null : this.#mean;
  }

  /** Expressiveness, 0–1; null before the second frame, which is the first that can differ. */
  result(): number | null {
    if (this.#count < 2) return null;
    return expressivenessFromSpread(Math.sqrt(Math.max(this.#squares, 0) / this.#count));
  }
}
