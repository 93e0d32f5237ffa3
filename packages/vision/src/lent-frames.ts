import type { Frame } from '@poise/core';
import type { ChooseFaces, FaceReadings, FaceResult } from './face-result.js';
import { FramePool } from './frame-pool.js';
import { readChosen } from './read-chosen.js';
import { assertFrame } from './validate.js';
import type { FrameAnswers, FrameRequest, LentFrame } from './worker-protocol.js';

/** A worker as far as frames are lent to it. */
export interface LentFrameWorker {
  call<R extends FrameRequest>(
    request: R,
    transfer?: ArrayBuffer[],
  ): Promise<FrameAnswers[R['kind']]>;
}

/** Lends copies of frames to a worker that reads them, and takes the buffers back. */
export class LentFrames {
  readonly #worker: LentFrameWorker;
  readonly #pool = new FramePool();
  #nextTicket = 0;

  constructor(worker: LentFrameWorker) {
    this.#worker = worker;
  }

  /**
   * Has every face of a frame read.
   *
   * @throws PoiseError FRAME_INVALID; what the worker throws.
   */
  async detect(frame: Frame): Promise<FaceResult[]> {
    const lent = this.#lend(frame);
    const answer = await this.#worker.call({ kind: 'detect', frame: lent }, [lent.data.buffer]);
    this.#pool.giveBack(answer.data);
    return answer.faces;
  }

  /**
   * Has the faces of a frame found, and those read that are chosen.
   *
   * @throws PoiseError FRAME_INVALID; what the worker and `choose` throw.
   */
  async read(frame: Frame, choose: ChooseFaces): Promise<FaceReadings> {
    const lent = this.#lend(frame);
    const ticket = this.nextTicket();
    const found = await this.#worker.call({ kind: 'find', ticket, frame: lent }, [
      lent.data.buffer,
    ]);
    const { faces, others, data } = await readChosen(found, choose, (ids) =>
      this.#worker.call({ kind: 'read', ticket, ids }),
    );
    this.#pool.giveBack(data);
    return { faces, others };
  }

  /** A number under which the worker keeps a frame until it is read; no other frame gets it. */
  nextTicket(): number {
    return this.#nextTicket++;
  }

  #lend(frame: Frame): LentFrame {
    assertFrame(frame);
    const { width, height, data, timestamp } = frame;
    return { width, height, data: this.#pool.copyOf(data), timestamp };
  }
}
