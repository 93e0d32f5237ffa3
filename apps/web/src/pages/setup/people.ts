import type { FrameReading, SeenFace } from '../../engine/reading.js';

/** Somebody counts once their face was seen this long: a single frame decides nothing. */
const SECONDS_TO_COUNT = 0.5;

/** Somebody counts no more when their face was away this long. */
const SECONDS_TO_LEAVE = 1;

/** The people before the camera, and the size of the picture that their boxes belong to. */
export interface People {
  readonly width: number;
  readonly height: number;
  /** In the order in which they came. */
  readonly faces: readonly SeenFace[];
}

/** Before anybody was seen. */
export const NOBODY: People = Object.freeze({ width: 1, height: 1, faces: [] });

/** Who is before the camera, from what the engine says of each frame. */
export class PeopleInView {
  readonly #known = new Map<number, { first: number; last: number; face: SeenFace }>();

  /** Takes a reading; times ascend. */
  add({ time, faces, width, height }: FrameReading): People {
    for (const face of faces) {
      const known = this.#known.get(face.id);
      if (known === undefined) this.#known.set(face.id, { first: time, last: time, face });
      else Object.assign(known, { last: time, face });
    }
    for (const [id, { last }] of this.#known)
      if (time - last > SECONDS_TO_LEAVE) this.#known.delete(id);
    const counted = [...this.#known.values()].filter(
      ({ first, last }) => last - first >= SECONDS_TO_COUNT,
    );
    return { width, height, faces: counted.map(({ face }) => face) };
  }
}
