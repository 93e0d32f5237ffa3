import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mulberry32 } from '@poise/core';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertMtcnn } from '../src/convert/convert-mtcnn.js';
import { convertModel } from '../src/convert/generate.js';
import { loadModel } from '../src/index.js';
import { type MtcnnSource, openMtcnnSource } from './mtcnn-source.js';

const FACE_PHOTOGRAPH = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo/sample3.jpg',
);

/** Where a person looks into the camera; P-Net gets a wider part, of an odd size. */
const FACE = { left: 560, top: 330, width: 260, height: 260 };
const SCENE = { left: 300, top: 200, width: 970, height: 610 };

/** Height and width of each network's picture; P-Net takes any. */
const SIZES = { pnet: [61, 97], rnet: [24, 24], onet: [48, 48] } as const;
const NETWORKS = ['pnet', 'rnet', 'onet'] as const;
type Network = (typeof NETWORKS)[number];

/** Scores are probabilities, offsets and points shares of a square of at most some 300 pixels. */
const HALF_PRECISION_BOUND = 2e-3;
const FLOAT_BOUND = 1e-5;

let source: MtcnnSource;
beforeAll(async () => {
  source = await openMtcnnSource();
});

async function picture(network: Network, kind: 'noise' | 'photograph'): Promise<Float32Array> {
  const [height, width] = SIZES[network];
  if (kind === 'noise') {
    const random = mulberry32(20_160_825);
    return Float32Array.from({ length: height * width * 3 }, () => Math.floor(random() * 256));
  }
  const pixels = await sharp(FACE_PHOTOGRAPH)
    .extract(network === 'pnet' ? SCENE : FACE)
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer();
  return Float32Array.from(pixels);
}

/** The same pictures, channel by channel, one after the other. */
function planar(pictures: readonly Float32Array[]): Float32Array {
  const size = pictures[0]?.length ?? 0;
  const out = new Float32Array(size * pictures.length);
  pictures.forEach((values, n) => {
    values.forEach((value, i) => {
      out[n * size + (i % 3) * (size / 3) + Math.floor(i / 3)] = value;
    });
  });
  return out;
}

async function runGraph(
  onnx: Uint8Array,
  network: Network,
  pictures: readonly Float32Array[],
): Promise<Readonly<Record<string, Float32Array>>> {
  const session = await InferenceSession.create(onnx, { intraOpNumThreads: 1 });
  const dims = [pictures.length, 3, ...SIZES[network]];
  const [input = ''] = session.inputNames;
  const results = await session.run({ [input]: new Tensor('float32', planar(pictures), dims) });
  return Object.fromEntries(
    Object.entries(results).map(([name, { data }]) => [name, data as Float32Array]),
  );
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a).toHaveLength(b.length);
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] as number))), 0);
}

describe.each(NETWORKS)('mtcnn-%s on plain RGB', (network) => {
  test.each(['noise', 'photograph'] as const)(
    'gives what the published network gives on swapped axes and normalised pixels: %s',
    async (kind) => {
      const pixels = await picture(network, kind);
      const [height, width] = SIZES[network];
      const expected = source.run(network, pixels, height, width);
      const half = await loadModel(`mtcnn-${network}`);
      const float = await convertModel(half.entry, { precision: 'float32' });
      for (const [onnx, bound] of [
        [half.bytes, HALF_PRECISION_BOUND],
        [float, FLOAT_BOUND],
      ] as const) {
        const outputs = await runGraph(onnx, network, [pixels]);
        expect(Object.keys(outputs).sort()).toEqual(Object.keys(expected).sort());
        for (const [name, values] of Object.entries(expected)) {
          const found = outputs[name] ?? new Float32Array();
          expect(largestDifference(found, values), name).toBeLessThan(bound);
        }
      }
    },
  );
});

test.each(['rnet', 'onet'] as const)(
  'squares given to %s together come out as they do alone',
  async (network) => {
    const { bytes } = await loadModel(`mtcnn-${network}`);
    const pictures = [await picture(network, 'photograph'), await picture(network, 'noise')];
    const together = await runGraph(bytes, network, pictures);
    for (const [n, alone] of pictures.entries()) {
      for (const [name, values] of Object.entries(await runGraph(bytes, network, [alone]))) {
        const row = together[name]?.slice(n * values.length, (n + 1) * values.length);
        expect(largestDifference(row ?? new Float32Array(), values)).toBeLessThan(1e-5);
      }
    }
  },
);

test('R-Net and O-Net take the face for one, and noise for none', async () => {
  for (const network of ['rnet', 'onet'] as const) {
    const { bytes } = await loadModel(`mtcnn-${network}`);
    const face = await picture(network, 'photograph');
    const { scores } = await runGraph(bytes, network, [face]);
    expect(scores?.[0]).toBeGreaterThan(0.9);
    const noise = await runGraph(bytes, network, [await picture(network, 'noise')]);
    expect(noise['scores']?.[0]).toBeLessThan(0.5);
  }
});

test('a list that does not fit the weights is refused', () => {
  const plan = { name: 'mtcnn-rnet', input: 'squares', outputs: [] };
  const list = JSON.stringify([{ weights: [{ name: 'rnet/a', shape: [2], dtype: 'float32' }] }]);
  const convert = (bytes: number) => convertMtcnn(list, new Uint8Array(bytes), 'rnet', plan);
  expect(() => convert(12)).toThrow('4 bytes too many');
  expect(() => convert(8)).toThrow('no weights "rnet/prelu1_alpha"');
});
