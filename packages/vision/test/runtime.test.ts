import { describe, expect, it } from 'vitest';
import { BlazeFaceDetector } from '../src/blazeface.js';
import { ExpressionReader } from '../src/expression-reader.js';
import { FaceMeshReader } from '../src/face-mesh.js';
import { letterboxRegion } from '../src/region.js';
import type { RuntimeModel } from '../src/runtime.js';
import { paint } from './fixtures.js';

describe('a model whose outputs are not those of its manifest', () => {
  const frame = paint(64, 64, () => [128, 128, 128]);
  const range = { low: 0, high: 1 };
  const models: Record<string, RuntimeModel> = {
    'gives other names': {
      run: async () => ({ other: { data: new Float32Array(7), dims: [7] } }),
      release: async () => undefined,
    },
    'gives too few values': {
      run: async () => {
        const short = { data: new Float32Array(3), dims: [3] };
        return { scores_16x16: short, mesh: short, probabilities: short };
      },
      release: async () => undefined,
    },
  };

  it.each(Object.entries(models))(
    'and that %s is an error, not a frame without a face',
    async (_, model) => {
      const failed = expect.objectContaining({ code: 'RUNTIME_FAILED' });
      await expect(new BlazeFaceDetector(model, range).detect(frame)).rejects.toEqual(failed);
      const region = letterboxRegion(64, 64);
      await expect(new FaceMeshReader(model, range).read(frame, region)).rejects.toEqual(failed);
      const reader = new ExpressionReader(model, 48);
      await expect(reader.readCrops(reader.cutRegions(frame, [region]), 1)).rejects.toEqual(failed);
    },
  );
});
