import { type Frame, PoiseError } from '@poise/core';
import { meshBox } from './face-mesh.js';
import type { FacePipeline } from './face-pipeline.js';
import type { FaceReadings, FollowedFace } from './face-result.js';
import type { TrackedFace } from './face-tracker.js';

interface FoundFrame {
  readonly frame: Frame;
  readonly faces: readonly TrackedFace[];
}

const followed = ({ points, presence, id }: TrackedFace): FollowedFace => ({
  box: meshBox(points),
  score: presence,
  id,
});

/**
 * The frames whose faces are found, and of which nobody has said yet which faces are to be read. A
 * frame goes in by {@link find} and out by {@link read}; others may be found in between.
 */
export class FoundFrames {
  readonly #pipeline: Pick<FacePipeline, 'find' | 'read'>;
  readonly #waiting = new Map<number, FoundFrame>();

  constructor(pipeline: Pick<FacePipeline, 'find' | 'read'>) {
    this.#pipeline = pipeline;
  }

  /**
   * Finds the faces of a frame and keeps it.
   *
   * @param ticket - names the frame until it is read; no other frame has it.
   */
  async find(ticket: number, frame: Frame): Promise<FollowedFace[]> {
    const faces = await this.#pipeline.find(frame);
    this.#waiting.set(ticket, { frame, faces });
    return faces.map(followed);
  }

  /**
   * Reads the chosen faces of a frame, and lets the frame go.
   *
   * @param ids - of the faces to read.
   * @throws PoiseError FRAME_INVALID when no frame has the ticket: it was found by a worker that has
   * ended since.
   */
  async read(
    ticket: number,
    ids: readonly number[],
  ): Promise<{ readonly readings: FaceReadings; readonly frame: Frame }> {
    const found = this.#waiting.get(ticket);
    if (found === undefined) throw new PoiseError('FRAME_INVALID', 'the frame is no longer here');
    this.#waiting.delete(ticket);
    const { frame, faces } = found;
    const chosen = new Set(ids);
    const read = await this.#pipeline.read(
      frame,
      faces.filter(({ id }) => chosen.has(id)),
    );
    const others = faces.filter(({ id }) => !chosen.has(id)).map(followed);
    return { readings: { faces: read, others }, frame };
  }
}
