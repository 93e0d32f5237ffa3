import { RunningMedian } from './running-median.js';

/** An eye counts as closed under this share of the person's own open eye. */
export const CLOSED_SHARE = 0.5;

/** It counts as open again over this share: noise at one threshold does not make two blinks of one. */
export const OPEN_SHARE = 0.6;

/** Shorter closures are noise of the reading, in seconds. */
export const SHORTEST_BLINK_SECONDS = 0.05;

/** A longer closure is no blink but closed eyes, in seconds. */
export const LONGEST_BLINK_SECONDS = 0.5;

/**
 * The fewest frames a second, on average, at which blinks are counted: a blink keeps the eye closed
 * for a tenth of a second or two. Of 55 blinks that 24 frames a second show, 15 of these frames
 * show 52 to 54, and 10 show 49 to 51.
 */
export const MINIMUM_BLINK_RATE = 15;

/** Cameras waver: 14.5 frames a second are taken for 15. */
const LONGEST_MEAN_INTERVAL = 1 / (MINIMUM_BLINK_RATE - 0.5);

/** Without a reading for this long, what the eyes did in between is not known, in seconds. */
const LONGEST_GAP_SECONDS = 0.2;

/** Without a resting face, the open eye is the median of this many readings or more: two seconds at 15 a second. */
const WARM_UP_READINGS = 30;

/** A time in which the eyes were closed. */
export interface EyeClosure {
  readonly start: number;
  readonly end: number;
}

/** What a reading of the eyes came to. */
export interface EyeStep {
  /** The seconds that it adds in which blinks could be counted. */
  readonly watched: number;
  /** The closure that ended with it. */
  readonly closure: EyeClosure | null;
}

/** Whether a closure is a blink rather than closed eyes. */
export function isBlink({ start, end }: EyeClosure): boolean {
  return end - start <= LONGEST_BLINK_SECONDS;
}

/**
 * Finds closures of the eyes against the person's own open eye. Between two readings the lids are
 * taken to move along a straight line, so that the frame rate hardly moves the length of a closure.
 */
export class EyeClosures {
  readonly #given: number | null;
  readonly #seen = new RunningMedian(0, 1, 0.005);
  #last: { readonly time: number; readonly openness: number } | null = null;
  #closedSince: number | null = null;

  /** @param openEye - how far the eyes of the resting face are open; null when it is not known. */
  constructor(openEye: number | null) {
    this.#given = openEye;
  }

  /**
   * How far this person's eyes are open: those of the resting face, or the median so far, because
   * eyes are open nearly all the time; null while it is not known.
   */
  get openEye(): number | null {
    if (this.#given !== null) return this.#given;
    return this.#seen.count < WARM_UP_READINGS ? null : this.#seen.value;
  }

  /**
   * Adds a reading.
   *
   * @param openness - of the eyes; null when they cannot be read.
   * @param meanInterval - the mean distance of frames in seconds.
   */
  add(openness: number | null, time: number, meanInterval: number | null): EyeStep {
    if (openness === null) {
      this.interrupt();
      return NOTHING;
    }
    if (this.#given === null) this.#seen.add(openness);
    const last = this.#last;
    const openEye = this.openEye;
    this.#last = { time, openness };
    if (last !== null && time === last.time) return NOTHING;
    const fast = meanInterval !== null && meanInterval <= LONGEST_MEAN_INTERVAL;
    if (last === null || openEye === null || !fast || time - last.time > LONGEST_GAP_SECONDS) {
      this.#closedSince = null;
      return NOTHING;
    }
    const crossing = (level: number): number =>
      last.time + ((last.openness - level) / (last.openness - openness)) * (time - last.time);
    const closed = CLOSED_SHARE * openEye;
    if (this.#closedSince === null) {
      if (openness < closed && last.openness >= closed) this.#closedSince = crossing(closed);
      return { watched: time - last.time, closure: null };
    }
    if (openness < OPEN_SHARE * openEye) return { watched: time - last.time, closure: null };
    const start = this.#closedSince;
    this.#closedSince = null;
    // Where it passed the level at which it closed; the reading before may lie over that already.
    const end = last.openness >= closed ? last.time : crossing(closed);
    const closure = end - start < SHORTEST_BLINK_SECONDS ? null : { start, end };
    return { watched: time - last.time, closure };
  }

  /** Forgets an open closure: the eyes were not seen in between. */
  interrupt(): void {
    this.#last = null;
    this.#closedSince = null;
  }
}

const NOTHING: EyeStep = Object.freeze({ watched: 0, closure: null });
