import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyTo, temporaryFolder } from './poise.js';

const execute = promisify(execFile);
const BIN = new URL('../bin/poise.js', import.meta.url);

let folder = '';
let removeFolder = async (): Promise<void> => undefined;
beforeAll(async () => {
  const made = await temporaryFolder();
  folder = made.path;
  removeFolder = made.remove;
  await copyTo(fileURLToPath(BIN), join(folder, 'bin', 'poise.js'));
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
});
afterAll(() => removeFolder());

test('without its built files the command says how to build them', async () => {
  await expect(execute(process.execPath, [join(folder, 'bin/poise.js')])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm ci'),
  });
});

test('an older Node is refused with the version that is needed', async () => {
  const old =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.18.3"}})';
  await expect(
    execute(process.execPath, ['--import', old, join(folder, 'bin/poise.js')]),
  ).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('needs Node 20.19 or newer'),
  });
});

test('the oldest Node is the one that package.json names', async () => {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text).engines.node).toBe('>=20.19');
});
