import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mulberry32 } from '@poise/core';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp, { type Region } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertModel } from '../src/convert/generate.js';
import { findModel, loadModel, type ModelEntry } from '../src/index.js';
import { openSourceLibrary, runSource } from './source-library.js';

const FACE_PHOTOGRAPH = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo/sample3.jpg',
);

/** Where a model's usual input lies in the photograph: the whole picture, the face, one eye. */
const CROPS: Readonly<Record<string, Region>> = {
  blazeface: { left: 0, top: 0, width: 1350, height: 1350 },
  facemesh: { left: 540, top: 338, width: 300, height: 300 },
  iris: { left: 588, top: 390, width: 88, height: 88 },
};

/** The issue's bound, in the outputs' own units: pixels of the crop, logits, probabilities. */
const ABSOLUTE_BOUND = 1e-3;
/** Half precision moves Iris more than that in pixels: its bound is a thousandth of the crop. */
const RELATIVE_BOUND = 1e-3;
const IRIS_CROP = 64;

let library: Awaited<ReturnType<typeof openSourceLibrary>>;
beforeAll(async () => {
  library = await openSourceLibrary();
});

/** Interleaved pixels 0–255. */
async function pixels(entry: ModelEntry, picture: 'noise' | 'photograph'): Promise<Uint8Array> {
  const side = entry.inputs[0]?.shape[2] ?? 0;
  if (picture === 'noise') {
    const random = mulberry32(20_251_128);
    return Uint8Array.from({ length: side * side * 3 }, () => Math.floor(random() * 256));
  }
  const crop = CROPS[entry.name] ?? { left: 0, top: 0, width: 1, height: 1 };
  return await sharp(FACE_PHOTOGRAPH)
    .extract(crop)
    .resize(side, side)
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** The largest difference of each output between an ONNX file and the source library. */
async function differences(
  entry: ModelEntry,
  onnx: Uint8Array,
  picture: 'noise' | 'photograph',
): Promise<{ name: string; difference: number; outputs: Float32Array }[]> {
  const [input] = entry.inputs;
  if (!input) throw new Error('no input');
  const side = input.shape[2];
  const raw = await pixels(entry, picture);
  const interleaved = Float32Array.from(raw, (p) => p * input.scale + input.offset);
  const planar = new Float32Array(interleaved.length);
  interleaved.forEach((value, i) => {
    planar[(i % 3) * side * side + Math.floor(i / 3)] = value;
  });
  const expected = await runSource(library, entry, interleaved);
  const session = await InferenceSession.create(onnx, { intraOpNumThreads: 1 });
  const feeds = { [input.name]: new Tensor('float32', planar, [1, 3, side, side]) };
  const results = await session.run(feeds);
  return entry.outputs.map((output, i) => {
    const outputs = results[output.name]?.data as Float32Array;
    const reference = expected[i] ?? new Float32Array();
    expect(outputs).toHaveLength(reference.length);
    const difference = outputs.reduce(
      (worst, value, j) => Math.max(worst, Math.abs(value - (reference[j] ?? Number.NaN))),
      0,
    );
    return { name: output.name, difference, outputs };
  });
}

describe.each(['noise', 'photograph'] as const)('on a picture of %s', (picture) => {
  test.each(['blazeface', 'facemesh'])(
    '%s as shipped gives what the source library gives, within 0.001',
    async (name) => {
      const { entry, bytes } = await loadModel(name);
      for (const output of await differences(entry, bytes, picture)) {
        expect(output.difference, output.name).toBeLessThan(ABSOLUTE_BOUND);
      }
    },
  );

  test('iris as shipped gives what the source library gives, within a thousandth of its crop', async () => {
    const { entry, bytes } = await loadModel('iris');
    for (const output of await differences(entry, bytes, picture)) {
      expect(output.difference / IRIS_CROP, output.name).toBeLessThan(RELATIVE_BOUND);
    }
  });

  test('iris with float32 kernels gives what the source library gives, within 0.001', async () => {
    const entry = findModel('iris');
    const bytes = await convertModel(entry, { precision: 'float32' });
    for (const output of await differences(entry, bytes, picture)) {
      expect(output.difference, output.name).toBeLessThan(ABSOLUTE_BOUND);
    }
  });
});

test('the photograph is one that each model recognises, so that the comparison means something', async () => {
  const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));
  const outputsOf = async (name: string) => {
    const { entry, bytes } = await loadModel(name);
    const outputs = await differences(entry, bytes, 'photograph');
    return new Map(outputs.map((output) => [output.name, output.outputs]));
  };
  const detector = await outputsOf('blazeface');
  const logits = [...(detector.get('scores_16x16') ?? []), ...(detector.get('scores_8x8') ?? [])];
  expect(sigmoid(Math.max(...logits))).toBeGreaterThan(0.7);
  expect((await outputsOf('facemesh')).get('face_flag')?.[0]).toBeGreaterThan(0.99);
  const [x = 0, y = 0] = (await outputsOf('iris')).get('points')?.subarray(71 * 3) ?? [];
  expect(Math.hypot(x - 32, y - 32)).toBeLessThan(10);
});

test('pictures given together come out as they do alone', async () => {
  const { entry, bytes } = await loadModel('iris');
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  const random = mulberry32(7);
  const size = 3 * 64 * 64;
  const pair = Float32Array.from({ length: 2 * size }, () => random());
  const run = async (values: Float32Array, n: number) => {
    const feeds = { image: new Tensor('float32', values, [n, 3, 64, 64]) };
    return (await session.run(feeds))[entry.outputs[0]?.name ?? '']?.data as Float32Array;
  };
  const together = await run(pair, 2);
  const alone = [...(await run(pair.slice(0, size), 1)), ...(await run(pair.slice(size), 1))];
  expect(together).toHaveLength(2 * 76 * 3);
  together.forEach((value, i) => {
    expect(value).toBeCloseTo(alone[i] ?? Number.NaN, 3);
  });
});
