import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openMedia } from '@poise/media';
import { InterviewEmotionAnalyzer } from '@poise/session';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecordings } from '../src/analyze/recordings.js';
import { findSlot } from '../src/analyze/session-slot.js';
import { VIDEO_SAMPLES } from '../src/doctor/samples.js';
import { clip, copyTo } from './poise.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'poise-parts-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text = 'x'): Promise<string> {
  const full = join(root, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
  return full;
}

describe('the place of the results', () => {
  const time = new Date(2026, 0, 5, 9, 7, 3);

  /** Leaves what an analysis leaves, of a recording of so many seconds. */
  async function finish(
    folder: string,
    sessionId: string,
    name: string,
    { startedAt = time, seconds = 0 } = {},
  ): Promise<void> {
    const analyzer = new InterviewEmotionAnalyzer({
      sessionId,
      startedAt,
      source: { kind: 'recording', name },
    });
    for (let i = 0; i <= seconds; i += 1) analyzer.addMissingFace(i);
    await analyzer.saveSessionData(folder);
    for (const kind of ['png', 'txt']) {
      await writeFile(join(folder, `interview_report_${sessionId}.${kind}`), '');
    }
  }

  test('the session id is the time of the file', async () => {
    const file = await put('a.mp4');
    await utimes(file, time, time);
    const slot = await findSlot(file, join(root, 'out'));
    expect([slot.sessionId, slot.finished]).toEqual(['20260105_090703', null]);
  });

  test('a finished recording is known again, another of the same second takes the next', async () => {
    const [a, b] = [await put('a.mp4'), await put('b.mp4')];
    for (const file of [a, b]) await utimes(file, time, time);
    const out = join(root, 'out');
    await finish(out, '20260105_090703', 'a.mp4');
    expect((await findSlot(a, out)).finished?.source.name).toBe('a.mp4');
    const slot = await findSlot(b, out);
    expect([slot.sessionId, slot.finished]).toEqual(['20260105_090704', null]);
    await finish(out, '20260105_090704', 'b.mp4');
    expect((await findSlot(b, out)).finished?.session_id).toBe('20260105_090704');
  });

  test('with a report missing it is to be done again, in the same place', async () => {
    const file = await put('a.mp4');
    await utimes(file, time, time);
    const out = join(root, 'out');
    await finish(out, '20260105_090703', 'a.mp4');
    await rm(join(out, 'interview_report_20260105_090703.png'));
    const slot = await findSlot(file, out);
    expect([slot.sessionId, slot.finished]).toEqual(['20260105_090703', null]);
  });

  test('a result of a file of another time is not this one’s', async () => {
    const file = await put('a.mp4');
    await utimes(file, time, time);
    const out = join(root, 'out');
    const startedAt = new Date(time.getTime() - 60_000);
    await finish(out, '20260105_090703', 'a.mp4', { startedAt });
    const slot = await findSlot(file, out);
    expect([slot.sessionId, slot.finished]).toEqual(['20260105_090704', null]);
  });

  test('two recordings of one name and one second are told apart by their length', async () => {
    const long = join(root, 'long', 'talk.mp4');
    await copyTo(clip('cap13_edit2.mp4'), long);
    const short = await put('short/talk.mp4');
    await writeFile(short, Buffer.from(VIDEO_SAMPLES[0]?.base64 ?? '', 'base64'));
    for (const file of [long, short]) await utimes(file, time, time);
    const out = join(root, 'out');
    await finish(out, '20260105_090703', 'talk.mp4', { seconds: 29 });
    expect((await findSlot(long, out)).finished?.session_id).toBe('20260105_090703');
    const other = await findSlot(short, out);
    expect([other.sessionId, other.finished]).toEqual(['20260105_090704', null]);

    const out2 = join(root, 'out-2');
    await finish(out2, '20260105_090703', 'talk.mp4', { seconds: 4 });
    const longer = await findSlot(long, out2);
    expect([longer.sessionId, longer.finished]).toEqual(['20260105_090704', null]);
  });

  test('a recording that is cut off is known again by what can be read of it', async () => {
    const file = join(root, 'cut.webm');
    await copyTo(clip('cap13_edit2.webm'), file);
    await truncate(file, 300_000);
    await utimes(file, time, time);
    const readable: number[] = [];
    await using source = await openMedia(file);
    for await (const { timestamp } of source.frames({ fps: 1 })) readable.push(timestamp);
    expect(source.info.duration).toBeGreaterThan((readable.at(-1) ?? 0) + 5);
    const out = join(root, 'out');
    await finish(out, '20260105_090703', 'cut.webm', { seconds: readable.length - 1 });
    expect((await findSlot(file, out)).finished?.session_id).toBe('20260105_090703');
  });

  test('a name with a backslash is known again', async () => {
    const file = await put('week 1\\talk.mp4');
    await utimes(file, time, time);
    const out = join(root, 'out');
    await finish(out, '20260105_090703', 'week 1\\talk.mp4');
    expect((await findSlot(file, out)).finished?.session_id).toBe('20260105_090703');
  });

  test('a file that is no session is never overwritten', async () => {
    const file = await put('a.mp4');
    await utimes(file, time, time);
    await put('out/interview_session_20260105_090703.json', '{"mine": true');
    expect((await findSlot(file, join(root, 'out'))).sessionId).toBe('20260105_090704');
  });
});

describe('the recordings that the arguments stand for', () => {
  const none = (): Promise<string[]> => Promise.resolve([]);

  test('one file goes straight into the output folder', async () => {
    const file = await put('interview.mp4');
    const { entries, single } = await listRecordings([file], 'out', none);
    expect([entries, single]).toEqual([[{ file, folder: 'out' }], true]);
  });

  test('a folder gives each recording a sub-folder in the folders that it lies in', async () => {
    const files = [await put('in/a/x.mp4'), await put('in/x.mp4'), await put('in/x.webm')];
    const { entries, single } = await listRecordings([join(root, 'in')], 'out', async () => files);
    expect(single).toBe(false);
    expect(entries).toEqual([
      { file: files[0], folder: join('out', 'a', 'x') },
      { file: files[1], folder: join('out', 'x') },
      { file: files[2], folder: join('out', 'x') },
    ]);
  });

  test('two files of one name get two sub-folders, and a file that is given twice one', async () => {
    const [a, b] = [await put('a/x.mp4'), await put('b/x.mp4')];
    const { entries } = await listRecordings([a, b, a], 'out', none);
    expect(entries).toEqual([
      { file: a, folder: join('out', 'x') },
      { file: b, folder: join('out', 'x-2') },
    ]);
  });

  test('a path that leads nowhere stands among the others as an error', async () => {
    const file = await put('x.mp4');
    const { entries } = await listRecordings([join(root, 'no.mp4'), file], 'out', none);
    expect(entries).toEqual([
      { file: join(root, 'no.mp4'), error: expect.objectContaining({ code: 'INPUT_NOT_FOUND' }) },
      { file, folder: join('out', 'x') },
    ]);
  });

  test('one file that vanishes does not lose the others of its folder', async () => {
    const [a, b] = [await put('in/a.mp4'), await put('in/b.mp4')];
    const gone = join(root, 'in', 'gone.mp4');
    const { entries } = await listRecordings([join(root, 'in')], 'out', async () => [a, gone, b]);
    expect(entries).toEqual([
      { file: a, folder: join('out', 'a') },
      { file: gone, error: expect.objectContaining({ code: 'INPUT_NOT_FOUND' }) },
      { file: b, folder: join('out', 'b') },
    ]);
  });

  test('a path that is there and cannot be followed is unreadable, not missing', async () => {
    const loop = join(root, 'loop.mp4');
    await symlink(loop, loop);
    const { entries } = await listRecordings([loop], 'out', none);
    expect(entries).toEqual([
      { file: loop, error: expect.objectContaining({ code: 'INPUT_UNREADABLE' }) },
    ]);
  });
});
