import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { convertGraphModel } from '../src/convert/convert.js';
import { halfToNumber, numberToHalf } from '../src/convert/float16.js';
import { convertModel, generateModel } from '../src/convert/generate.js';
import { readWeights } from '../src/convert/tfjs-weights.js';
import { windowOf } from '../src/convert/window.js';
import { sha256 } from '../src/files.js';
import { findModel, modelPath } from '../src/index.js';
import { SOURCE_ROOT } from './source-library.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'poise-convert-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A graph model of one operator on a 4 × 4 picture. */
function oneOperator(op: string, attr: object = {}): string {
  const shape = { dim: ['-1', '4', '4', '2'].map((size) => ({ size })) };
  return JSON.stringify({
    format: 'graph-model',
    modelTopology: {
      node: [
        { name: 'x', op: 'Placeholder', attr: { shape: { shape } } },
        { name: 'y', op, input: ['x'], attr },
      ],
    },
    weightsManifest: [{ paths: [], weights: [] }],
  });
}

const convert = (json: string) =>
  convertGraphModel(json, new Uint8Array(), {
    name: 'one',
    input: 'image',
    outputs: [{ name: 'out', from: 'y', shape: [-1, 4, 4, 2] }],
  });

test('an operator that the converter does not know is named, with its node', () => {
  expect(() => convert(oneOperator('FractionalMaxPool'))).toThrow(
    'The operator FractionalMaxPool of "y" cannot be converted.',
  );
});

test('an option that the converter does not know is named, with its node', () => {
  const pooling = {
    ksize: { list: { i: ['1', '2', '2', '1'] } },
    padding: { s: base64('EXPLICIT') },
  };
  expect(() => convert(oneOperator('MaxPool', pooling))).toThrow('"y" has the padding EXPLICIT');
});

test('an output that the source does not have is named', () => {
  expect(() => convert(oneOperator('Relu').replace('"name":"y"', '"name":"z"'))).toThrow(
    'no node "y"',
  );
});

test('a file that is not a graph model is refused', () => {
  expect(() => convert('{"format": "layers-model"}')).toThrow(/graph model/);
});

test('the same source gives the same bytes', async () => {
  for (const name of ['blazeface', 'facemesh', 'iris', 'mtcnn-pnet', 'mtcnn-rnet', 'mtcnn-onet']) {
    const entry = findModel(name);
    const hashes = [await convertModel(entry), await convertModel(entry)].map(sha256);
    expect(hashes).toEqual([entry.sha256, entry.sha256]);
  }
});

describe('a build', () => {
  test('writes the file once and keeps it when it is right', async () => {
    const entry = findModel('blazeface');
    expect(await generateModel(entry, { directory })).toBe('written');
    expect(await generateModel(entry, { directory })).toBe('kept');
  });

  test('replaces a damaged file', async () => {
    const entry = findModel('blazeface');
    await generateModel(entry, { directory });
    await writeFile(modelPath(entry, directory), 'damaged');
    expect(await generateModel(entry, { directory })).toBe('written');
    expect(sha256(await readFile(modelPath(entry, directory)))).toBe(entry.sha256);
  });

  test('refuses a source that is not the pinned one and writes nothing', async () => {
    const sourceDirectory = join(directory, 'source');
    const weights = join(sourceDirectory, 'models/blazeface.bin');
    for (const file of ['blazeface.json', 'blazeface.bin']) {
      await cp(join(SOURCE_ROOT, 'models', file), join(sourceDirectory, 'models', file));
    }
    const bytes = await readFile(weights);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    await writeFile(weights, bytes);
    const building = generateModel(findModel('blazeface'), { directory, sourceDirectory });
    await expect(building).rejects.toMatchObject({ code: 'MODEL_CORRUPTED' });
    await expect(building).rejects.toThrow(weights);
    expect(await readdir(directory)).toEqual(['source']);
  });

  test('says which source file is missing', async () => {
    const sourceDirectory = join(directory, 'nowhere');
    const building = generateModel(findModel('iris'), { directory, sourceDirectory });
    await expect(building).rejects.toMatchObject({ code: 'MODEL_MISSING' });
  });

  test('refuses a conversion that is not the one of the manifest and gives the new values', async () => {
    const entry = { ...findModel('blazeface'), sha256: '0'.repeat(64) };
    await expect(generateModel(entry, { directory })).rejects.toThrow(
      findModel('blazeface').sha256,
    );
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('half precision', () => {
  test('every finite bit pattern comes back', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = halfToNumber(bits);
      if (Number.isFinite(value)) expect(numberToHalf(value)).toBe(bits);
    }
  });

  test('a number becomes the nearest one, ties to even', () => {
    const limit = 65504;
    fc.assert(
      fc.property(fc.double({ min: -limit, max: limit, noNaN: true }), (value) => {
        const bits = numberToHalf(value);
        const error = Math.abs(halfToNumber(bits) - value);
        for (const neighbour of [bits - 1, bits + 1]) {
          const other = Math.abs(halfToNumber(neighbour & 0xffff) - value);
          if (Number.isFinite(other)) expect(error).toBeLessThanOrEqual(other);
        }
      }),
    );
    expect(halfToNumber(numberToHalf(2049))).toBe(2048);
    expect(halfToNumber(numberToHalf(2051))).toBe(2052);
    expect(halfToNumber(numberToHalf(2 ** -25))).toBe(0);
    expect(halfToNumber(numberToHalf(3 * 2 ** -25))).toBe(2 ** -23);
  });

  test('a number that it cannot hold is refused', () => {
    for (const value of [65520, -1e9, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => numberToHalf(value)).toThrow(RangeError);
    }
  });
});

test('SAME padding covers every pixel, with the odd one at the end', () => {
  const size = fc.integer({ min: 1, max: 64 });
  const small = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(size, small, small, (input, kernel, stride) => {
      const strides = { list: { i: ['1', String(stride), String(stride), '1'] } };
      const node = { name: 'n', op: 'MaxPool', attr: { strides, padding: { s: base64('SAME') } } };
      const window = windowOf(node, [input, input], [kernel, kernel]);
      const [top, left, bottom, right] = window.pads;
      const outputs = Math.floor((input + top + bottom - kernel) / stride) + 1;
      expect(window.size).toEqual([Math.ceil(input / stride), Math.ceil(input / stride)]);
      if (kernel >= stride) expect(outputs).toBe(window.size[0]);
      expect(bottom - top).toBeLessThanOrEqual(1);
      expect([left, right]).toEqual([top, bottom]);
      expect(bottom).toBeGreaterThanOrEqual(top);
    }),
  );
});

test('weights that end too early, are too long or of an unknown type are refused', () => {
  const spec = { name: 'w', shape: [2], dtype: 'float32' };
  expect(() => readWeights([spec], new Uint8Array(7))).toThrow('ends inside "w"');
  expect(() => readWeights([spec], new Uint8Array(9))).toThrow('1 bytes too many');
  const odd = { ...spec, quantization: { dtype: 'uint8' } };
  expect(() => readWeights([odd], new Uint8Array(2))).toThrow('stored as uint8');
});
