import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  defaultModel,
  findModel,
  goldenPath,
  listModels,
  loadEntry,
  loadModel,
  modelPath,
} from '../src/index.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'poise-models-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function place(name: string, change: (bytes: Uint8Array) => Uint8Array): Promise<string> {
  const { entry, bytes } = await loadModel(name);
  const path = modelPath(entry, directory);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, change(Uint8Array.from(bytes)));
  return path;
}

test('a copy in another folder is loaded from there', async () => {
  await place('iris', (bytes) => bytes);
  const { entry, bytes } = await loadModel('iris', { directory });
  expect(bytes.byteLength).toBe(entry.bytes);
});

test('a model with one changed byte is refused as corrupted, with its path', async () => {
  const path = await place('facemesh', (bytes) => {
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    return bytes;
  });
  const error = await loadModel('facemesh', { directory }).catch((e: unknown) => e);
  expect(error).toMatchObject({ name: 'PoiseError', code: 'MODEL_CORRUPTED' });
  expect(String(error)).toContain(path);
  expect(String(error)).toContain('npm ci');
});

test('a model that was cut off or is empty is refused as corrupted, with its size', async () => {
  await place('blazeface', (bytes) => bytes.subarray(0, 4096));
  await expect(loadModel('blazeface', { directory })).rejects.toThrow(/^MODEL_CORRUPTED.*4096/);
  await place('blazeface', () => new Uint8Array());
  await expect(loadModel('blazeface', { directory })).rejects.toThrow(/^MODEL_CORRUPTED.*0 bytes/);
});

test('a model without a file is missing, with its path and what to do', async () => {
  const error = await loadModel('emotion-bootstrap', { directory }).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: 'MODEL_MISSING' });
  expect(String(error)).toContain(join(directory, 'weights', 'emotion-bootstrap.onnx'));
  expect(String(error)).toContain('npm run build');
});

test('an unknown name is refused with the names that there are', async () => {
  await expect(loadModel('resnet')).rejects.toThrow(
    /^MODEL_UNKNOWN.*"resnet".*blazeface, facemesh/,
  );
});

test('a model of another task is unknown to a task', () => {
  expect(findModel('iris', 'iris-landmarks').name).toBe('iris');
  const { name } = defaultModel('expression');
  expect(() => findModel('iris', 'expression')).toThrow(new RegExp(`^MODEL_UNKNOWN.*${name}`));
});

test('a folder that training exported is read like this package', async () => {
  const { entry, bytes } = await loadModel(defaultModel('expression').name);
  await place(entry.name, (copy) => copy);
  const manifest = { version: 1, models: [{ ...entry, name: 'net' }] };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  const [found] = listModels(directory);
  if (found === undefined) throw new Error('The manifest has no model.');
  expect(found.name).toBe('net');
  expect(goldenPath(found, directory)).toBe(join(directory, entry.golden ?? ''));
  expect((await loadEntry(found, directory)).bytes.byteLength).toBe(bytes.byteLength);
});
