import { Worker } from 'node:worker_threads';
import { PoiseError } from '@poise/core';
import { PendingCalls } from './pending-calls.js';
import {
  READY_ID,
  type WorkerAnswers,
  type WorkerReply,
  type WorkerRequest,
  type WorkerSetup,
} from './worker-protocol.js';

/**
 * The thread that runs the models, seen from the caller's side. Calls are answered in order. The
 * thread keeps the process alive only while a call is pending.
 */
export class VisionWorker {
  readonly #worker: Worker;
  readonly #pending = new PendingCalls<WorkerAnswers[keyof WorkerAnswers]>();
  readonly #ready: Promise<WorkerAnswers['ready']>;
  #nextId = READY_ID + 1;
  #closed: PoiseError | undefined;

  private constructor(setup: WorkerSetup) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: setup,
      // Flags such as --input-type or --eval speak of the caller's script, not of the worker's.
      execArgv: [],
    });
    this.#ready = this.#expect(READY_ID) as Promise<WorkerAnswers['ready']>;
    this.#worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on('error', (cause) => {
      this.#close(new PoiseError('RUNTIME_FAILED', `the model thread broke: ${cause}`, { cause }));
    });
    this.#worker.on('exit', (code) => {
      this.#close(new PoiseError('RUNTIME_FAILED', `the model thread ended with code ${code}`));
    });
  }

  /**
   * Starts the thread and loads its models.
   *
   * @throws PoiseError what went wrong with a model or the device; the thread is then gone.
   */
  static async start(
    setup: WorkerSetup,
  ): Promise<{ worker: VisionWorker; ready: WorkerAnswers['ready'] }> {
    const worker = new VisionWorker(setup);
    try {
      return { worker, ready: await worker.#ready };
    } catch (error) {
      await worker.dispose();
      throw error;
    }
  }

  /**
   * Asks the thread to do something.
   *
   * @param transfer - buffers of the request that are handed over; all others are copied.
   * @throws PoiseError DISPOSED after {@link dispose}, RUNTIME_FAILED when the thread broke.
   */
  async call<R extends WorkerRequest>(
    request: R,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<WorkerAnswers[R['kind']]> {
    if (this.#closed !== undefined) throw this.#closed;
    const id = this.#nextId++;
    const answer = this.#expect(id);
    this.#worker.postMessage({ id, request }, transfer);
    return (await answer) as WorkerAnswers[R['kind']];
  }

  /** Ends the thread and frees its models. Pending calls fail with DISPOSED. Safe to call twice. */
  async dispose(): Promise<void> {
    this.#close(new PoiseError('DISPOSED'));
    await this.#worker.terminate();
  }

  #expect(id: number): Promise<WorkerAnswers[keyof WorkerAnswers]> {
    this.#worker.ref();
    return this.#pending.expect(id);
  }

  #settle(reply: WorkerReply): void {
    this.#pending.settle(reply);
    if (this.#pending.size === 0) this.#worker.unref();
  }

  #close(reason: PoiseError): void {
    this.#closed ??= reason;
    this.#pending.failAll(this.#closed);
  }
}
