/** When an event begins and ends. */
export interface EventRules {
  /** The signal at which an event begins. */
  readonly enter: number;
  /** The signal under which it ends: lower than `enter`, so that noise at one threshold does not cut an event into many. */
  readonly leave: number;
  /** Shorter events are dropped, in seconds. */
  readonly minimumSeconds: number;
  /** After an event none begins for this time, in seconds. */
  readonly refractorySeconds: number;
}

/** An event in a signal over time. */
export interface SignalEvent {
  /** When the signal reached `enter`. */
  readonly start: number;
  /** When it fell under `leave`, or was last seen. */
  readonly end: number;
  /** When the height was greatest. */
  readonly peakTime: number;
  /** The greatest height. */
  readonly peak: number;
}

/** Finds events that last in a signal, with hysteresis (a Schmitt trigger) and a refractory time. */
export class EventDetector {
  readonly #rules: EventRules;
  readonly #events: SignalEvent[] = [];
  #open: SignalEvent | null = null;

  constructor(rules: EventRules) {
    this.#rules = rules;
  }

  /**
   * Adds one reading.
   *
   * @param time - seconds, never before the last reading's.
   * @param signal - what the thresholds are compared with.
   * @param height - what the peak is measured in.
   */
  add(time: number, signal: number, height: number = signal): void {
    const open = this.#open;
    if (open === null) {
      const free = (this.#events.at(-1)?.end ?? -Infinity) + this.#rules.refractorySeconds;
      if (signal >= this.#rules.enter && time >= free)
        this.#open = { start: time, end: time, peakTime: time, peak: height };
      return;
    }
    const higher = height > open.peak;
    this.#open = {
      start: open.start,
      end: time,
      peakTime: higher ? time : open.peakTime,
      peak: higher ? height : open.peak,
    };
    if (signal < this.#rules.leave) this.interrupt();
  }

  /** Ends an open event where the signal was last seen. */
  interrupt(): void {
    if (this.#open !== null && this.#lasts(this.#open)) this.#events.push(this.#open);
    this.#open = null;
  }

  /** The events that have ended, by start. */
  get ended(): readonly SignalEvent[] {
    return this.#events;
  }

  /** The events so far, by start; one that is still open counts when it has lasted long enough. */
  events(): SignalEvent[] {
    const open = this.#open;
    return open !== null && this.#lasts(open) ? [...this.#events, open] : [...this.#events];
  }

  #lasts(event: SignalEvent): boolean {
    return event.end - event.start >= this.#rules.minimumSeconds;
  }
}
