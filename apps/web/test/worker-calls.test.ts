import { PoiseError } from '@poise/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CallMessage, ReplyMessage } from '../src/workers/calls.js';
import { serveCalls } from '../src/workers/serve-calls.js';
import { WorkerClient, type WorkerPort } from '../src/workers/worker-client.js';

interface Sums {
  readonly add: {
    readonly request: readonly number[];
    readonly answer: number;
    readonly progress: number;
  };
  readonly fail: { readonly request: 'known' | 'unknown'; readonly answer: never };
  readonly wait: { readonly request: null; readonly answer: null };
}

/** A worker in this thread; messages are copied as between threads. */
class FakeWorker implements WorkerPort {
  readonly outside = new EventTarget();
  readonly #inside = new EventTarget();
  terminated = false;

  constructor() {
    const port = {
      postMessage: (reply: ReplyMessage) => {
        const data = structuredClone(reply);
        queueMicrotask(() => {
          if (!this.terminated) this.outside.dispatchEvent(new MessageEvent('message', { data }));
        });
      },
      addEventListener: (_: 'message', listener: (event: MessageEvent<CallMessage>) => void) =>
        this.#inside.addEventListener('message', (event) =>
          listener(event as MessageEvent<CallMessage>),
        ),
    };
    serveCalls<Sums>(port, {
      add: async (numbers, report) => {
        let sum = 0;
        for (const number of numbers) {
          sum += number;
          report(sum);
        }
        return sum;
      },
      fail: async (how) => {
        if (how === 'known') throw new PoiseError('INPUT_EMPTY', 'a.mp4');
        throw new RangeError('too far');
      },
      wait: () => new Promise(() => undefined),
    });
  }

  postMessage(message: CallMessage): void {
    const data = structuredClone(message);
    queueMicrotask(() => this.#inside.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {
    this.terminated = true;
  }

  addEventListener(type: string, listener: (event: MessageEvent<ReplyMessage>) => void): void {
    this.outside.addEventListener(type, (event) => listener(event as MessageEvent<ReplyMessage>));
  }
}

let workers: FakeWorker[];
let client: WorkerClient<Sums>;

beforeEach(() => {
  workers = [];
  client = new WorkerClient<Sums>(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
});

describe('a call to a worker', () => {
  test('gets its own answer and its own news, also when several are under way', async () => {
    const news: number[] = [];
    const both = [
      client.call('add', [1, 2, 3], (sum) => news.push(sum)),
      client.call('add', [10, 20]),
    ];
    expect(await Promise.all(both)).toEqual([6, 30]);
    expect(news).toEqual([1, 3, 6]);
    expect(workers).toHaveLength(1);
  });

  test('fails with the error that the worker threw, with its code', async () => {
    await expect(client.call('fail', 'known')).rejects.toMatchObject({
      code: 'INPUT_EMPTY',
      detail: 'a.mp4',
    });
    await expect(client.call('fail', 'unknown')).rejects.toMatchObject({
      code: 'INTERNAL',
      detail: 'too far',
    });
  });

  test('fails when the worker breaks, and the next call starts another worker', async () => {
    await client.call('add', [1]);
    const waiting = client.call('wait', null);
    workers[0]?.outside.dispatchEvent(new Event('messageerror'));
    await expect(waiting).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(workers[0]?.terminated).toBe(true);
    expect(await client.call('add', [4, 4])).toBe(8);
    expect(workers).toHaveLength(2);
  });

  test('says that the script of a worker could not be loaded', async () => {
    const waiting = client.call('wait', null);
    workers[0]?.outside.dispatchEvent(new Event('error'));
    await expect(waiting).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE' });
  });

  test('fails with the given reason when the client is ended first', async () => {
    const waiting = client.call('wait', null);
    client.dispose(new PoiseError('CANCELLED', 'a.mp4'));
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(workers[0]?.terminated).toBe(true);
  });
});
