import type { PoiseError } from '@poise/core';
import { unpackError, type WorkerReply } from './worker-protocol.js';

interface Pending<Answer> {
  resolve(value: Answer): void;
  reject(error: PoiseError): void;
}

/** The calls to a worker that wait for their answers, by their numbers. */
export class PendingCalls<Answer> {
  readonly #waiting = new Map<number, Pending<Answer>>();

  /** How many calls wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** The answer to the call of this number. */
  expect(id: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** Hands an answer to its call; an answer that nobody waits for is dropped. */
  settle(reply: WorkerReply<Answer>): void {
    const pending = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) pending?.reject(unpackError(reply.error));
    else pending?.resolve(reply.value);
  }

  /** Fails every call that waits. */
  failAll(error: PoiseError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
