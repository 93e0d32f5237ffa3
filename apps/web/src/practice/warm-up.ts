import type { FrameReading } from '../engine/reading.js';
import { type Look, LookReader } from './look-reader.js';

/** How long the resting face is read: long enough to even out a blink or a swallow. */
export const BASELINE_SECONDS = 5;

/** How long the eyes are then on the question's place: enough for a median of their direction. */
export const QUESTION_LOOK_SECONDS = 3;

/** Seconds from there to the first question: time to take a breath. */
export const COUNTDOWN_SECONDS = 3;

/** What is read before the first question, in this order. */
const LOOKS = [
  { stage: 'baseline', seconds: BASELINE_SECONDS },
  { stage: 'question-look', seconds: QUESTION_LOOK_SECONDS },
] as const;

/** Where the warm-up stands. */
export type WarmUpStage = (typeof LOOKS)[number]['stage'] | 'countdown' | 'over';

/**
 * What comes before the first question: where it is wanted, the resting face with its eyes on the
 * camera, then the eyes on the place of the questions; and a countdown.
 */
export class WarmUp {
  readonly #now: () => number;
  readonly #readers: readonly LookReader[];
  #skipped: boolean;
  #countdownEnd: number;

  /** @param now - the clock of the frames' times, in seconds. */
  constructor(withBaseline: boolean, now: () => number) {
    this.#now = now;
    this.#readers = LOOKS.map(({ seconds }) => new LookReader(seconds));
    this.#skipped = !withBaseline;
    this.#countdownEnd = now() + COUNTDOWN_SECONDS;
  }

  /** Where it stands. */
  get stage(): WarmUpStage {
    const current = this.#current;
    if (current !== null) return (LOOKS[current] as (typeof LOOKS)[number]).stage;
    return this.#now() < this.#countdownEnd ? 'countdown' : 'over';
  }

  /** Whole seconds that the stage still takes; those of a look do not pass without a face. */
  get secondsLeft(): number {
    const current = this.#current;
    const left =
      current === null
        ? this.#countdownEnd - this.#now()
        : (this.#readers[current]?.secondsLeft ?? 0);
    return Math.max(0, Math.ceil(left));
  }

  /** The resting face; null where it was not read to its end. */
  get baseline(): Look | null {
    return this.#finished(0);
  }

  /** The eyes on the questions' place; null where that was not read to its end. */
  get questionLook(): Look | null {
    return this.#finished(1);
  }

  /** Begins, or goes on after a pause: a look where it was, a countdown from its start. */
  start(): void {
    for (const reader of this.#readers) reader.interrupt();
    this.#countdownEnd = this.#now() + COUNTDOWN_SECONDS;
  }

  /**
   * Adds a frame.
   *
   * @param face - null when no face is seen.
   * @returns whether a stage is done by it.
   */
  add(time: number, face: FrameReading['face']): boolean {
    const current = this.#current;
    if (current === null) return false;
    this.#readers[current]?.add(time, face);
    if (this.#current === current) return false;
    this.start();
    return true;
  }

  /** Goes on without what is left to read. */
  skip(): void {
    if (this.#current === null) return;
    this.#skipped = true;
    this.start();
  }

  /** The place of the look that is read now; null when none is. */
  get #current(): number | null {
    if (this.#skipped) return null;
    const at = this.#readers.findIndex(({ secondsLeft }) => secondsLeft > 0);
    return at < 0 ? null : at;
  }

  #finished(place: number): Look | null {
    const reader = this.#readers[place];
    return reader?.secondsLeft === 0 ? reader.result : null;
  }
}
