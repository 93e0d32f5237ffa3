import { PoiseError, unpackError } from '@poise/core';
import type {
  AnswerOf,
  CallMessage,
  CallName,
  ProgressOf,
  ReplyMessage,
  RequestOf,
} from './calls.js';

/** The client's end of a channel to a worker; a `Worker` is such. */
export interface WorkerPort {
  postMessage(message: CallMessage): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ReplyMessage>) => void): void;
  /** An `ErrorEvent` has a message; a script that never ran tells nothing but that it failed. */
  addEventListener(
    type: 'error' | 'messageerror',
    listener: (event: { readonly type: string; readonly message?: string }) => void,
  ): void;
}

interface Pending {
  resolve(answer: unknown): void;
  reject(error: PoiseError): void;
  onProgress(progress: unknown): void;
}

/**
 * Calls a worker, which is started with the first call, and anew with the first one after it broke.
 *
 * @typeParam Calls - what it can be asked, by name.
 */
export class WorkerClient<Calls> {
  readonly #start: () => WorkerPort;
  readonly #pending = new Map<number, Pending>();
  #worker: WorkerPort | null = null;
  #calls = 0;

  /** @param start - starts the worker. */
  constructor(start: () => WorkerPort) {
    this.#start = start;
  }

  /**
   * Asks the worker for something.
   *
   * @param onProgress - gets the news that the worker sends meanwhile.
   * @throws PoiseError what the worker throws; INTERNAL when the worker breaks; ASSET_UNREACHABLE
   * when it cannot be loaded; DISPOSED when {@link WorkerClient.dispose} comes first.
   */
  call<Name extends CallName<Calls>>(
    name: Name,
    request: RequestOf<Calls, Name>,
    onProgress?: (progress: ProgressOf<Calls, Name>) => void,
  ): Promise<AnswerOf<Calls, Name>> {
    this.#worker ??= this.#open();
    const worker = this.#worker;
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {
        // The worker answers and tells what the calls say of this name.
        resolve: (answer) => resolve(answer as AnswerOf<Calls, Name>),
        reject,
        onProgress: (progress) => onProgress?.(progress as ProgressOf<Calls, Name>),
      });
      worker.postMessage({ id, name, request });
    });
  }

  /** Ends the worker; calls that are under way fail. A later call starts it anew. */
  dispose(reason: PoiseError = new PoiseError('DISPOSED', 'the worker')): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #open(): WorkerPort {
    const worker = this.#start();
    let answered = false;
    worker.addEventListener('message', ({ data }) => {
      answered = true;
      this.#settle(data);
    });
    const fail = ({ type, message = '' }: { type: string; message?: string }): void => {
      if (this.#worker !== worker) return;
      this.dispose(
        answered || message !== ''
          ? new PoiseError('INTERNAL', message === '' ? type : message)
          : new PoiseError('ASSET_UNREACHABLE', 'the script of a worker'),
      );
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    return worker;
  }

  #settle(reply: ReplyMessage): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    if ('progress' in reply) {
      pending.onProgress(reply.progress);
      return;
    }
    this.#pending.delete(reply.id);
    if ('error' in reply) pending.reject(unpackError(reply.error));
    else pending.resolve(reply.answer);
  }
}
