/**
 * A picture is shown some hundredths of a second after its capture. One that claims to be older than
 * this, or to come from the future, was timed by another clock.
 */
const MAX_DELAY_MS = 1000;

/** The times of captured pictures, which never go backwards. */
export class CaptureClock {
  #last = Number.NEGATIVE_INFINITY;

  /**
   * The time of the next picture, in seconds.
   *
   * @param now - when it is shown, in milliseconds of `performance.now()`.
   * @param captureTime - when it was captured, in the same; undefined when the browser does not tell.
   */
  next(now: number, captureTime?: number): number {
    const delay = captureTime === undefined ? Number.NaN : now - captureTime;
    const moment = delay >= 0 && delay <= MAX_DELAY_MS ? now - delay : now;
    this.#last = Math.max(this.#last, moment / 1000);
    return this.#last;
  }
}
