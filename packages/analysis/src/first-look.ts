import { prominence } from './prominence.js';
import type { FrameMoment, PlacedFace } from './recording.js';

/**
 * How long the first look lasts. A detector looks at the whole frame every two seconds: whom its
 * first look missed is seen by then, and has half a second and more to be in front.
 */
const SECONDS_TO_DECIDE = 3;

/** Someone who leans in is not yet the candidate; someone who is a quarter more prominent is in front. */
const CLEARLY_MORE = 1.25;

/** For how long another must be clearly more prominent. */
const SECONDS_TO_LEAD = 0.5;

/** A face that was in view for so long counts as a person. */
const SECONDS_TO_COUNT = 0.5;

/** Who is in front and is not seen for so long has left. */
const SECONDS_TO_LEAVE = 1;

/** How much a face stood out so far, and when it was first and last seen. */
interface Standing {
  sum: number;
  frames: number;
  readonly first: number;
  last: number;
}

const counts = ({ first, last }: Standing): boolean => last - first >= SECONDS_TO_COUNT;

/**
 * Who is in front at the beginning: the face that is the most prominent on average, over windows of
 * half a second and more.
 */
export class FirstLook {
  readonly #standings = new Map<number, Standing>();
  #start: number | null = null;
  #leader: number | null = null;
  #rival: { readonly id: number; readonly since: number } | null = null;

  /** The id of the face that is in front so far; null while there is none. */
  get leader(): number | null {
    return this.#leader;
  }

  /** Adds a frame. */
  add(faces: readonly PlacedFace[], { width, height, timestamp }: FrameMoment): void {
    for (const { id, box } of faces) {
      const standing = this.#standings.get(id) ?? newStanding(timestamp);
      standing.sum += prominence(box, width, height);
      standing.frames += 1;
      standing.last = timestamp;
      this.#standings.set(id, standing);
    }
    const leader = this.#leader;
    if (leader !== null && this.#stays(leader, faces, timestamp))
      this.#challenge(leader, faces, timestamp);
    else this.#begin(faces, timestamp);
  }

  /** Whether there is somebody in front who counts as a person, and it has lasted long enough. */
  isOver(timestamp: number): boolean {
    const leader = this.#leader === null ? undefined : this.#standings.get(this.#leader);
    if (leader === undefined || this.#start === null) return false;
    return counts(leader) && timestamp - this.#start >= SECONDS_TO_DECIDE;
  }

  /** Whoever is not seen stays in front for a while, unless it was a flicker and others are there. */
  #stays(leader: number, faces: readonly PlacedFace[], timestamp: number): boolean {
    const standing = this.#standings.get(leader);
    if (standing === undefined) return false;
    if (standing.last === timestamp) return true;
    const mayReturn = counts(standing) || faces.length === 0;
    return mayReturn && timestamp - standing.last < SECONDS_TO_LEAVE;
  }

  #begin(faces: readonly PlacedFace[], timestamp: number): void {
    this.#leader = this.#foremost(faces);
    this.#rival = null;
    if (this.#leader === null) {
      this.#start = null;
      this.#standings.clear();
    } else this.#start ??= timestamp;
  }

  #challenge(leader: number, faces: readonly PlacedFace[], timestamp: number): void {
    const other = this.#foremost(faces);
    if (other === null || this.#mean(other) < CLEARLY_MORE * this.#mean(leader)) {
      this.#rival = null;
      return;
    }
    if (this.#rival?.id !== other) this.#rival = { id: other, since: timestamp };
    if (timestamp - this.#rival.since < SECONDS_TO_LEAD) return;
    this.#leader = other;
    this.#rival = null;
  }

  #foremost(faces: readonly PlacedFace[]): number | null {
    const [first] = faces.toSorted((a, b) => this.#mean(b.id) - this.#mean(a.id));
    return first?.id ?? null;
  }

  #mean(id: number): number {
    const { sum, frames } = this.#standings.get(id) ?? { sum: 0, frames: 1 };
    return sum / frames;
  }
}

const newStanding = (timestamp: number): Standing => ({
  sum: 0,
  frames: 0,
  first: timestamp,
  last: timestamp,
});
