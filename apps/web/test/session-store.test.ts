import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemorySessionStore } from '../src/storage/memory-store.js';
import { openSessionStore } from '../src/storage/open-store.js';
import { LOG_COLUMNS } from '../src/storage/session-log.js';
import { storageError } from '../src/storage/storage-error.js';
import { DRAFT, scores } from './readings.js';

function summaryOf(
  sessionId: string,
  startedAt = new Date(DRAFT.startedAt),
  name = 'talk.mp4',
): SessionSummary {
  const analyzer = new InterviewEmotionAnalyzer({
    sessionId,
    startedAt,
    source: { kind: 'recording', name },
  });
  for (let i = 0; i <= 120; i += 1) analyzer.addEmotionData(scores({ happy: 0.1 }), null, i / 10);
  return analyzer.getSessionSummary();
}

const json = (value: unknown) => new Blob([JSON.stringify(value)]);

let store: MemorySessionStore;

async function piecesOf(id: string): Promise<Float64Array[]> {
  const pieces: Float64Array[] = [];
  for await (const rows of store.readLog(id)) pieces.push(rows);
  return pieces;
}

beforeEach(() => {
  store = new MemorySessionStore();
});

describe('the store in memory', () => {
  test('gives sessions of one second ids of their own', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await store.createSession(DRAFT)).id);
    expect(ids).toEqual(['20251128_001234', '20251128_001234_2', '20251128_001234_3']);
  });

  test('keeps the log and the head together until the report is made, then only the summary', async () => {
    const head = await store.createSession(DRAFT);
    const rows = new Float64Array(2 * LOG_COLUMNS).fill(1);
    await store.appendLog({ ...head, seconds: 1 }, rows);
    await store.appendLog({ ...head, seconds: 2 }, rows);
    expect(await store.head(head.id)).toMatchObject({ seconds: 2, digest: null });
    expect(await store.unfinished()).toEqual([]);
    store.release(head.id);
    expect(await store.unfinished()).toHaveLength(1);
    expect(await piecesOf(head.id)).toHaveLength(2);

    const summary = summaryOf(head.id);
    const { head: finished } = await store.finish(head.id, summary);
    expect(finished.digest).toMatchObject({
      score: summary.average_confidence,
      duration: 12,
      sufficient: true,
    });
    expect(await store.unfinished()).toEqual([]);
    expect(await piecesOf(head.id)).toEqual([]);
    expect(await store.summary(head.id)).toEqual(summary);
  });

  test('joins the pieces of a recording, and says when there is none', async () => {
    const { id } = await store.createSession(DRAFT);
    expect(await store.recording(id)).toBeNull();
    await store.appendRecording(id, 0, new Blob(['one '], { type: 'video/webm' }));
    await store.appendRecording(id, 1, new Blob(['two']));
    const recording = await store.recording(id);
    expect(recording?.type).toBe('video/webm');
    expect(await recording?.text()).toBe('one two');
  });

  test('deletes all but the session that is being recorded', async () => {
    await store.importSummary(summaryOf('done'));
    const cutOff = await store.createSession(DRAFT);
    store.release(cutOff.id);
    const running = await store.createSession(DRAFT);
    await store.deleteAll();
    expect((await store.heads()).map(({ id }) => id)).toEqual([running.id]);
    await expect(store.appendLog(running, new Float64Array())).resolves.toBeUndefined();
  });

  test('refuses to write to a session that was deleted', async () => {
    const head = await store.createSession(DRAFT);
    await store.delete(head.id);
    await expect(store.appendLog(head, new Float64Array())).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
    });
  });

  test('lists sessions newest first, whatever their ids are', async () => {
    await store.importSummary(summaryOf('b', new Date(2025, 0, 2)));
    await store.importSummary(summaryOf('c', new Date(2025, 0, 1)));
    await store.importSummary(summaryOf('a', new Date(2025, 0, 3)));
    expect((await store.heads()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('lets the same recording take the place of its earlier session, and another one of that second stand beside it', async () => {
    const first = await store.importSummary(summaryOf('20251128_001234'));
    const again = await store.importSummary(summaryOf('20251128_001234'));
    expect(again.head.id).toBe(first.head.id);
    const beside = await store.importSummary(summaryOf('20251128_001234', undefined, 'other.mp4'));
    expect(beside.head.id).toBe('20251128_001234_2');
    expect(beside.summary.session_id).toBe('20251128_001234_2');
    expect(await store.heads()).toHaveLength(2);
    const besideAgain = await store.importSummary(
      summaryOf('20251128_001234', undefined, 'other.mp4'),
    );
    expect(besideAgain.head.id).toBe('20251128_001234_2');
    await store.delete(first.head.id);
    const alone = await store.importSummary(summaryOf('20251128_001234', undefined, 'other.mp4'));
    expect(alone.head.id).toBe('20251128_001234_2');
    expect(await store.heads()).toHaveLength(1);
  });
});

describe('an export', () => {
  test('brings every finished session back into an empty store, with its head', async () => {
    await store.createSession({ ...DRAFT, startedAt: 0 });
    for (const id of ['one', 'two', 'three']) await store.importSummary(summaryOf(id));
    const file = await store.exportAll();
    expect(JSON.parse(await file.text())).toMatchObject({ format: 'poise-archive', version: 1 });

    const other = new MemorySessionStore();
    const outcome = await other.importArchive(file);
    expect(outcome).toEqual({ added: ['two', 'three', 'one'], skipped: [], bad: [] });
    expect(await other.heads()).toEqual(
      (await store.heads()).filter(({ digest }) => digest !== null),
    );
    expect(await other.summary('two')).toEqual(await store.summary('two'));
  });

  test('of nothing is an archive without sessions, which can be imported', async () => {
    const file = await store.exportAll();
    expect(JSON.parse(await file.text())).toMatchObject({ sessions: [] });
    expect(await store.importArchive(file)).toEqual({ added: [], skipped: [], bad: [] });
  });
});

describe('an import', () => {
  test('takes the JSON of a single session as well', async () => {
    expect(await store.importArchive(json(summaryOf('talk')))).toMatchObject({ added: ['talk'] });
  });

  test('keeps what is there, adds what is good, and names what is bad', async () => {
    await store.importSummary(summaryOf('there', undefined, 'mine.mp4'));
    const sessions = [
      { summary: summaryOf('there') },
      { summary: summaryOf('new') },
      { summary: { ...summaryOf('broken'), session_duration: -1 } },
      { summary: 'no session' },
      null,
    ];
    const outcome = await store.importArchive(
      json({ format: 'poise-archive', version: 1, sessions }),
    );
    expect(outcome).toMatchObject({ added: ['new'], skipped: ['there'] });
    expect(outcome.bad.map(({ name }) => name)).toEqual(['broken', '#4', '#5']);
    expect(outcome.bad[0]?.error).toMatchObject({ code: 'SUMMARY_INVALID' });
    expect((await store.head('there'))?.source.name).toBe('mine.mp4');
  });

  test.each([
    ['text', new Blob(['hello'])],
    ['an empty file', new Blob([])],
    ['other JSON', json({ sessions: [] })],
    ['a list', json([1, 2])],
    ['an archive without a list', json({ format: 'poise-archive', version: 1 })],
    ['an archive of bad sessions', json({ format: 'poise-archive', version: 1, sessions: [{}] })],
    ['a bad session', json({ session_id: 'x' })],
    ['an archive of a later version', json({ format: 'poise-archive', version: 2, sessions: [] })],
  ])('refuses %s and says that it is no export', async (_, file) => {
    await expect(store.importArchive(file)).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' });
    expect(await store.heads()).toEqual([]);
  });
});

test('where there is no database, sessions are kept in memory and the reason is given', async () => {
  const { store: fallback, persistent, problem } = await openSessionStore();
  expect(persistent).toBe(false);
  expect(problem).toMatchObject({ code: 'STORAGE_FAILED' });
  await expect(fallback.createSession(DRAFT)).resolves.toMatchObject({ id: '20251128_001234' });
});

test('a full disk has a hint of its own', () => {
  const cause = new DOMException('no space', 'QuotaExceededError');
  expect(storageError(cause)).toMatchObject({ code: 'STORAGE_FAILED', cause });
  expect(storageError(cause).hint).toContain('delete old sessions');
});
