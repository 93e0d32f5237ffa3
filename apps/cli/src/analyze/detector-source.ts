import type { RecordingDetector } from '@poise/analysis';
import type { ErrorCode, Frame } from '@poise/core';

/** What a run needs of the detector of @poise/vision. */
export interface RunDetector extends RecordingDetector<Frame> {
  /** Ends its thread. */
  dispose(): Promise<void>;
}

/** Errors after which a detector is of no more use: its thread is gone, or its models have failed. */
const BROKEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['RUNTIME_FAILED', 'DISPOSED']);

/**
 * The one detector of a run: started when the first recording needs it, kept for the next, and
 * started anew after one has broken.
 */
export class DetectorSource implements AsyncDisposable {
  readonly #create: () => Promise<RunDetector>;
  #detector: Promise<RunDetector> | undefined;
  #cannotStart = false;

  /** @param create - starts a detector. */
  constructor(create: () => Promise<RunDetector>) {
    this.#create = create;
  }

  /** Whether a detector could not be started: then no recording can be analysed. */
  get cannotStart(): boolean {
    return this.#cannotStart;
  }

  /** The detector. @throws PoiseError what its start throws. */
  get(): Promise<RunDetector> {
    this.#detector ??= this.#create().catch((error: unknown) => {
      this.#cannotStart = true;
      throw error;
    });
    return this.#detector;
  }

  /** Lets go of the detector if an error of this code shows that it is broken. */
  async afterError(code: ErrorCode): Promise<void> {
    if (BROKEN.has(code)) await this[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const detector = this.#detector;
    this.#detector = undefined;
    // What cannot be started, or is broken already, need not be ended in order.
    await detector?.then((started) => started.dispose()).catch(() => undefined);
  }
}
