import { type Box, intersectionOverUnion } from '@poise/core';
import type { SeenFace } from './reading.js';

/** Someone new must be there this long without the candidate to be the candidate come back. */
const SECONDS_TO_RETURN = 0.5;

/** A face that overlaps the candidate's last place this much is theirs, when all are numbered anew. */
const SAME_PLACE_OVERLAP = 0.3;

/**
 * Keeps to the person who was chosen among several. A face that was ever seen beside the candidate's
 * is somebody else for good; one that comes while the candidate is away, and was not seen before, is
 * the candidate come back.
 */
export class CandidateChoice {
  #chosen: number | null = null;
  #place: Box | null = null;
  readonly #others = new Set<number>();
  #newcomer: { readonly id: number; readonly since: number } | null = null;

  /** The number of the candidate's face; null before the choice. */
  get chosen(): number | null {
    return this.#chosen;
  }

  /** Says who the candidate is. */
  choose(id: number): void {
    this.forget();
    this.#chosen = id;
  }

  /** Forgets the choice. */
  forget(): void {
    this.renumber();
    this.#place = null;
  }

  /** Faces are numbered anew from now on: the candidate is the one at the place of before. */
  renumber(): void {
    this.#chosen = null;
    this.#others.clear();
    this.#newcomer = null;
  }

  /**
   * The candidate's face in the next frame.
   *
   * @param faces - the largest first.
   * @param time - of the frame, in seconds; times ascend.
   * @returns the largest face before a choice; undefined while the candidate is not seen.
   */
  next<Face extends SeenFace>(faces: readonly Face[], time: number): Face | undefined {
    if (this.#chosen === null) {
      const place = this.#place;
      if (place === null) return faces[0];
      const same = faces.find(({ box }) => intersectionOverUnion(box, place) >= SAME_PLACE_OVERLAP);
      if (same === undefined) return undefined;
      this.#chosen = same.id;
    }
    const candidate = faces.find(({ id }) => id === this.#chosen);
    if (candidate === undefined) return this.#returned(faces, time);
    for (const { id } of faces) if (id !== this.#chosen) this.#others.add(id);
    this.#newcomer = null;
    this.#place = candidate.box;
    return candidate;
  }

  #returned<Face extends SeenFace>(faces: readonly Face[], time: number): Face | undefined {
    const strangers = faces.filter(({ id }) => !this.#others.has(id));
    const [only] = strangers;
    // Two strangers at once: nobody can say which of them it is.
    if (only === undefined || strangers.length > 1) {
      this.#newcomer = null;
      return undefined;
    }
    if (this.#newcomer?.id !== only.id) this.#newcomer = { id: only.id, since: time };
    if (time - this.#newcomer.since < SECONDS_TO_RETURN) return undefined;
    this.#chosen = only.id;
    return only;
  }
}
