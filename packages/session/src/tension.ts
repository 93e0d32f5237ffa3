import { type Emotion, type EmotionScores, NEGATIVE_EMOTIONS } from '@poise/core';
import { EventDetector, type SignalEvent } from './event-detector.js';

/** How much each negative expression adds to the tension signal, 0–1. */
export const TENSION_WEIGHTS: Readonly<Record<(typeof NEGATIVE_EMOTIONS)[number], number>> =
  Object.freeze({
    // A frown tightens the face, but it is also what concentration looks like.
    angry: 0.8,
    // Pressed lips: the same.
    disgust: 0.8,
    // The clearest sign of a tense face.
    fear: 1,
    // The class a resting face is most often mistaken for: half weight.
    sad: 0.5,
  } satisfies Partial<Record<Emotion, number>>);

/**
 * The tension signal must rise this far over the personal level: 0.2 of fear or 0.4 of sad out of
 * nowhere. A resting face that wanders between 30 and 60 % sad moves it by 0.15 at most.
 */
export const TENSION_ENTER = 0.2;

/** A tension moment ends when the rise has fallen to half of what began it. */
export const TENSION_LEAVE = 0.1;

/** Shorter than a second is a blink, a word or one bad reading. */
export const TENSION_MINIMUM_SECONDS = 1;

/** Two rises with less than three seconds between them are one thing for the person to look at. */
export const TENSION_REFRACTORY_SECONDS = 3;

/**
 * Time constant of the personal level. Longer than a moment (seconds), so that a moment stands out
 * of it; shorter than an interview (minutes), so that new light or a new posture becomes the level.
 */
export const PERSONAL_LEVEL_SECONDS = 30;

/** No moment begins before this much of the session has passed: the level is not known before. */
export const PERSONAL_LEVEL_WARM_UP_SECONDS = 3;

/**
 * The tension signal: the weighted sum of the negative expressions, 0–1.
 *
 * @param scores - smoothed probabilities.
 */
export function tensionSignal(scores: EmotionScores): number {
  let sum = 0;
  for (const emotion of NEGATIVE_EMOTIONS) sum += TENSION_WEIGHTS[emotion] * scores[emotion];
  return sum;
}

/** Notices tension moments: rises of the tension signal over a slow personal level that last. */
export class TensionDetector {
  readonly #events = new EventDetector({
    enter: TENSION_ENTER,
    leave: TENSION_LEAVE,
    minimumSeconds: TENSION_MINIMUM_SECONDS,
    refractorySeconds: TENSION_REFRACTORY_SECONDS,
  });
  #level: number | null = null;
  #observed = 0;

  /**
   * Adds the smoothed scores of one frame.
   *
   * @param time - seconds since the session's first frame.
   * @param dt - seconds that the frame stands for.
   */
  add(scores: EmotionScores, time: number, dt: number): void {
    const signal = tensionSignal(scores);
    this.#observed += dt;
    const level = this.#level ?? signal;
    // The level is the plain mean until that is slower than the exponential average, so that the
    // first frame has no more say than the others.
    const forgetting = -Math.expm1(-dt / PERSONAL_LEVEL_SECONDS);
    const share = this.#observed > 0 ? Math.max(forgetting, dt / this.#observed) : 0;
    if (this.#observed >= PERSONAL_LEVEL_WARM_UP_SECONDS)
      this.#events.add(time, signal - level, signal);
    this.#level = level + share * (signal - level);
  }

  /** Ends an open moment: the face was lost. */
  interrupt(): void {
    this.#events.interrupt();
  }

  /** The tension moments so far. */
  events(): SignalEvent[] {
    return this.#events.events();
  }
}
