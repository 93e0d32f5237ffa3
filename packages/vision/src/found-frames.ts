import { type Frame, PoiseError } from '@poise/core';
import { meshBox } from './face-mesh.js';
import type { FacePipeline } from './face-pipeline.js';
import type { FaceReadings, FollowedFace } from './face-result.js';
import type { TrackedFace } from './face-tracker.js';
import type { FrameAnswers, FrameRequest, LentFrame } from './worker-protocol.js';

/** What reads the frames. */
type Pipeline = Pick<FacePipeline, 'find' | 'read' | 'process' | 'reset'>;

interface FoundFrame {
  readonly frame: Frame;
  readonly faces: readonly TrackedFace[];
}

const followed = ({ points, presence, id }: TrackedFace): FollowedFace => ({
  box: meshBox(points),
  score: presence,
  id,
});

/** The buffers of an answer that are handed back. */
export function lentBuffers(answer: object | null): ArrayBuffer[] {
  return answer !== null && 'data' in answer ? [(answer.data as LentFrame['data']).buffer] : [];
}

/**
 * Answers for frames, and keeps those whose faces are found while nobody has said yet which faces are
 * to be read. A frame goes in by {@link find} and out by {@link read}; others may be found in between.
 */
export class FoundFrames {
  readonly #pipeline: Pipeline;
  readonly #waiting = new Map<number, FoundFrame>();

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Answers what is asked of frames that are lent; their bytes go back with the answer.
   *
   * @throws PoiseError as {@link read}, and what the pipeline throws.
   */
  async answer(request: FrameRequest): Promise<FrameAnswers[FrameRequest['kind']]> {
    switch (request.kind) {
      case 'detect':
        return { faces: await this.#pipeline.process(request.frame), data: request.frame.data };
      case 'find':
        return await this.find(request.ticket, request.frame);
      case 'read': {
        const { readings, frame } = await this.read(request.ticket, request.ids);
        return { ...readings, data: frame.data as LentFrame['data'] };
      }
      case 'reset':
        this.#pipeline.reset();
        return null;
    }
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
   * @param ids - of the faces to read, the one that matters most first.
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
      ids.find((id) => faces.some((face) => face.id === id)),
    );
    const others = faces.filter(({ id }) => !chosen.has(id)).map(followed);
    return { readings: { faces: read, others }, frame };
  }
}
