import { LONGEST_FRAME_SECONDS } from './evidence.js';

/** A stretch without a face counts as an absence from here on: shorter is a look aside. */
export const ABSENCE_SECONDS = 2;

/** Without any frame for this many usual intervals (and for {@link ABSENCE_SECONDS}), frames are missing. */
const MISSING_INTERVALS = 3;

/** Whether a frame shows a face: one that counts as evidence, one that shows too little to, or none. */
export type FacePresence = 'counts' | 'poor' | 'none';

/** A stretch without a face. */
export interface Absence {
  readonly start: number;
  readonly end: number;
}

/** Keeps when a face was there, and when it counted: seconds, frames and absences. */
export class FaceAbsences {
  #frames = 0;
  #faces = 0;
  #seen = 0;
  #faceSeconds = 0;
  #seenSeconds = 0;
  #first: FacePresence = 'none';
  #latest = 0;
  #missingSince: number | null = null;
  #interrupted = false;
  readonly #isRecording: boolean;
  readonly #absences: Absence[] = [];
  readonly #gaps: Absence[] = [];
  #longest = 0;

  /**
   * @param isRecording - whether frames that are missing are a part that a recording has no pictures
   * of. In a live session the camera was off or the page hidden.
   */
  constructor(isRecording: boolean) {
    this.#isRecording = isRecording;
  }

  /** Frames with a face that counts. */
  get faces(): number {
    return this.#faces;
  }

  /** Frames with a face, also with one that shows too little to count. */
  get seen(): number {
    return this.#seen;
  }

  /**
   * Adds a frame.
   *
   * @param face - whether it shows a face, and whether that counts.
   * @param time - seconds since the first frame.
   * @param usualInterval - the usual distance of frames in seconds, null when it is not known yet.
   * @returns whether the face comes back after an absence, or frames are missing before this one.
   */
  add(face: FacePresence, time: number, usualInterval: number | null): boolean {
    const isFirst = this.#frames === 0;
    const dt = isFirst ? 0 : time - this.#latest;
    const unseen =
      !this.#interrupted &&
      usualInterval !== null &&
      dt >= ABSENCE_SECONDS &&
      dt >= MISSING_INTERVALS * usualInterval;
    const isGap = (unseen || (isFirst && time >= ABSENCE_SECONDS)) && this.#isRecording;
    if (isGap) this.#addGap(time);
    else if (unseen) this.#missingSince ??= this.#latest;
    if (face === 'none') this.#missingSince ??= time;
    if (this.#frames === 0) this.#first = face;
    this.#frames += 1;
    this.#latest = time;
    this.#interrupted = false;
    if (face === 'none') return isGap;
    this.#seen += 1;
    this.#seenSeconds += Math.min(dt, LONGEST_FRAME_SECONDS);
    if (face === 'counts') {
      this.#faces += 1;
      this.#faceSeconds += Math.min(dt, LONGEST_FRAME_SECONDS);
    }
    const returned = this.#close(time);
    this.#missingSince = null;
    return returned || isGap;
  }

  /** Ends an open stretch without a face at the last frame; until the next one, nothing is missing. */
  interrupt(): void {
    this.#close(this.#latest);
    this.#missingSince = null;
    this.#interrupted = true;
  }

  /**
   * Seconds with a face that counts. The first frame has none before it, so it counts for a usual
   * interval.
   */
  faceSeconds(usualInterval: number | null): number {
    const first = this.#first === 'counts' ? usualInterval : 0;
    return this.#faceSeconds + Math.min(first ?? 0, LONGEST_FRAME_SECONDS);
  }

  /** The same for every face that was seen. */
  seenSeconds(usualInterval: number | null): number {
    const first = this.#first === 'none' ? 0 : usualInterval;
    return this.#seenSeconds + Math.min(first ?? 0, LONGEST_FRAME_SECONDS);
  }

  /** The absences so far; one that goes on ends with the last frame. */
  absences(): Absence[] {
    const open = this.#missingSince;
    const lasts = open !== null && this.#latest - open >= ABSENCE_SECONDS;
    return lasts ? [...this.#absences, { start: open, end: this.#latest }] : [...this.#absences];
  }

  /** Those of them in which a recording has no pictures: nobody knows who was there. */
  gaps(): Absence[] {
    return [...this.#gaps];
  }

  /** The longest stretch without a face, also one too short to be an absence, in seconds. */
  longestAbsence(): number {
    const open = this.#missingSince === null ? 0 : this.#latest - this.#missingSince;
    return Math.max(this.#longest, open);
  }

  /** A part of a recording without pictures is an absence of its own. */
  #addGap(end: number): void {
    const start = this.#latest;
    this.#close(start);
    this.#missingSince = null;
    this.#absences.push({ start, end });
    this.#gaps.push({ start, end });
    this.#longest = Math.max(this.#longest, end - start);
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
