import { PoiseError } from '@poise/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FrameReading } from '../src/engine/reading.js';
import { PracticeSession } from '../src/practice/practice-session.js';
import type { PracticePhase, PracticePlan } from '../src/practice/snapshot.js';
import { replaySession } from '../src/reporting/replay-session.js';
import { MemorySessionStore } from '../src/storage/memory-store.js';
import { LOG_COLUMNS, readLogRows } from '../src/storage/session-log.js';
import { FakeTime } from './fake-time.js';
import { faceOf, reading } from './readings.js';

const PLAN: PracticePlan = {
  questions: ['Why here?', 'What went wrong?'],
  secondsPerQuestion: 10,
  withBaseline: false,
  keepRecording: false,
};

const FULL = new PoiseError('STORAGE_FAILED', 'full');

/** A store whose disk can be full. */
class FillingStore extends MemorySessionStore {
  full = false;
  writes = 0;
  underWay = 0;

  override async appendLog(...given: Parameters<MemorySessionStore['appendLog']>): Promise<void> {
    this.underWay += 1;
    expect(this.underWay).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    this.underWay -= 1;
    if (this.full) throw FULL;
    this.writes += 1;
    await super.appendLog(...given);
  }
}

let time: FakeTime;
let store: FillingStore;

beforeEach(() => {
  vi.useFakeTimers();
  time = new FakeTime();
  store = new FillingStore();
});

afterEach(() => {
  vi.useRealTimers();
});

function practise(plan: Partial<PracticePlan> = {}): PracticeSession {
  return new PracticeSession({
    plan: { ...PLAN, ...plan },
    store,
    engineInfo: { expressionModel: 'emotion-bootstrap', faceDetector: 'blazeface' },
    now: time.now,
    startedAt: new Date(2025, 10, 28, 0, 12, 34),
  });
}

/** Feeds 10 frames a second, each 30 ms after it was captured. */
async function feed(
  session: PracticeSession,
  seconds: number,
  changes: Partial<FrameReading> = {},
): Promise<void> {
  for (let i = 0; i < Math.round(seconds * 10); i += 1) {
    await time.pass(0.1);
    session.addReading(reading(time.now() - 0.03, changes));
  }
}

/** Discards a session; a write that is under way comes to its end. */
async function discard(session: PracticeSession): Promise<void> {
  const discarding = session.discard();
  await time.pass(1);
  await discarding;
}

/** Stops a session; the last write takes its time. */
async function stop(session: PracticeSession): Promise<string> {
  const stopping = session.stop();
  await time.pass(1);
  return stopping;
}

async function logTimes(id: string): Promise<number[]> {
  const times: number[] = [];
  for await (const rows of store.readLog(id))
    for (const row of readLogRows(rows, LOG_COLUMNS)) times.push(row.time);
  return times;
}

describe('a practice session', () => {
  test('leads through countdown and questions and stops by itself when the last one is over', async () => {
    const session = practise();
    const phases: PracticePhase[] = [];
    session.subscribe(() => {
      if (phases.at(-1) !== session.snapshot.phase) phases.push(session.snapshot.phase);
    });
    session.start();
    expect(session.snapshot).toMatchObject({ phase: 'countdown', countdown: 3, question: null });
    await feed(session, 3.1);
    expect(session.snapshot).toMatchObject({
      phase: 'asking',
      countdown: null,
      question: { index: 0, count: 2, prompt: 'Why here?' },
    });
    await feed(session, 10.2);
    expect(session.snapshot.question).toMatchObject({ index: 1, prompt: 'What went wrong?' });
    expect(session.snapshot).toMatchObject({ face: 'found', problem: null });
    expect(session.snapshot.live?.level).toBe('Confident');
    expect(session.snapshot.framesPerSecond).toBeGreaterThan(9);
    expect(session.snapshot.line.length).toBeGreaterThan(15);
    await feed(session, 11);
    expect(phases).toEqual(['countdown', 'asking', 'finishing', 'finished']);

    const id = await stop(session);
    expect(id).toBe('20251128_001234');
    const head = await store.head(id);
    expect(head?.questions).toEqual([
      { prompt: 'Why here?', start: 0, end: 10 },
      { prompt: 'What went wrong?', start: 10, end: 20 },
    ]);
    const times = await logTimes(id);
    expect(times.length).toBeGreaterThan(195);
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.max(...times)).toBeLessThanOrEqual(20);
    expect(await store.unfinished()).toHaveLength(1);
  });

  test('gives the report all that was practised, over a baseline, pauses and an open question', async () => {
    const session = practise({ withBaseline: true, secondsPerQuestion: null });
    session.start();
    await feed(session, 5.2, { face: faceOf({ sad: 0.6 }) });
    expect(session.snapshot.phase).toBe('question-look');
    await feed(session, 3.3);
    expect(session.snapshot.phase).toBe('countdown');
    await feed(session, 3.1);
    await feed(session, 8);
    session.pause('person');
    await feed(session, 4, { face: null });
    session.resume();
    await feed(session, 3, { face: null });
    session.nextQuestion();
    await feed(session, 9, { face: faceOf({ sad: 0.5 }) });
    session.pause('hidden');
    const id = await stop(session);
    const head = await store.head(id);
    if (head === null) throw new Error('the session is not stored');
    expect(head.baseline?.readings).toHaveLength(10);
    expect(head.questionLook?.length).toBeGreaterThan(25);
    const replayed = await replaySession(head, store.readLog(id));
    expect(replayed).toMatchObject({ session_id: id, baseline: { applied: true } });
    expect(replayed.breaks).toHaveLength(2);
    expect(replayed.questions.map(({ prompt }) => prompt)).toEqual(PLAN.questions);
    expect(replayed.session_duration).toBeGreaterThan(19);
    expect(replayed.session_duration).toBeLessThan(20.5);
  });

  test('says why the resting face is not read, gives up in the end, and can go on without', async () => {
    const session = practise({ withBaseline: true });
    session.start();
    await feed(session, 3, { face: null });
    expect(session.snapshot).toMatchObject({ phase: 'baseline', countdown: 5, face: 'missing' });
    expect(session.snapshot.obstacle).toBe('no_face');
    await feed(session, 13, { face: null });
    expect(session.snapshot).toMatchObject({
      phase: 'look-outcome',
      countdown: null,
      obstacle: null,
      look: { name: 'baseline', outcome: 'no_face' },
    });
    session.pause('person');
    session.resume();
    expect(session.snapshot.phase).toBe('look-outcome');
    session.retryLook();
    expect(session.snapshot).toMatchObject({ phase: 'baseline', countdown: 5, look: null });
    await feed(session, 16, { face: null });
    session.skipWarmUp();
    expect(session.snapshot).toMatchObject({ phase: 'countdown', countdown: 3 });
    await feed(session, 4);
    const id = await stop(session);
    expect((await store.head(id))?.baseline).toBeNull();
  });

  test('says of a small face that is lost between frames that it is too small, not that there is none', async () => {
    const session = practise({ withBaseline: true });
    session.start();
    const said = new Set<unknown>();
    for (let i = 0; i < 16; i += 1) {
      await feed(session, 0.2, { face: { ...faceOf(), box: [500, 200, 48, 62] } });
      said.add(session.snapshot.face);
      await feed(session, 2, { face: null });
      said.add(session.snapshot.face);
      said.add(session.snapshot.obstacle);
      if (session.snapshot.phase === 'look-outcome') break;
    }
    expect(said).toEqual(new Set(['found', 'too_small', 'size', null]));
    expect(session.snapshot.look).toEqual({ name: 'baseline', outcome: 'size' });
    await discard(session);
  });

  test('does not say that no face is there where the pictures come too slowly to tell', async () => {
    const session = practise({ withBaseline: true });
    session.start();
    expect(session.snapshot.face).toBe('waiting');
    const said = new Set<string>();
    session.subscribe(() => said.add(session.snapshot.face));
    for (let i = 0; i < 6; i += 1) {
      await time.pass(3);
      session.addReading(reading(time.now() - 0.8));
    }
    expect(session.snapshot.look).toEqual({ name: 'baseline', outcome: 'too_few' });
    expect(said).toContain('too_slow');
    expect(said).not.toContain('missing');
    session.retryLook();
    for (let i = 0; i < 6; i += 1) {
      await time.pass(1);
      session.addReading(reading(time.now() - 0.03, { face: null }));
      await time.pass(0.1);
      expect(session.snapshot.obstacle).not.toBe('no_face');
      expect(session.snapshot.face).toBe('too_slow');
    }
    expect(session.snapshot.obstacle).toBe('too_few');
    await feed(session, 3, { face: null });
    expect(session.snapshot).toMatchObject({ face: 'missing', obstacle: 'no_face' });
    await discard(session);
  });

  test('leaves pauses out of its clock and its log, and starts a countdown anew', async () => {
    const session = practise();
    session.start();
    await feed(session, 2);
    session.pause('hidden');
    expect(session.snapshot).toMatchObject({ phase: 'paused', pauseReason: 'hidden' });
    await feed(session, 60);
    session.resume();
    expect(session.snapshot).toMatchObject({ phase: 'countdown', countdown: 3 });
    await feed(session, 3.1);
    await feed(session, 4);
    session.pause('person');
    session.pause('hidden');
    const { seconds } = session.snapshot;
    expect(session.snapshot.pauseReason).toBe('person');
    await feed(session, 60);
    expect(session.snapshot.seconds).toBe(seconds);
    session.resume();
    await feed(session, 2);
    expect(session.snapshot.seconds).toBeCloseTo(seconds + 2, 5);
    const id = await stop(session);
    const head = await store.head(id);
    expect(head?.breaks).toEqual([seconds]);
    const times = await logTimes(id);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(times.length).toBeLessThan(65);
  });

  test('goes by the clock when the browser does not call its timer', async () => {
    const session = practise();
    session.start();
    await feed(session, 3.1);
    time.jump(14);
    await time.pass(0.2);
    expect(session.snapshot.question).toMatchObject({ index: 1 });
    time.jump(100);
    await time.pass(1);
    expect(session.snapshot.phase).toBe('finished');
    expect((await store.head(await stop(session)))?.questions.at(-1)?.end).toBe(20);
  });

  test('stores the log each second, so that a killed tab loses at most the last one', async () => {
    const session = practise({ secondsPerQuestion: null });
    session.start();
    await feed(session, 3.1);
    for (let second = 1; second <= 20; second += 1) {
      await feed(session, 1);
      const [head] = await store.heads();
      if (second > 2) expect(head?.seconds).toBeGreaterThan(session.snapshot.seconds - 1.4);
    }
    expect(store.writes).toBeGreaterThanOrEqual(20);
    await discard(session);
  });

  test('stores the last rows and the break within a second of a pause, also when a write is under way or fails', async () => {
    const session = practise({ secondsPerQuestion: null });
    session.start();
    await feed(session, 3.1);
    await feed(session, 5);
    while (store.underWay === 0) await feed(session, 0.1);
    await feed(session, 0.2);
    session.pause('person');
    const { seconds } = session.snapshot;
    store.full = true;
    await time.pass(3);
    expect(session.snapshot.problem).toBe(FULL);
    store.full = false;
    await time.pass(1.2);
    expect(session.snapshot).toMatchObject({ phase: 'paused', problem: null });
    const [head] = await store.heads();
    expect(head?.breaks).toEqual([seconds]);
    expect(head?.seconds).toBeGreaterThan(seconds - 0.15);
    const { writes } = store;
    await time.pass(10);
    expect(store.writes).toBe(writes);
    await discard(session);
  });

  test('goes on when the store fails, says so, and writes everything once there is space again', async () => {
    const session = practise({ secondsPerQuestion: null });
    session.start();
    await feed(session, 3.1);
    await feed(session, 5);
    store.full = true;
    await feed(session, 5);
    expect(session.snapshot).toMatchObject({ phase: 'asking', problem: FULL });
    store.full = false;
    await feed(session, 3);
    expect(session.snapshot.problem).toBeNull();
    const times = await logTimes(await stop(session));
    expect(times.length).toBeGreaterThan(128);
    for (const [i, at] of times.entries()) expect(at - (times[i - 1] ?? 0)).toBeLessThan(0.2);
  });

  test('can be stopped again when the last write failed', async () => {
    const session = practise({ secondsPerQuestion: null });
    session.start();
    await feed(session, 15);
    store.full = true;
    const failed = expect(session.stop()).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    await time.pass(2);
    await failed;
    expect(session.snapshot).toMatchObject({ phase: 'finishing', problem: FULL });
    store.full = false;
    await expect(stop(session)).resolves.toBe('20251128_001234');
    expect(session.snapshot.phase).toBe('finished');
  });

  test('ends once, also when a listener stops it as soon as it hears of the end', async () => {
    const session = practise({ secondsPerQuestion: null });
    session.start();
    await feed(session, 8);
    const stops: Promise<string>[] = [];
    session.subscribe(() => {
      if (session.snapshot.phase === 'finishing') stops.push(session.stop());
    });
    const { writes } = store;
    const stopping = session.stop();
    await time.pass(2);
    expect(stops.length).toBeGreaterThan(0);
    for (const again of stops) expect(again).toBe(stopping);
    expect(store.writes).toBeLessThanOrEqual(writes + 2);
    await expect(stopping).resolves.toBe('20251128_001234');
  });

  test('leaves nothing behind when it is discarded', async () => {
    const session = practise();
    session.start();
    await feed(session, 8);
    expect(await store.heads()).toHaveLength(1);
    await discard(session);
    expect(await store.heads()).toEqual([]);
    const { snapshot } = session;
    await time.pass(5);
    expect(session.snapshot).toBe(snapshot);
  });

  test('publishes at most ten snapshots a second however many frames come, each an object of its own', async () => {
    const session = practise({ secondsPerQuestion: null });
    session.start();
    await feed(session, 4);
    let published = 0;
    session.subscribe(() => {
      published += 1;
    });
    for (let i = 0; i < 600; i += 1) {
      const before = session.snapshot;
      session.addReading(reading(time.now()));
      expect(session.snapshot).toBe(before);
      if (i % 3 === 0) await time.pass(0.05);
    }
    expect(published).toBeGreaterThan(95);
    expect(published).toBeLessThanOrEqual(101);
    await discard(session);
  });

  test('says what is wrong with a reading that cannot be, and goes on with the next', async () => {
    const session = practise();
    session.start();
    await feed(session, 4);
    const face = faceOf({ happy: Number.NaN });
    session.addReading(reading(time.now(), { face }));
    await time.pass(0.1);
    expect(session.snapshot.problem).toMatchObject({ code: 'EMOTIONS_INVALID' });
    await feed(session, 0.5);
    expect(session.snapshot.problem).toBeNull();
    await discard(session);
  });
});
