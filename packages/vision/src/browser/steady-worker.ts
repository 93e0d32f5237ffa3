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

/** Whether a worker that gave this error is done for. */
function isBreak(error: unknown): error is PoiseError {
  return error instanceof PoiseError && WORTH_A_RESTART.has(error.code);
}

/** A worker that is started a second time when it breaks or cannot be loaded, and not a third. */
export class SteadyWorker {
  readonly #setup: BrowserSetup;
  readonly #listeners: WorkerListeners;
  #handle: WorkerHandle;
  #info: BackendInfo | undefined;
  #restart: Promise<void> | undefined;
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
  static async start(setup: BrowserSetup, listeners: WorkerListeners): Promise<SteadyWorker> {
    const worker = new SteadyWorker(setup, listeners);
    try {
      await worker.#load().catch((error: unknown) => worker.#startAgain(error));
      return worker;
    } catch (error) {
      worker.dispose();
      throw error;
    }
  }

  /** What runs; another object after a second start. */
  get info(): BackendInfo {
    if (this.#info === undefined) throw new PoiseError('RUNTIME_FAILED', 'not started');
    return this.#info;
  }

  /** Whether there is no worker any more that could answer. */
  get isBroken(): boolean {
    return this.#handle.isClosed;
  }

  /**
   * Asks the worker to do something. A call that the worker broke under fails; those after it go to
   * its successor, if there is one.
   *
   * @throws PoiseError what the worker answers; RUNTIME_FAILED; DISPOSED.
   */
  async call<R extends BrowserRequest>(
    request: R,
    transfer: Transferable[] = [],
  ): Promise<BrowserAnswers[R['kind']]> {
    await this.#restart;
    const handle = this.#handle;
    try {
      return await handle.call(request, transfer);
    } catch (error) {
      // Of the calls that a worker broke under, only the first brings its successor.
      if (isBreak(error) && handle === this.#handle && !this.#disposed) {
        await this.#startAgain(error);
      }
      throw error;
    }
  }

  /** Ends the worker. Safe to call twice. */
  dispose(): void {
    this.#disposed = true;
    this.#handle.close();
  }

  async #load(): Promise<void> {
    this.#info = await this.#handle.call({ kind: 'start', setup: this.#setup });
  }

  async #startAgain(reason: unknown): Promise<void> {
    if (!isBreak(reason)) throw reason;
    this.#handle.close(reason);
    if (this.#restart !== undefined) throw reason;
    this.#listeners.onRestart(reason);
    const handle = new WorkerHandle(this.#listeners.onProgress);
    this.#handle = handle;
    this.#restart = this.#load().catch((error: unknown) => {
      handle.close(error instanceof PoiseError ? error : reason);
      throw error;
    });
    await this.#restart;
  }
}
