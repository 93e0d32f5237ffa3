import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMOTIONS } from '@poise/core';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { packageRoot, sha256 } from '../src/files.js';
import {
  defaultModel,
  findModel,
  goldenPath,
  listModels,
  loadModel,
  modelPath,
} from '../src/index.js';
import { parseManifest } from '../src/parse-manifest.js';

/** The smallest size that stands for -1: one picture; of any height and width, P-Net's window. */
const smallest = (size: number, axis: number): number => (size > 0 ? size : axis < 2 ? 1 : 12);

const names = listModels().map((entry) => entry.name);

describe.each(names)('the manifest about %s', (name) => {
  const entry = findModel(name);

  test('gives the size and checksum of the file', async () => {
    const bytes = await readFile(modelPath(entry));
    expect(bytes.byteLength).toBe(entry.bytes);
    expect(sha256(bytes)).toBe(entry.sha256);
  });

  test('names the inputs and outputs that the graph has', async () => {
    const { bytes } = await loadModel(name);
    const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
    expect(session.inputNames).toEqual(entry.inputs.map((input) => input.name));
    expect([...session.outputNames].sort()).toEqual(
      entry.outputs.map((output) => output.name).sort(),
    );
    const feeds = Object.fromEntries(
      entry.inputs.map((input) => {
        const shape = input.shape.map((size, axis) => smallest(size, axis));
        const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
        return [input.name, new Tensor('float32', values, shape)];
      }),
    );
    const results = await session.run(feeds);
    for (const output of entry.outputs) {
      expect(results[output.name]?.dims).toEqual(output.shape.map(Math.abs));
    }
  });

  test('gives a range that follows from scale and offset', () => {
    for (const { scale, offset, range } of entry.inputs) {
      expect(range[0]).toBeCloseTo(offset, 6);
      expect(range[1]).toBeCloseTo(255 * scale + offset, 6);
    }
  });

  test('points to a card and golden vectors that exist', () => {
    expect(existsSync(join(packageRoot(), entry.card))).toBe(true);
    expect(existsSync(goldenPath(entry) ?? packageRoot())).toBe(true);
  });
});

test('names are unique and every task has exactly one default', () => {
  expect(new Set(names).size).toBe(names.length);
  for (const task of new Set(listModels().map((entry) => entry.task))) {
    const defaults = listModels().filter((entry) => entry.task === task && entry.default);
    expect(defaults).toEqual([defaultModel(task)]);
  }
});

test('each expression model has the seven expressions in the order used everywhere', () => {
  for (const { task, labels } of listModels())
    if (task === 'expression') expect(labels).toEqual(EMOTIONS);
});

test('the figures and the temperature of emotion-bootstrap are those of its card', async () => {
  const entry = findModel('emotion-bootstrap');
  const path = join(packageRoot(), 'weights/emotion-bootstrap-card.json');
  const card = JSON.parse(await readFile(path, 'utf8'));
  expect(entry.metrics).toEqual({
    evaluate_public_test: card.evaluate_public_test,
    probabilities_public_test: card.probabilities_public_test,
    fer2013_probabilities_public_test: card.fer2013_probabilities_public_test,
  });
  expect(Object.values(entry.temperature ?? {})).toEqual(card.temperatures);
});

test('a model in int8 is measured to lose at most half a point against the same in float', () => {
  const pairs = names.filter((name) => names.includes(`${name}-int8`));
  expect(pairs).toContain('poise-net');
  for (const name of pairs) {
    const float = findModel(name);
    const int8 = findModel(`${name}-int8`);
    const [before, after] = [float, int8].map(
      ({ metrics }) => metrics?.['evaluate_public_test'] as Record<string, number>,
    );
    for (const key of ['ferplus', 'fer2013_head_fer']) {
      expect((before?.[key] ?? Number.NaN) - (after?.[key] ?? Number.NaN), key).toBeLessThan(0.005);
    }
    expect(int8.bytes).toBeLessThan(0.6 * float.bytes);
    expect([int8.inputs, int8.outputs, int8.labels, int8.temperature]).toEqual([
      float.inputs,
      float.outputs,
      float.labels,
      float.temperature,
    ]);
  }
});

test('a manifest with a bad entry is refused with the name of the entry and the key', async () => {
  const text = await readFile(join(packageRoot(), 'manifest.json'), 'utf8');
  for (const [key, value] of [
    ['sha256', 'abc'],
    ['bytes', -1],
    ['task', 'mind-reading'],
    ['inputs', []],
    ['outputs', [{ name: 'x' }]],
    ['licence', undefined],
    ['source', { by: '' }],
  ] as const) {
    const manifest = JSON.parse(text);
    manifest.models[1][key] = value;
    const say = new RegExp(`"facemesh".*"${key}"`);
    expect(() => parseManifest(JSON.stringify(manifest))).toThrow(say);
  }
  expect(() => parseManifest('{"version": 99, "models": []}')).toThrow(/version/);
  expect(() => parseManifest('{"version": 1}')).toThrow(/list of models/);
});

test('the sources are of the version that package.json pins', async () => {
  const { devDependencies } = JSON.parse(
    await readFile(join(packageRoot(), 'package.json'), 'utf8'),
  );
  const converted = listModels().filter((entry) => entry.source.package !== undefined);
  expect(converted.map((entry) => entry.name)).toEqual([
    'blazeface',
    'facemesh',
    'iris',
    'mtcnn-pnet',
    'mtcnn-rnet',
    'mtcnn-onet',
  ]);
  for (const { source } of converted) {
    expect(source.version).toBe(devDependencies[source.package ?? '']);
  }
});
