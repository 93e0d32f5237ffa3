import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../src/files.js';
import { defaultModel, goldenPath, listExport, loadEntry } from '../src/index.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poise-export-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const WEIGHTS = Uint8Array.of(1, 2, 3);
const entry = {
  ...defaultModel('expression'),
  name: 'net',
  file: 'weights/net.onnx',
  golden: 'golden/net.golden.json',
  bytes: WEIGHTS.length,
  sha256: sha256(WEIGHTS),
};

async function write(entries: unknown): Promise<void> {
  await writeFile(join(folder, 'manifest-entries.json'), JSON.stringify(entries));
}

test('the models of an export are found beside their entries', async () => {
  await write({ models: [entry] });
  await writeFile(join(folder, 'net.onnx'), WEIGHTS);
  const [found = entry] = await listExport(folder);
  expect(found.name).toBe('net');
  expect(goldenPath(found, folder)).toBe(join(folder, 'net.golden.json'));
  expect(Uint8Array.from((await loadEntry(found, folder)).bytes)).toEqual(WEIGHTS);
});

test('a model that is not the one of its entry is refused', async () => {
  await write({ models: [entry] });
  await writeFile(join(folder, 'net.onnx'), Uint8Array.of(1, 2, 4));
  const [found = entry] = await listExport(folder);
  await expect(loadEntry(found, folder)).rejects.toThrow(/^MODEL_CORRUPTED.*SHA-256/);
});

test('a folder without entries, or with bad ones, is refused with the path of the file', async () => {
  await expect(listExport(folder)).rejects.toThrow(join(folder, 'manifest-entries.json'));
  await write({ models: [{ ...entry, licence: undefined }] });
  await expect(listExport(folder)).rejects.toThrow(/manifest-entries\.json.*"net".*"licence"/);
  await write({});
  await expect(listExport(folder)).rejects.toThrow(/manifest-entries\.json.*list of models/);
});
