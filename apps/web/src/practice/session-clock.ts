/**
 * The clock of a session: seconds practised, with the pauses left out. It stands until it is
 * started, and it never goes backwards.
 */
export class SessionClock {
  readonly #now: () => number;
  /** Session seconds up to the stretch that runs, or up to the pause. */
  #base = 0;
  /** When the stretch that runs began, on the outer clock; null while the clock stands. */
  #since: number | null = null;
  #latest = 0;

  /** @param now - the outer clock in seconds, on which frames have their times. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether the clock runs. */
  get running(): boolean {
    return this.#since !== null;
  }

  /** Seconds practised so far. */
  get seconds(): number {
    const passed = this.#since === null ? 0 : this.#now() - this.#since;
    this.#latest = Math.max(this.#latest, this.#base + passed);
    return this.#latest;
  }

  /** Starts the clock, or lets it go on after a pause. */
  start(): void {
    this.#since ??= this.#now();
  }

  /** Stops the clock for now. */
  pause(): void {
    this.#base = this.seconds;
    this.#since = null;
  }

  /**
   * The session's second at a moment of the outer clock.
   *
   * @returns null while the clock stands, and for a moment at or before the start of the stretch
   * that runs: such a frame was captured in the pause before it.
   */
  at(moment: number): number | null {
    if (this.#since === null || moment <= this.#since) return null;
    return this.#base + (moment - this.#since);
  }
}
