import type { EmotionScores } from '@poise/core';
import { mapEmotions } from './emotion-scores.js';

/**
 * Smooths scores by time with an exponential kernel whose time constant is half the window: about
 * 86 % of what it shows happened within the window.
 *
 * Between two frames the scores are taken to change along a straight line, and the exponential
 * average of that line is computed exactly (the "linear interpolation" average of Müller 1991, also
 * in Eckner 2012, "Algorithms for Unevenly Spaced Time Series"). With w = dt/τ, u = exp(−w) and
 * v = (1 − u)/w the average is u·before + (v − u)·last + (1 − v)·now. The more usual
 * alpha = 1 − exp(−dt/τ) forgets at the same speed but treats a score as if it had held since the
 * frame before, which shifts the answer by half a frame: at 8 frames a second that can be seen.
 */
export class TimeSmoother {
  #last: EmotionScores | null = null;
  #smoothed: EmotionScores | null = null;

  /**
   * Adds one reading.
   *
   * @param scores - probabilities that sum to 1.
   * @param dt - seconds since the reading before; a second reading at the same time is left out.
   * @param windowSeconds - length of the window; 0 turns smoothing off.
   * @returns the smoothed scores, which sum to 1.
   */
  add(scores: EmotionScores, dt: number, windowSeconds: number): EmotionScores {
    const before = this.#smoothed;
    const last = this.#last;
    if (before !== null && dt === 0) return before;
    this.#last = scores;
    if (before === null || last === null || windowSeconds === 0) {
      this.#smoothed = scores;
      return scores;
    }
    const w = dt / (windowSeconds / 2);
    const u = Math.exp(-w);
    const v = -Math.expm1(-w) / w;
    const smoothed = mapEmotions(
      (emotion) => u * before[emotion] + (v - u) * last[emotion] + (1 - v) * scores[emotion],
    );
    this.#smoothed = smoothed;
    return smoothed;
  }

  /** Forgets what it saw: the next reading starts a new average. */
  reset(): void {
    this.#last = null;
    this.#smoothed = null;
  }
}
