import { type ErrorCode, PoiseError } from '@poise/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmotionDetector } from '../src/browser/emotion-detector.js';
import type { BrowserCall, BrowserRequest } from '../src/browser/protocol.js';
import { packError } from '../src/worker-protocol.js';

/** What a worker made of nothing answers to a kind of request: a value, or an error of this code. */
type Answers = Partial<Record<BrowserRequest['kind'], ErrorCode>>;

const READING = {
  width: 2,
  height: 2,
  faces: [],
  others: [],
  light: { frame: 0, face: null, surroundings: null },
};

class FakeWorker {
  static plans: Answers[] = [];
  static made: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  ended = false;
  readonly answers: Answers;
  readonly number: number;

  constructor() {
    this.number = FakeWorker.made.push(this);
    this.answers = FakeWorker.plans.shift() ?? {};
  }

  postMessage({ id, request }: BrowserCall): void {
    queueMicrotask(() => this.#answer(id, request));
  }

  terminate(): void {
    this.ended = true;
  }

  #answer(id: number, { kind }: BrowserRequest): void {
    if (this.ended) return;
    const code = this.answers[kind];
    if (code !== undefined) {
      this.onmessage?.({ data: { id, error: packError(new PoiseError(code, 'on purpose')) } });
      return;
    }
    const info = { device: 'wasm', threads: this.number, trial: null };
    const value = kind === 'start' ? info : kind === 'look' ? [] : READING;
    this.onmessage?.({ data: { id, value } });
  }
}

const ASSETS = { models: {}, wasm: { mjs: '/a.mjs', wasm: '/a.wasm' } };

class FakeImage {
  closed = 0;
  close(): void {
    this.closed += 1;
  }
}

function read(detector: EmotionDetector, image = new FakeImage()) {
  return detector.readLatest(image as unknown as ImageBitmap, 1);
}

async function start(...plans: Answers[]) {
  FakeWorker.plans = plans;
  const reasons: string[] = [];
  const detector = await EmotionDetector.create({
    assets: ASSETS,
    threads: 1,
    onRestart: ({ code }) => reasons.push(code),
  });
  return { detector, reasons };
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a worker in a page', () => {
  it('that answers that its runtime failed is started once more, and the next frame is read', async () => {
    const { detector, reasons } = await start({ look: 'RUNTIME_FAILED' }, {});
    await expect(read(detector)).rejects.toMatchObject({ code: 'RUNTIME_FAILED' });
    expect(await read(detector)).toEqual(READING);
    expect(reasons).toEqual(['RUNTIME_FAILED']);
    expect(FakeWorker.made.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('says what its successor runs on', async () => {
    const { detector } = await start({ look: 'RUNTIME_FAILED' }, {});
    expect(detector.info.threads).toBe(1);
    await read(detector).catch(() => undefined);
    expect(detector.info.threads).toBe(2);
  });

  it('is not started a third time: after the second failure it is broken and says so', async () => {
    const failing: Answers = { look: 'RUNTIME_FAILED' };
    const { detector } = await start(failing, failing);
    await read(detector).catch(() => undefined);
    expect(detector.isBroken).toBe(false);
    await expect(read(detector)).rejects.toMatchObject({ code: 'RUNTIME_FAILED' });
    expect(detector.isBroken).toBe(true);
    await expect(read(detector)).rejects.toMatchObject({ code: 'RUNTIME_FAILED' });
    expect(FakeWorker.made).toHaveLength(2);
  });

  it('whose successor cannot be loaded is broken', async () => {
    const { detector } = await start({ look: 'RUNTIME_FAILED' }, { start: 'ASSET_UNREACHABLE' });
    await expect(read(detector)).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE' });
    expect(detector.isBroken).toBe(true);
    await expect(read(detector)).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE' });
  });

  it('that cannot be loaded at first is tried again, and twice is an error', async () => {
    const { reasons } = await start({ start: 'ASSET_UNREACHABLE' }, {});
    expect(reasons).toEqual(['ASSET_UNREACHABLE']);
    const failing: Answers = { start: 'ASSET_UNREACHABLE' };
    await expect(start(failing, failing)).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE' });
    expect(FakeWorker.made.every(({ ended }, i) => ended || i === 1)).toBe(true);
  });

  it('that is sent a web page in place of a model is not tried again', async () => {
    await expect(start({ start: 'ASSET_IS_HTML' })).rejects.toMatchObject({
      code: 'ASSET_IS_HTML',
    });
    expect(FakeWorker.made).toHaveLength(1);
  });

  it('goes on after a frame that has no pixels', async () => {
    const { detector, reasons } = await start({ look: 'FRAME_INVALID' });
    await expect(read(detector)).rejects.toMatchObject({ code: 'FRAME_INVALID' });
    expect(detector.isBroken).toBe(false);
    expect(reasons).toEqual([]);
  });

  it('goes on after one that was found by its predecessor', async () => {
    const { detector } = await start({ 'read-image': 'FRAME_INVALID' });
    await expect(read(detector)).rejects.toMatchObject({ code: 'FRAME_INVALID' });
    expect(detector.isBroken).toBe(false);
  });

  it('leaves no image open when it is gone', async () => {
    const { detector } = await start();
    await detector.dispose();
    const image = new FakeImage();
    await expect(read(detector, image)).rejects.toMatchObject({ code: 'DISPOSED' });
    expect(image.closed).toBe(1);
  });

  it('that does not answer is given up after three looks', async () => {
    vi.useFakeTimers();
    try {
      const { detector } = await start();
      const [worker] = FakeWorker.made;
      if (worker !== undefined) worker.postMessage = () => undefined;
      const reading = read(detector).catch((error: PoiseError) => error.code);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(worker?.ended).toBe(false);
      await vi.advanceTimersByTimeAsync(6000);
      expect(worker?.ended).toBe(true);
      expect(await reading).toBe('RUNTIME_FAILED');
    } finally {
      vi.useRealTimers();
    }
  });
});
