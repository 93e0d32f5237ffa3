/**
 * Says when something has not happened for too long. It counts ticks of a timer and not the clock: a
 * device that slept has ticked once when it wakes, whatever the clock says.
 */
export class Watchdog {
  readonly #ticks: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #left: number;

  /**
   * Begins to watch.
   *
   * @param tickMs - milliseconds from tick to tick.
   * @param ticks - after this many without {@link feed} it has been too long.
   * @param onTooLong - called once.
   */
  constructor(tickMs: number, ticks: number, onTooLong: () => void) {
    this.#ticks = ticks;
    this.#left = ticks;
    this.#timer = setInterval(() => {
      this.#left -= 1;
      if (this.#left > 0) return;
      this.stop();
      onTooLong();
    }, tickMs);
  }

  /** Says that it has happened: the count begins anew. */
  feed(): void {
    this.#left = this.#ticks;
  }

  /** Ends the watch. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
