import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InterviewEmotionAnalyzer } from '@poise/session';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHistory } from '../src/analyze/session-history.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'poise-history-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function save(folder: string, startedAt: Date): Promise<string> {
  const analyzer = new InterviewEmotionAnalyzer({ startedAt });
  analyzer.addMissingFace(0);
  await analyzer.saveSessionData(join(root, folder));
  return analyzer.getSessionSummary().session_id;
}

test('past sessions are found in all sub-folders and come in the order of time', async () => {
  const later = await save('a', new Date(2026, 2, 1));
  const first = await save('b/c', new Date(2025, 2, 1));
  const last = await save('.', new Date(2026, 2, 2));
  const sessions = await readHistory(root, (note) => expect.fail(note));
  expect(sessions.map(({ session_id }) => session_id)).toEqual([first, later, last]);
});

test('what is no session is noted and skipped; hidden files and other names are not looked at', async () => {
  const good = await save('a', new Date(2026, 2, 1));
  await mkdir(join(root, 'b'));
  await writeFile(join(root, 'b', 'half.json'), '{"session_id": ');
  await writeFile(join(root, 'b', 'other.json'), '{"name": "x"}');
  await writeFile(join(root, 'b', '.hidden.json'), '');
  await writeFile(join(root, 'b', 'notes.txt'), '');
  const notes: string[] = [];
  const sessions = await readHistory(root, (note) => notes.push(note));
  expect(sessions.map(({ session_id }) => session_id)).toEqual([good]);
  expect(notes).toEqual([
    expect.stringMatching(/half\.json: it is not JSON\.$/),
    expect.stringMatching(/other\.json: .*has no schema_version, as sessions of Poise have\.$/),
  ]);
});

test('a file in place of a folder is refused, with what to give', async () => {
  await writeFile(join(root, 'session.json'), '{}');
  await expect(readHistory(join(root, 'session.json'), () => undefined)).rejects.toMatchObject({
    code: 'OPTION_INVALID',
    hint: expect.stringContaining('folder'),
  });
});

test('a folder that is not there is refused', async () => {
  await expect(readHistory(join(root, 'no'), () => undefined)).rejects.toMatchObject({
    code: 'INPUT_NOT_FOUND',
  });
});
