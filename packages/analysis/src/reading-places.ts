import type { PlacedFace } from './recording.js';

/** For so long somebody out of view keeps their place; a detector keeps the id of a face as long. */
const SECONDS_KEPT = 2;

/**
 * Says whose faces are read where more are followed than may be. Whoever has a place keeps it while
 * in view: with places that went from face to face, nobody's session would be whole.
 */
export class ReadingPlaces {
  readonly #places: number;
  /** When each who has a place was last seen, by id. */
  readonly #holders = new Map<number, number>();

  /** @param places - how many people are read at once, the candidate among them; 1 or more. */
  constructor(places: number) {
    this.#places = places;
  }

  /**
   * Gives the ids of the faces to read in the next frame, the candidate's first.
   *
   * @param faces - all faces of the frame.
   * @param candidate - the candidate's id, which always has a place; undefined when not in view.
   * @param timestamp - in seconds, never less than before.
   */
  next(faces: readonly PlacedFace[], candidate: number | undefined, timestamp: number): number[] {
    for (const [id, seen] of this.#holders) {
      if (timestamp - seen > SECONDS_KEPT) this.#holders.delete(id);
    }
    const ids = faces.map(({ id }) => id);
    // One place stays the candidate's while they are away.
    const others = ids.filter((id) => id !== candidate);
    if (candidate !== undefined) this.#holders.delete(candidate);
    for (const id of others) {
      if (this.#holders.has(id) || this.#holders.size < this.#places - 1) {
        this.#holders.set(id, timestamp);
      }
    }
    const read = others.filter((id) => this.#holders.has(id));
    return candidate !== undefined && ids.includes(candidate) ? [candidate, ...read] : read;
  }
}
