import { EMOTIONS, type EmotionScores } from '@poise/core';
import { clampUnit } from './clamp-unit.js';
import { mapEmotions } from './emotion-scores.js';

/**
 * The spread of expression that counts as fully expressive. A face that changes between neutral and
 * a full smile and smiles for a seventh of the time has it.
 */
export const FULL_SPREAD = 0.5;

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
