import type { FrameReading } from '../engine/reading.js';
import { judgeLooks, type LookName, type ToldLook } from './look-outcome.js';
import { type Look, type LookObstacle, LookReader } from './look-reader.js';

/** How long the resting face is read: long enough to even out a blink or a swallow. */
export const BASELINE_SECONDS = 5;

/** How long the eyes are then on the question's place: enough for a median of their direction. */
export const QUESTION_LOOK_SECONDS = 3;

/** Seconds beyond its own length after which a look is given up, and the person asked how to go on. */
export const PATIENCE_SECONDS = 10;

/** Seconds from there to the first question: time to take a breath. */
export const COUNTDOWN_SECONDS = 3;

/** What is read before the first question, in this order. */
const LOOKS = [
  { name: 'baseline', seconds: BASELINE_SECONDS },
  { name: 'question-look', seconds: QUESTION_LOOK_SECONDS },
] as const satisfies readonly { name: LookName; seconds: number }[];

/** Where the warm-up stands; at `look-outcome` the person says whether to try a look again. */
export type WarmUpStage = LookName | 'look-outcome' | 'countdown' | 'over';

/**
 * What comes before the first question: where it is wanted, the resting face with its eyes on the
 * camera, then the eyes on the place of the questions; and a countdown. A look that cannot be used
 * waits for {@link WarmUp.retry} or {@link WarmUp.skip}.
 */
export class WarmUp {
  readonly #now: () => number;
  readonly #readers: LookReader[];
  #at: number;
  #waits = false;
  #told: ToldLook | null = null;
  #deadline = 0;
  #countdownEnd: number;

  /** @param now - the clock of the frames' times, in seconds. */
  constructor(withBaseline: boolean, now: () => number) {
    this.#now = now;
    this.#readers = LOOKS.map(({ seconds }) => new LookReader(seconds));
    this.#at = withBaseline ? 0 : LOOKS.length;
    this.#countdownEnd = now() + COUNTDOWN_SECONDS;
    this.start();
  }

  /** Where it stands. */
  get stage(): WarmUpStage {
    if (this.#waits) return 'look-outcome';
    const look = LOOKS[this.#at];
    if (look !== undefined) return look.name;
    return this.#now() < this.#countdownEnd ? 'countdown' : 'over';
  }

  /** Whole seconds that the stage still takes; those of a look do not pass without a face. */
  get secondsLeft(): number {
    const left = this.#reader?.secondsLeft ?? this.#countdownEnd - this.#now();
    return Math.max(0, Math.ceil(left));
  }

  /** Why the look that is read does not come on; null while it does, and when none is read. */
  get obstacle(): LookObstacle | null {
    return this.#reader?.obstacle ?? null;
  }

  /** What came of the last look; null before one, and after one was skipped. */
  get told(): ToldLook | null {
    return this.#told;
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
    const now = this.#now();
    this.#deadline = now + (this.#reader?.secondsLeft ?? 0) + PATIENCE_SECONDS;
    this.#countdownEnd = now + COUNTDOWN_SECONDS;
  }

  /**
   * Adds a frame.
   *
   * @param face - null when no face is seen.
   * @param isSmall - whether the face is so small that it may be lost in the next frame.
   * @returns whether a stage is done by it.
   */
  add(time: number, face: FrameReading['face'], isSmall = false): boolean {
    const reader = this.#reader;
    if (reader === null) return false;
    reader.add(time, face, isSmall);
    const { baseline } = this;
    if (reader.secondsLeft > 0 || baseline === null) return false;
    this.#tell(judgeLooks(baseline, this.questionLook));
    return true;
  }

  /** Gives up a look that takes too long; to be called now and then. */
  check(): void {
    const reader = this.#reader;
    if (reader !== null && this.#now() >= this.#deadline) this.#tell(reader.mainObstacle);
  }

  /** Reads the look anew that could not be used. */
  retry(): void {
    const look = LOOKS[this.#at];
    if (!this.#waits || look === undefined) return;
    this.#readers[this.#at] = new LookReader(look.seconds);
    this.#waits = false;
    this.#told = null;
    this.start();
  }

  /**
   * Goes on without what is left to read: without a look at the camera, one at the questions says
   * nothing.
   */
  skip(): void {
    if (this.#at >= LOOKS.length) return;
    this.#at = LOOKS.length;
    this.#waits = false;
    this.#told = null;
    this.start();
  }

  /** What reads now; null when nothing does. */
  get #reader(): LookReader | null {
    return this.#waits ? null : (this.#readers[this.#at] ?? null);
  }

  #tell(outcome: ToldLook['outcome']): void {
    const look = LOOKS[this.#at];
    if (look === undefined) return;
    this.#told = { name: look.name, outcome };
    if (outcome === 'read') this.#at += 1;
    else this.#waits = true;
    this.start();
  }

  #finished(place: number): Look | null {
    const reader = this.#readers[place];
    return reader?.secondsLeft === 0 ? reader.result : null;
  }
}
