import { type Box, intersectionOverUnion } from '@poise/core';
import type { SeenFace } from './reading.js';

/**
 * A face that is back within two seconds keeps its number (`@poise/vision`); someone new must be
 * there longer than that without the candidate to be the candidate come back.
 */
const SECONDS_TO_RETURN = 2.5;

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
  /** Numbers that the candidate's face has had. */
  readonly #own = new Set<number>();
  readonly #others = new Set<number>();
  #newcomer: { readonly id: number; readonly since: number } | null = null;

  /** The number of the candidate's face; null before the choice. */
  get chosen(): number | null {
    return this.#chosen;
  }

  /** Says who the candidate is. */
  choose(id: number): void {
    this.forget();
    this.#take(id);
  }

  /** Forgets the choice. */
  forget(): void {
    this.renumber();
    this.#place = null;
  }

  /** Faces are numbered anew from now on: the candidate is the one at the place of before. */
  renumber(): void {
    this.#chosen = null;
    this.#own.clear();
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
    if (this.#chosen === null && this.#place === null) return faces[0];
    const candidate = faces.find(({ id }) => this.#own.has(id)) ?? this.#returned(faces, time);
    if (candidate === undefined) return undefined;
    this.#take(candidate.id);
    for (const { id } of faces) if (!this.#own.has(id)) this.#others.add(id);
    this.#newcomer = null;
    this.#place = candidate.box;
    return candidate;
  }

  #take(id: number): void {
    this.#chosen = id;
    this.#own.add(id);
  }

  #returned<Face extends SeenFace>(faces: readonly Face[], time: number): Face | undefined {
    const strangers = faces.filter(({ id }) => !this.#others.has(id));
    const place = this.#place;
    // After a gap, or in another worker, everybody is a stranger: places tell who is who.
    if (strangers.length === faces.length && place !== null) {
      const same = strangers.find(
        ({ box }) => intersectionOverUnion(box, place) >= SAME_PLACE_OVERLAP,
      );
      if (same !== undefined) return same;
    }
    const [only] = strangers;
    // Two strangers at once: nobody can say which of them it is.
    if (only === undefined || strangers.length > 1) {
      this.#newcomer = null;
      return undefined;
    }
    if (this.#newcomer?.id !== only.id) this.#newcomer = { id: only.id, since: time };
    return time - this.#newcomer.since < SECONDS_TO_RETURN ? undefined : only;
  }
}
