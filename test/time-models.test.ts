import { describe, expect, it } from 'vitest';
import { type Ort, timeModels } from '../bench/src/models/time-models.js';

interface FakeTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A runtime that runs nothing, and notes what it was to run: the first byte names a model. */
function fakeRuntime(type: 'tensor' | 'other' = 'tensor') {
  const runs: { readonly model: number; readonly input: FakeTensor }[] = [];
  const ort = {
    InferenceSession: {
      create: async ([model = 0]: Uint8Array) => ({
        inputMetadata: [{ name: 'face', isTensor: type === 'tensor', shape: ['n', 1, 48, 48] }],
        run: async ({ face }: { face: FakeTensor }) => runs.push({ model, input: face }),
      }),
    },
    Tensor: class implements FakeTensor {
      readonly data: Float32Array;
      readonly dims: readonly number[];
      constructor(_type: string, data: Float32Array, dims: readonly number[]) {
        this.data = data;
        this.dims = dims;
      }
    },
  };
  return { ort: ort as unknown as Ort, runs };
}

const MODELS = [Uint8Array.of(1), Uint8Array.of(2)];

describe('the times of models', () => {
  it('come from models that take turns', async () => {
    const { ort, runs } = fakeRuntime();
    const times = await timeModels(ort, MODELS, {}, { rounds: 2, runs: 1, warmUp: 1 });
    expect(times).toHaveLength(2);
    for (const time of times) expect(time).toBeGreaterThanOrEqual(0);
    expect(runs.map(({ model }) => model)).toEqual([1, 2, 1, 1, 2, 2, 1, 1, 2, 2]);
  });

  it('are those of one face, whatever number of them a model takes', async () => {
    const { ort, runs } = fakeRuntime();
    await timeModels(ort, MODELS, {}, { rounds: 1, runs: 1, warmUp: 0 });
    for (const { input } of runs) {
      expect(input.dims).toEqual([1, 1, 48, 48]);
      expect(input.data).toHaveLength(48 * 48);
    }
  });

  it('are not taken of a model that has no tensor as its input', async () => {
    const { ort } = fakeRuntime('other');
    const plan = { rounds: 1, runs: 1, warmUp: 0 };
    await expect(timeModels(ort, MODELS, {}, plan)).rejects.toThrow(/a tensor as its input/);
  });
});
