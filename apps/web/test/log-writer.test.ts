import { beforeEach, expect, test } from 'vitest';
import { LONGEST_BACKLOG_SECONDS, LogWriter } from '../src/practice/log-writer.js';
import { finishSession } from '../src/reporting/finish-session.js';
import { MemorySessionStore } from '../src/storage/memory-store.js';
import { RecordingLocks } from '../src/storage/recording-locks.js';
import { LOG_COLUMNS, readLogRows } from '../src/storage/session-log.js';
import { DRAFT, scores } from './readings.js';

/** A store that can refuse, and notes how much it is given. */
class RefusingStore extends MemorySessionStore {
  refusing = false;
  largest = 0;
  replays = 0;

  override async appendLog(...[head, rows]: Parameters<MemorySessionStore['appendLog']>) {
    this.largest = Math.max(this.largest, rows.length / LOG_COLUMNS);
    if (this.refusing) throw new DOMException('no space', 'QuotaExceededError');
    await super.appendLog(head, rows);
  }

  override readLog(id: string): AsyncGenerator<Float64Array> {
    this.replays += 1;
    return super.readLog(id);
  }
}

let store: RefusingStore;
let log: LogWriter;

beforeEach(() => {
  store = new RefusingStore();
  log = new LogWriter(store, DRAFT);
});

async function writeSeconds(from: number, to: number): Promise<void> {
  for (let second = from; second < to; second += 1) {
    for (const part of [0, 0.5])
      log.add({
        time: second + part,
        face: { box: [0, 0, 9, 9], emotions: scores(), details: null },
      });
    await log.write([]);
  }
}

test('a store that refuses for long costs the oldest rows, and a break marks the gap', async () => {
  await writeSeconds(0, 10);
  store.refusing = true;
  await writeSeconds(10, 10 + 2 * LONGEST_BACKLOG_SECONDS);
  expect(log.problem?.hint).toContain('delete old sessions');
  expect(store.largest).toBeLessThanOrEqual(2 * LONGEST_BACKLOG_SECONDS + 4);
  store.refusing = false;
  const id = await log.finish([]);
  const times: number[] = [];
  for await (const rows of store.readLog(id))
    for (const { time } of readLogRows(rows, LOG_COLUMNS)) times.push(time);
  expect(times.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i / 2));
  expect(times.at(-1)).toBe(9.5 + 2 * LONGEST_BACKLOG_SECONDS);
  const resumed = times[20] ?? 0;
  expect(resumed).toBeGreaterThan(LONGEST_BACKLOG_SECONDS);
  const head = await store.head(id);
  expect(head?.breaks.at(-1)).toBe(resumed - 0.5);
  expect(head?.seconds).toBe(times.at(-1));
});

test('a report is made once, and read from then on', async () => {
  await writeSeconds(0, 12);
  const id = await log.finish([{ prompt: 'Why?', start: 0, end: null }]);
  expect(await store.unfinished()).toHaveLength(1);
  const first = await finishSession(id, store, new RecordingLocks());
  expect(first.summary).toMatchObject({ session_id: id, session_duration: 11.5 });
  expect(first.summary.questions).toMatchObject([{ prompt: 'Why?', start: 0, end: 11.5 }]);
  expect(await finishSession(id, store, new RecordingLocks())).toEqual(first);
  expect(store.replays).toBe(1);
  await expect(finishSession('none', store, new RecordingLocks())).rejects.toMatchObject({
    code: 'STORAGE_FAILED',
  });
});
