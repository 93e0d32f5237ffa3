import { PoiseError } from '@poise/core';
import { PendingCalls } from '../pending-calls.js';
import type { WorkerReply } from '../worker-protocol.js';
import type {
  BrowserAnswers,
  BrowserCall,
  BrowserNews,
  BrowserRequest,
  LoadProgress,
} from './protocol.js';
import { Watchdog } from './watchdog.js';

type Answer = BrowserAnswers[keyof BrowserAnswers];

/** Milliseconds from look to look at whether the worker still answers. */
const WATCH_MS = 5000;

/**
 * A frame takes a twentieth of a second; a graphics card that hangs, or a worker that was killed for
 * its memory, gives no answer at all. It is given up after this many looks.
 */
const ANSWER_LOOKS = 3;

/** The same while it loads and no further byte comes: compiling takes a slow device long. */
const START_LOOKS = 24;

/** The worker that runs the models, seen from the page's side. Calls are answered in order. */
export class WorkerHandle {
  readonly #worker: Worker;
  readonly #pending = new PendingCalls<Answer>();
  #nextId = 0;
  #loading: Watchdog | undefined;
  #closed: PoiseError | undefined;

  /** @param onProgress - told how much of what is loaded is there. */
  constructor(onProgress: (progress: LoadProgress) => void) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      type: 'module',
      name: 'poise-vision',
    });
    this.#worker.onmessage = ({ data }: MessageEvent<WorkerReply<Answer> | BrowserNews>) => {
      if ('progress' in data) {
        this.#loading?.feed();
        onProgress(data.progress);
      } else this.#pending.settle(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(`the model worker broke: ${event.message ?? 'it could not be loaded'}`);
    };
    this.#worker.onmessageerror = () => this.#fail('the model worker answered unreadably');
  }

  /** Whether it was closed, or broke. */
  get isClosed(): boolean {
    return this.#closed !== undefined;
  }

  /**
   * Asks the worker to do something.
   *
   * @param transfer - what of the request is handed over; all else is copied.
   * @throws PoiseError what the worker answers; RUNTIME_FAILED when it broke or does not answer;
   * DISPOSED after {@link close}.
   */
  async call<R extends BrowserRequest>(
    request: R,
    transfer: Transferable[] = [],
  ): Promise<BrowserAnswers[R['kind']]> {
    if (this.#closed !== undefined) throw this.#closed;
    const id = this.#nextId++;
    this.#worker.postMessage({ id, request } satisfies BrowserCall, transfer);
    const answer = this.#pending.expect(id);
    const starts = request.kind === 'start';
    const watchdog = new Watchdog(WATCH_MS, starts ? START_LOOKS : ANSWER_LOOKS, () =>
      this.#fail('the model worker does not answer'),
    );
    if (starts) this.#loading = watchdog;
    try {
      return (await answer) as BrowserAnswers[R['kind']];
    } finally {
      watchdog.stop();
    }
  }

  /** Ends the worker. Pending calls fail with the reason. Safe to call twice. */
  close(reason: PoiseError = new PoiseError('DISPOSED')): void {
    this.#closed ??= reason;
    this.#worker.terminate();
    this.#pending.failAll(this.#closed);
  }

  #fail(detail: string): void {
    this.close(new PoiseError('RUNTIME_FAILED', detail));
  }
}
