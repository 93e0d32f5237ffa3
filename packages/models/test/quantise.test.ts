import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { generateModel } from '../src/convert/generate.js';
import { packageRoot } from '../src/files.js';
import { findModel, listModels, loadModel } from '../src/index.js';
import { quantiseChannels } from '../src/quantise/int8.js';
import { quantiseWeights } from '../src/quantise/quantise.js';
import { join as joinBytes, readFields } from '../src/quantise/wire.js';

const SIDE = 48;
/** On 3,435 faces the two models differ by 0.008 in one of a hundred and by 0.024 at most. */
const BOUND_ON_FACES = 0.025;
/** On the synthetic pictures of the golden vectors they differ by 0.0036 at most. */
const BOUND_ON_GOLDEN = 0.005;

const channels = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }))
  .chain(([count, size]) =>
    fc.record({
      count: fc.constant(count),
      values: fc
        .array(fc.float({ min: -8, max: 8, noNaN: true, noDefaultInfinity: true }), {
          minLength: count * size,
          maxLength: count * size,
        })
        // Below this the scale itself has no whole precision left in float32.
        .map((list) => Float32Array.from(list, (w) => (Math.abs(w) < 1e-30 ? 0 : w))),
    }),
  );

/** The squared error of each channel of weights that were rounded with given scales. */
function squaredErrors(values: Float32Array, steps: ArrayLike<number>, scales: Float32Array) {
  const size = values.length / scales.length;
  const errors = Array.from(scales, () => 0);
  values.forEach((value, i) => {
    const channel = Math.floor(i / size);
    errors[channel] =
      (errors[channel] ?? 0) + (value - (steps[i] ?? 0) * (scales[channel] ?? 0)) ** 2;
  });
  return errors;
}

test('no scale leaves a larger squared error than the one of the largest weight', () => {
  fc.assert(
    fc.property(channels, ({ values, count }) => {
      const { steps, scales } = quantiseChannels(values, count);
      const size = values.length / count;
      const plain = scales.map((_, channel) => {
        const part = values.subarray(channel * size, (channel + 1) * size);
        return Math.max(...part.map(Math.abs)) / 127 || 1;
      });
      const plainSteps = values.map((value, i) =>
        Math.max(-127, Math.min(127, Math.round(value / (plain[Math.floor(i / size)] ?? 1)))),
      );
      const limits = squaredErrors(values, plainSteps, plain);
      squaredErrors(values, steps, scales).forEach((error, channel) => {
        expect(error).toBeLessThanOrEqual((limits[channel] ?? 0) + 1e-12);
      });
    }),
  );
});

test('steps stay within 127, keep signs, and a channel does not depend on another', () => {
  fc.assert(
    fc.property(channels, ({ values, count }) => {
      const { steps, scales } = quantiseChannels(values, count);
      const size = values.length / count;
      steps.forEach((step, i) => {
        expect(Math.abs(step)).toBeLessThanOrEqual(127);
        expect(step * (values[i] ?? 0)).toBeGreaterThanOrEqual(0);
      });
      const first = quantiseChannels(values.slice(0, size), 1);
      expect(first.steps).toEqual(steps.slice(0, size));
      expect(first.scales[0]).toBe(scales[0]);
    }),
  );
});

test('a channel of zeros stays zero', () => {
  const { steps, scales } = quantiseChannels(new Float32Array(6), 2);
  expect([...steps]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(scales.every(Number.isFinite)).toBe(true);
});

test('weights that do not fill the channels, or are not finite, are refused', () => {
  expect(() => quantiseChannels(new Float32Array(7), 2)).toThrow(/7 weights do not fill 2/);
  expect(() => quantiseChannels(Float32Array.of(1, Number.POSITIVE_INFINITY), 1)).toThrow(
    /not a finite/,
  );
});

test('the fields of a file, joined again, are the file', async () => {
  for (const { name } of listModels()) {
    const { bytes } = await loadModel(name);
    const fields = readFields(bytes);
    const joined = joinBytes(fields.map((field) => field.bytes));
    expect(Buffer.compare(joined, bytes), name).toBe(0);
  }
});

test('the build makes the int8 file of the manifest, once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'poise-quantise-'));
  try {
    const entry = findModel('emotion-bootstrap-int8');
    expect(await generateModel(entry, { directory })).toBe('written');
    expect(await generateModel(entry, { directory })).toBe('kept');
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('a model without large float16 kernels is refused', async () => {
  const { bytes } = await loadModel('emotion-bootstrap-int8');
  expect(() => quantiseWeights(bytes)).toThrow('no float16 kernels');
});

/** For each picture of 48 × 48, the largest difference between the two models' probabilities. */
async function differences(pictures: readonly (readonly number[])[]): Promise<number[]> {
  const outputs: Float32Array[] = [];
  for (const name of ['emotion-bootstrap', 'emotion-bootstrap-int8']) {
    const { bytes } = await loadModel(name);
    const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
    const shape = [pictures.length, 1, SIDE, SIDE];
    const face = new Tensor('float32', Float32Array.from(pictures.flat()), shape);
    outputs.push((await session.run({ face }))['probabilities']?.data as Float32Array);
  }
  const [original = new Float32Array(), int8 = new Float32Array()] = outputs;
  return pictures.map((_, picture) => {
    const from = picture * 7;
    const apart = original.slice(from, from + 7).map((p, i) => p - (int8[from + i] ?? Number.NaN));
    return Math.max(...apart.map(Math.abs));
  });
}

test('the int8 model gives what the original gives on the golden pictures', async () => {
  const path = join(packageRoot(), findModel('emotion-bootstrap').golden ?? '');
  const { cases }: { cases: { pixels: number[] }[] } = JSON.parse(await readFile(path, 'utf8'));
  expect(cases.length).toBeGreaterThan(0);
  for (const difference of await differences(cases.map(({ pixels }) => pixels))) {
    expect(difference).toBeLessThan(BOUND_ON_GOLDEN);
  }
});

test('the int8 model gives what the original gives on a face, framed in many ways', async () => {
  const root = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  const pictures: number[][] = [];
  for (const left of [560, 580, 600, 620]) {
    for (const side of [180, 200, 220, 240]) {
      const pixels = await sharp(join(root, 'demo/sample3.jpg'))
        .extract({ left, top: 380, width: side, height: side })
        .resize(SIDE, SIDE)
        .grayscale()
        .raw()
        .toBuffer();
      pictures.push([...pixels]);
    }
  }
  const found = await differences(pictures);
  expect(found).toHaveLength(16);
  for (const difference of found) expect(difference).toBeLessThan(BOUND_ON_FACES);
});
