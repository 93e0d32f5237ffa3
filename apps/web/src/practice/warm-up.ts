import type { EmotionScores } from '@poise/core';
import { BaselineReader } from './baseline-reader.js';

/** Seconds from the resting face to the first question: time to take a breath. */
export const COUNTDOWN_SECONDS = 3;

/** What comes before the first question: the resting face, where it is wanted, and a countdown. */
export class WarmUp {
  readonly #now: () => number;
  #baseline: BaselineReader | null;
  #countdownEnd: number;

  /** @param now - the clock of the frames' times, in seconds. */
  constructor(withBaseline: boolean, now: () => number) {
    this.#now = now;
    this.#baseline = withBaseline ? new BaselineReader() : null;
    this.#countdownEnd = now() + COUNTDOWN_SECONDS;
  }

  /** Where it stands. */
  get stage(): 'baseline' | 'countdown' | 'over' {
    if (this.#baseline !== null && this.#baseline.secondsLeft > 0) return 'baseline';
    return this.#now() < this.#countdownEnd ? 'countdown' : 'over';
  }

  /** Whole seconds that the stage still takes; the resting face's do not pass without a face. */
  get secondsLeft(): number {
    const left =
      this.stage === 'baseline'
        ? (this.#baseline?.secondsLeft ?? 0)
        : this.#countdownEnd - this.#now();
    return Math.max(0, Math.ceil(left));
  }

  /** The resting face; null where it was not read to its end. */
  get baseline(): BaselineReader['result'] | null {
    return this.#baseline?.secondsLeft === 0 ? this.#baseline.result : null;
  }

  /** Begins, or goes on after a pause: the resting face where it was, a countdown from its start. */
  start(): void {
    this.#baseline?.interrupt();
    this.#countdownEnd = this.#now() + COUNTDOWN_SECONDS;
  }

  /**
   * Adds a frame.
   *
   * @param emotions - null when no face is seen.
   * @returns whether the resting face is done by it.
   */
  add(time: number, emotions: EmotionScores | null): boolean {
    if (this.stage !== 'baseline') return false;
    this.#baseline?.add(time, emotions);
    if (this.stage === 'baseline') return false;
    this.start();
    return true;
  }

  /** Goes on without the resting face. */
  skipBaseline(): void {
    if (this.stage !== 'baseline') return;
    this.#baseline = null;
    this.start();
  }
}
