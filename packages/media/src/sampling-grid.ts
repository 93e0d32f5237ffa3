/** Timestamps are rounded to microseconds: a frame this much early is on time. */
export const EARLY_SECONDS = 1e-5;

/**
 * Recordings round times to milliseconds and webcams deliver late: a frame this much too early for
 * its moment counts for it, up to half the distance between moments.
 */
const JITTER_SECONDS = 0.02;

/** How much too early a frame may be at this rate, in seconds. */
export function gridTolerance(fps: number): number {
  return Math.min(JITTER_SECONDS, 0.5 / fps);
}

/**
 * Chooses frames at an even rate without ever repeating one: for every moment `start + k / fps` the
 * first frame at or after it, less {@link JITTER_SECONDS}. A video whose own rate is `fps` so keeps
 * all its frames although their times jitter.
 */
export class SamplingGrid {
  readonly #start: number;
  readonly #fps: number;
  readonly #tolerance: number;
  #nextSlot = 0;

  /**
   * @param start - the first moment, in seconds.
   * @param fps - frames a second, above 0.
   */
  constructor(start: number, fps: number) {
    this.#start = start;
    this.#fps = fps;
    this.#tolerance = gridTolerance(fps);
  }

  /** Whether the frame at this time is taken. Times must not go backwards. */
  take(timestamp: number): boolean {
    if (timestamp < this.#start - EARLY_SECONDS) return false;
    const slot = this.#slotOf(timestamp);
    if (slot < this.#nextSlot) return false;
    this.#nextSlot = slot + 1;
    return true;
  }

  /** The earliest time at which a frame would be taken if all up to `timestamp` have been seen. */
  nextTimeAfter(timestamp: number): number {
    if (timestamp < this.#start) return this.#start;
    return this.#start + (this.#slotOf(timestamp) + 1) / this.#fps - this.#tolerance;
  }

  #slotOf(timestamp: number): number {
    return Math.floor((timestamp - this.#start + this.#tolerance) * this.#fps);
  }
}
