/** The rate is that of the last two seconds: it follows a change, and a late frame does not shake it. */
const RATE_SECONDS = 2;

/** Frames a second, two in each half second, under which nobody can say that no face is there. */
export const LEAST_TO_MISS_A_FACE = 4;

/** How many events a second come in, over the last two seconds. */
export class RateMeter {
  readonly #times: number[] = [];
  #since: number | null = null;

  /** Notes an event at a time in seconds. */
  add(time: number): void {
    this.#since ??= time;
    this.#times.push(time);
    this.#forget(time);
  }

  /** Events a second at a time in seconds; 0 when there were none. */
  rate(time: number): number {
    this.#forget(time);
    if (this.#since === null) return 0;
    const seconds = Math.min(RATE_SECONDS, time - this.#since);
    return seconds <= 0 ? 0 : this.#times.length / seconds;
  }

  #forget(time: number): void {
    const kept = this.#times.findIndex((moment) => moment > time - RATE_SECONDS);
    this.#times.splice(0, kept === -1 ? this.#times.length : kept);
  }
}
