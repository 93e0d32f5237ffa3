import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSessionSummary, saveSummary, sessionFileName } from '../src/index.js';
import { face, session } from './helpers.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poise-session-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const analyzer = session(10, 15, () => face({ happy: 0.3 }), { sessionId: '20251128_001234' });

test('a session is written under its name into a folder that is made, and can be read back', async () => {
  const path = await analyzer.saveSessionData(join(folder, 'new', 'outputs/'));
  expect(path).toBe(join(folder, 'new', 'outputs', 'interview_session_20251128_001234.json'));
  const read = parseSessionSummary(JSON.parse(await readFile(path, 'utf8')));
  expect(read).toEqual(analyzer.getSessionSummary());
  expect(await readdir(join(folder, 'new', 'outputs'))).toHaveLength(1);
});

test('a summary that is at hand is saved in the same way', async () => {
  const summary = analyzer.getSessionSummary();
  const path = await saveSummary(summary, folder);
  expect(path).toBe(join(folder, sessionFileName('20251128_001234')));
  expect(parseSessionSummary(JSON.parse(await readFile(path, 'utf8')))).toEqual(summary);
});

test('a path that ends in .json is the file itself', async () => {
  const file = join(folder, 'mine.json');
  expect(await analyzer.saveSessionData(file)).toBe(file);
});

test('a folder that cannot be written is an error and nothing is left behind', async () => {
  await writeFile(join(folder, 'file'), 'x');
  await expect(analyzer.saveSessionData(join(folder, 'file'))).rejects.toMatchObject({
    code: 'OUTPUT_UNWRITABLE',
  });
  expect(await readdir(folder)).toEqual(['file']);
  await expect(analyzer.saveSessionData('')).rejects.toMatchObject({ code: 'OPTION_INVALID' });
});
