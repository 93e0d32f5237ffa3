import { PeopleInView } from '@poise/analysis';
import type { FrameReading, SeenFace } from '../../engine/reading.js';

/** The people before the camera, and the size of the picture that their boxes belong to. */
export interface People {
  readonly width: number;
  readonly height: number;
  /** In the order in which they came. */
  readonly faces: readonly SeenFace[];
}

/** Before anybody was seen. */
export const NOBODY: People = Object.freeze({ width: 1, height: 1, faces: [] });

/** Who is before the camera and where, from what the engine says of each frame. */
export class PeopleBeforeCamera {
  readonly #view = new PeopleInView();
  readonly #places = new Map<number, SeenFace>();

  /** Takes a reading; times ascend. */
  add({ time, faces, width, height }: FrameReading): People {
    for (const face of faces) this.#places.set(face.id, face);
    for (const id of this.#view.add(
      faces.map(({ id }) => id),
      time,
    ))
      this.#places.delete(id);
    const counted = this.#view.inView.flatMap((id) => this.#places.get(id) ?? []);
    return { width, height, faces: counted };
  }
}
