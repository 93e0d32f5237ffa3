import { LONGEST_FRAME_SECONDS } from './evidence.js';

/** A stretch without a face counts as an absence from here on: shorter is a look aside. */
export const ABSENCE_SECONDS = 2;

/**
 * Without any frame for this many usual intervals (and for {@link ABSENCE_SECONDS}), the camera was
 * off or the page hidden: nobody was seen in that time.
 */
export const UNSEEN_INTERVALS = 3;

/** A stretch without a face. */
export interface Absence {
  readonly start: number;
  readonly end: number;
}

/** Keeps when a face was there: seconds, frames and absences. */
export class Presence {
  #frames = 0;
  #faces = 0;
  #faceSeconds = 0;
  #startsWithFace = false;
  #latest = 0;
  #missingSince: number | null = null;
  #interrupted = false;
  readonly #absences: Absence[] = [];
  #longest = 0;

  /** Frames with a face. */
  get faces(): number {
    return this.#faces;
  }

  /**
   * Adds a frame.
   *
   * @param face - whether it shows a face.
   * @param time - seconds since the first frame.
   * @param usualInterval - the usual distance of frames in seconds, null when it is not known yet.
   * @returns whether the face comes back after an absence.
   */
  add(face: boolean, time: number, usualInterval: number | null): boolean {
    const dt = time - this.#latest;
    const unseen =
      !this.#interrupted &&
      usualInterval !== null &&
      dt >= ABSENCE_SECONDS &&
      dt >= UNSEEN_INTERVALS * usualInterval;
    if (unseen) this.#missingSince ??= this.#latest;
    if (!face) this.#missingSince ??= time;
    if (this.#frames === 0) this.#startsWithFace = face;
    this.#frames += 1;
    this.#latest = time;
    this.#interrupted = false;
    if (!face) return false;
    this.#faces += 1;
    this.#faceSeconds += Math.min(dt, LONGEST_FRAME_SECONDS);
    const returned = this.#close(time);
    this.#missingSince = null;
    return returned;
  }

  /** Ends an open stretch without a face at the last frame; until the next one, nothing is missing. */
  interrupt(): void {
    this.#close(this.#latest);
    this.#missingSince = null;
    this.#interrupted = true;
  }

  /**
   * Seconds with a face. The first frame has none before it, so it counts for a usual interval.
   */
  faceSeconds(usualInterval: number | null): number {
    const first = this.#startsWithFace ? Math.min(usualInterval ?? 0, LONGEST_FRAME_SECONDS) : 0;
    return this.#faceSeconds + first;
  }

  /** The absences so far; one that goes on ends with the last frame. */
  absences(): Absence[] {
    const open = this.#missingSince;
    const lasts = open !== null && this.#latest - open >= ABSENCE_SECONDS;
    return lasts ? [...this.#absences, { start: open, end: this.#latest }] : [...this.#absences];
  }

  /** The longest stretch without a face, also one too short to be an absence, in seconds. */
  longestAbsence(): number {
    const open = this.#missingSince === null ? 0 : this.#latest - this.#missingSince;
    return Math.max(this.#longest, open);
  }

  #close(time: number): boolean {
    const start = this.#missingSince;
    if (start === null) return false;
    this.#longest = Math.max(this.#longest, time - start);
    if (time - start < ABSENCE_SECONDS) return false;
    this.#absences.push({ start, end: time });
    return true;
  }
}
