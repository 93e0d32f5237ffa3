import { type ErrorCode, PoiseError } from '@poise/core';
import type {
  BackendInfo,
  BrowserAnswers,
  BrowserRequest,
  BrowserSetup,
  LoadProgress,
} from './protocol.js';
import { WorkerHandle } from './worker-handle.js';

/** Who is told what happens to the worker. */
export interface WorkerListeners {
  onProgress(progress: LoadProgress): void;
  onRestart(reason: PoiseError): void;
}

/** Errors after which the worker is of no more use, or that a second try may not have. */
const WORTH_A_RESTART: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ASSET_UNREACHABLE',
  'MODEL_CORRUPTED',
  'RUNTIME_FAILED',
]);

/** A worker that is started a second time when it breaks or cannot be loaded, and not a third. */
export class SteadyWorker {
  readonly #setup: BrowserSetup;
  readonly #listeners: WorkerListeners;
  #handle: WorkerHandle;
  #restart: Promise<BackendInfo> | undefined;
  #disposed = false;

  private constructor(setup: BrowserSetup, listeners: WorkerListeners) {
    this.#setup = setup;
    this.#listeners = listeners;
    this.#handle = new WorkerHandle(listeners.onProgress);
  }

  /**
   * Starts the worker and loads its models.
   *
   * @throws PoiseError what went wrong the second time.
   */
  static async start(
    setup: BrowserSetup,
    listeners: WorkerListeners,
  ): Promise<{ worker: SteadyWorker; info: BackendInfo }> {
    const worker = new SteadyWorker(setup, listeners);
    try {
      const info = await worker.#handle
        .call({ kind: 'start', setup })
        .catch((error: unknown) => worker.#startAgain(error));
      return { worker, info };
    } catch (error) {
      worker.dispose();
      throw error;
    }
  }

  /** Whether there is no worker any more that could answer. */
  get isBroken(): boolean {
    return this.#handle.isClosed;
  }

  /**
   * Asks the worker to do something. A call that the worker broke under fails; those after it go to
   * its successor.
   *
   * @throws PoiseError what the worker answers; RUNTIME_FAILED; DISPOSED.
   */
  async call<R extends BrowserRequest>(
    request: R,
    transfer: Transferable[] = [],
  ): Promise<BrowserAnswers[R['kind']]> {
    await this.#restart;
    try {
      return await this.#handle.call(request, transfer);
    } catch (error) {
      // Only the first failure of a worker brings its successor; it is there when this fails.
      if (this.#restart === undefined && !this.#disposed) await this.#startAgain(error);
      throw error;
    }
  }

  /** Ends the worker. Safe to call twice. */
  dispose(): void {
    this.#disposed = true;
    this.#handle.close();
  }

  #startAgain(reason: unknown): Promise<BackendInfo> {
    const mendable = reason instanceof PoiseError && WORTH_A_RESTART.has(reason.code);
    if (!mendable || this.#restart !== undefined || this.#disposed) return Promise.reject(reason);
    this.#handle.close(reason);
    this.#listeners.onRestart(reason);
    this.#handle = new WorkerHandle(this.#listeners.onProgress);
    this.#restart = this.#handle.call({ kind: 'start', setup: this.#setup });
    return this.#restart;
  }
}
