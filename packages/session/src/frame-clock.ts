import { PoiseError } from '@poise/core';

/** How many of the last intervals between frames the rate is read from. Odd, so that the median is one of them; at 10 frames a second they are three seconds. */
const RATE_INTERVALS = 31;

/** A distance this many times the usual one is a stall and says nothing about the rate. */
const STALL_INTERVALS = 3;

/** Seconds since any epoch stay far under this; milliseconds since 1970, a common slip, do not. */
const LARGEST_TIMESTAMP = 1e12;

/** The own clock, moved to the caller's zero, may be off by its rounding: far under a frame. */
const CLOCK_ROUNDING = 1e-6;

/**
 * Keeps the time of the frames: their order, their number and their usual distance. Times go in on
 * the caller's clock and come out as seconds since the first frame.
 */
export class FrameClock {
  readonly #now: () => number;
  #first: number | null = null;
  #origin = 0;
  #latest = 0;
  #frames = 0;
  readonly #intervals: number[] = [];

  /** @param now - a monotonic clock in seconds, for frames without a timestamp. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Sets the zero of the times, before the first frame; without it, that is the first frame.
   *
   * @param start - seconds on the caller's clock.
   */
  beginAt(start: number): void {
    this.#first = start;
    this.#origin = this.#now() - start;
  }

  /** Frames so far. */
  get frames(): number {
    return this.#frames;
  }

  /** The zero of the times on the caller's clock, as a rule the first frame's; null before it. */
  get first(): number | null {
    return this.#first;
  }

  /** Seconds from the first frame to the last. */
  get elapsed(): number {
    return this.#latest;
  }

  /** The median of the last intervals between frames in seconds; null before there is one. */
  get usualInterval(): number | null {
    const sorted = [...this.#intervals].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
  }

  /**
   * The mean of the last intervals between frames in seconds, stalls left out; null before there is
   * one. Of frames that do not come evenly, as 15 of 24 a second, it is what the rate says.
   */
  get meanInterval(): number | null {
    const usual = this.usualInterval;
    if (usual === null) return null;
    const steady = this.#intervals.filter((interval) => interval <= STALL_INTERVALS * usual);
    return steady.reduce((sum, interval) => sum + interval, 0) / steady.length;
  }

  /**
   * Checks the time of a frame and changes nothing.
   *
   * @param timestamp - seconds on the caller's clock; when it is left out, the time since the first
   * frame on the clock of this object.
   * @returns what {@link FrameClock.advance} takes.
   * @throws PoiseError TIMESTAMP_INVALID when it is not finite or before the last frame's. Equal to
   * the last frame's is allowed.
   */
  check(timestamp: number | undefined): FrameTime {
    const now = this.#first === null || timestamp === undefined ? this.#now() : 0;
    const time = timestamp === undefined ? this.#ownTime(now) : timestamp;
    if (typeof time !== 'number' || !Number.isFinite(time))
      throw new PoiseError('TIMESTAMP_INVALID', String(time));
    if (Math.abs(time) > LARGEST_TIMESTAMP)
      throw new PoiseError('TIMESTAMP_INVALID', String(time), {
        hint: 'Give seconds: this looks like milliseconds since 1970. Divide it by 1000.',
      });
    const first = this.#first ?? time;
    if (time - first < this.#latest)
      throw new PoiseError('TIMESTAMP_INVALID', `${time} comes after ${first + this.#latest}`);
    const elapsed = time - first;
    return { elapsed, dt: elapsed - this.#latest, first, origin: now - time };
  }

  /** Takes a frame's time that {@link FrameClock.check} has accepted. */
  advance(time: FrameTime): void {
    if (this.#first === null) {
      this.#first = time.first;
      this.#origin = time.origin;
    }
    if (time.dt > 0 && this.#frames > 0) {
      this.#intervals.push(time.dt);
      if (this.#intervals.length > RATE_INTERVALS) this.#intervals.shift();
    }
    this.#latest = time.elapsed;
    this.#frames += 1;
  }

  #ownTime(now: number): number {
    if (this.#first === null) return 0;
    const time = now - this.#origin;
    const latest = this.#first + this.#latest;
    return Math.abs(time - latest) < CLOCK_ROUNDING ? latest : time;
  }
}

/** The time of one frame, checked. */
export interface FrameTime {
  /** Seconds since the first frame. */
  readonly elapsed: number;
  /** Seconds since the frame before; 0 for the first. */
  readonly dt: number;
  /** The first frame's time on the caller's clock. */
  readonly first: number;
  /** The own clock's reading at the caller's time 0; it counts for the first frame alone. */
  readonly origin: number;
}
