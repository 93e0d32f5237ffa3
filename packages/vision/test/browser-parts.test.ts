import { describe, expect, it } from 'vitest';
import { fasterBackend, timeModels, within } from '../src/browser/backend-trial.js';
import { LoadTotal } from '../src/browser/load-total.js';
import { wasmThreads } from '../src/browser/threads.js';
import { measureLight } from '../src/light.js';
import { paint } from './fixtures.js';

describe('the threads of WebAssembly', () => {
  it('are one on a page that is not cross-origin isolated, however many cores there are', () => {
    expect(wasmThreads(false, 16)).toBe(1);
  });

  it.each([
    [1, 1],
    [2, 1],
    [4, 3],
    [16, 4],
  ])('with %d cores are %d: one core is the page’s, and more than four do not pay', (cores, n) => {
    expect(wasmThreads(true, cores)).toBe(n);
  });
});

describe('the trial of two backends', () => {
  it('takes the faster one, and WebAssembly when WebGPU fails or is no faster', () => {
    expect(fasterBackend({ wasm: 30, webgpu: 10 })).toBe('webgpu');
    expect(fasterBackend({ wasm: 10, webgpu: 30 })).toBe('wasm');
    expect(fasterBackend({ wasm: 10, webgpu: 10 })).toBe('wasm');
    expect(fasterBackend({ wasm: 10, webgpu: null })).toBe('wasm');
  });

  it('gives the median of a pass over the models, without the first runs, and frees the models', async () => {
    // A clock that moves only while a model runs: slow at first, then 7 and 3 ms.
    let time = 0;
    let runs = 0;
    let released = 0;
    const model = (ms: number) => ({
      run: async () => {
        time += runs++ < 6 ? 100 : ms;
        return {};
      },
      release: async () => {
        released++;
      },
    });
    const models = [model(7), model(3)];
    const runtime = { load: async () => models.shift() as ReturnType<typeof model> };
    const input = { data: new Float32Array(1), dims: [1] };
    const trial = [1, 2].map(() => ({ bytes: new Uint8Array(1), input }));
    expect(await timeModels(runtime, trial, () => time)).toBe(10);
    expect(released).toBe(2);
  });

  it('does not wait for a graphics card that hangs', async () => {
    const never = new Promise<number>(() => undefined);
    await expect(within(1, never)).rejects.toMatchObject({ code: 'RUNTIME_FAILED' });
    await expect(within(60_000, Promise.resolve(7))).resolves.toBe(7);
  });
});

describe('the progress of loading', () => {
  it('adds up all files, and never has more there than in all', () => {
    const seen: { loaded: number; total: number }[] = [];
    const total = new LoadTotal((progress) => seen.push(progress));
    const a = total.expect('a', 100);
    const b = total.expect('b', 50);
    const unknown = total.expect('c', 0);
    a(40);
    b(50);
    unknown(7);
    a(100);
    expect(seen).toEqual([
      { loaded: 40, total: 150 },
      { loaded: 90, total: 150 },
      { loaded: 97, total: 157 },
      { loaded: 157, total: 157 },
    ]);
  });
});

describe('the light of a frame', () => {
  const frame = paint(160, 120, (x) => (x < 80 ? [200, 200, 200] : [40, 40, 40]));

  it('is measured on the face and around it', () => {
    const { face, surroundings } = measureLight(frame, [0, 0, 80, 120]);
    expect(face).toBeCloseTo(200, 5);
    expect(surroundings).toBeCloseTo(40, 5);
  });

  it('without a face is that of the whole frame', () => {
    const light = measureLight(frame, null);
    expect(light.face).toBeNull();
    expect(light.frame).toBeCloseTo(120, 0);
    expect(light.surroundings).toBeCloseTo(light.frame, 5);
  });

  it('has nothing around a face that fills the frame, and takes colours as the eye does', () => {
    const green = paint(64, 64, () => [0, 255, 0]);
    const light = measureLight(green, [-10, -10, 100, 100]);
    expect(light.surroundings).toBeNull();
    expect(light.face).toBeCloseTo(0.587 * 255, 3);
  });
});
