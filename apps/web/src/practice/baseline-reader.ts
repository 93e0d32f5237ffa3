import { EMOTIONS, type Emotion, type EmotionScores } from '@poise/core';

/** How long the resting face is read: long enough to even out a blink or a swallow. */
export const BASELINE_SECONDS = 5;

/** Each reading that is kept is the mean of this long: ten of them say as much as 150 frames. */
const READING_SECONDS = 0.5;

/** Frames further apart than this do not show what the face did between them. */
const LONGEST_STEP_SECONDS = 0.5;

/** Reads the resting face for some seconds; time without a face does not count. */
export class BaselineReader {
  readonly #readings: EmotionScores[] = [];
  #seconds = 0;
  #lastFace: number | null = null;
  #sums: Record<Emotion, number> | null = null;
  #count = 0;

  /** Seconds that are left; 0 when the reading is done. */
  get secondsLeft(): number {
    return Math.max(0, BASELINE_SECONDS - this.#seconds);
  }

  /** The readings so far, each the mean of half a second, and the seconds of face they took. */
  get result(): { readonly seconds: number; readonly readings: readonly EmotionScores[] } {
    return { seconds: BASELINE_SECONDS, readings: [...this.#readings] };
  }

  /**
   * Adds a frame.
   *
   * @param time - seconds on any clock that does not go backwards.
   * @param emotions - null when no face is seen.
   */
  add(time: number, emotions: EmotionScores | null): void {
    if (this.secondsLeft === 0) return;
    if (emotions === null) {
      this.#lastFace = null;
      return;
    }
    if (this.#lastFace !== null)
      this.#seconds += Math.min(time - this.#lastFace, LONGEST_STEP_SECONDS);
    this.#lastFace = time;
    this.#collect(emotions);
    const due = Math.floor(Math.min(this.#seconds, BASELINE_SECONDS) / READING_SECONDS);
    if (due > this.#readings.length) this.#keep();
  }

  /** Forgets where the last face was: time that passes now is not read. */
  interrupt(): void {
    this.#lastFace = null;
  }

  #collect(emotions: EmotionScores): void {
    this.#sums ??= { angry: 0, disgust: 0, fear: 0, happy: 0, sad: 0, surprise: 0, neutral: 0 };
    for (const emotion of EMOTIONS) this.#sums[emotion] += emotions[emotion];
    this.#count += 1;
  }

  #keep(): void {
    if (this.#sums === null) return;
    const mean = { ...this.#sums };
    for (const emotion of EMOTIONS) mean[emotion] /= this.#count;
    this.#readings.push(mean);
    this.#sums = null;
    this.#count = 0;
  }
}
