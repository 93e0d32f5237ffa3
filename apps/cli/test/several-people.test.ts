import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseRoomSummary, parseSessionSummary } from '@poise/session';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../src/analyze/session-history.js';
import { clip, FFMPEG, filesUnder, poise, temporaryFolder } from './poise.js';

let folder = '';
let removeFolder = async (): Promise<void> => undefined;
let panel = '';

/** Two people side by side for 13 s; the one on the right is gone from 3 s to 4.5 s. */
beforeAll(async () => {
  const made = await temporaryFolder();
  folder = made.path;
  removeFolder = made.remove;
  panel = join(folder, 'panel.mp4');
  const input = (name: 'franck.mp4' | 'cap13_edit2.mp4') => [
    '-ss',
    '10',
    '-t',
    '13',
    '-i',
    clip(name),
  ];
  const halves =
    '[0:v]fps=10,scale=-2:288[a];' +
    "[1:v]fps=10,scale=-2:288,drawbox=c=gray:t=fill:enable='between(t,3,4.45)'[b];[a][b]hstack";
  await promisify(execFile)(FFMPEG, [
    ...['-v', 'error', '-nostdin', ...input('franck.mp4'), ...input('cap13_edit2.mp4')],
    ...['-filter_complex', halves, '-pix_fmt', 'yuv420p', '-preset', 'ultrafast', panel],
  ]);
});
afterAll(() => removeFolder());

const out = (): string => join(folder, 'out');
const analyze = (...args: string[]) => poise('analyze', panel, '--out', out(), ...args);

describe('a recording of two people', () => {
  test('is read for the candidate alone unless all agreed, and says that another was there', async () => {
    const { code, stdout, stderr } = await analyze('--max-faces', '4');
    expect(code).toBe(0);
    expect(stdout).toContain('1 other person seen, at most 2 people at once');
    expect(stdout).toContain('--everyone-agreed');
    expect(stderr).not.toContain('you state that');
    expect(await filesUnder(out())).toHaveLength(3);
  });

  test('is read for both when all agreed: a file each, one for the room, one JSON document', async () => {
    const before = await filesUnder(out());
    const args = ['--max-faces', '4', '--everyone-agreed'];
    const { code, stdout, stderr } = await analyze(...args, '--force', '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('each person in the recording knows of this analysis and agreed');
    const id = /interview_session_(\d{8}_\d{6})\.json/.exec(before.join())?.[1] ?? '';
    expect(await filesUnder(out())).toEqual(
      [...before, `interview_room_${id}.json`, `interview_session_${id}_person2.json`].sort(),
    );

    const { room, people, ...candidate } = JSON.parse(stdout);
    const read = async (name: string) => JSON.parse(await readFile(join(out(), name), 'utf8'));
    expect(await read(`interview_session_${id}.json`)).toEqual(candidate);
    expect(await read(`interview_session_${id}_person2.json`)).toEqual(people[0]);
    expect(await read(`interview_room_${id}.json`)).toEqual(room);

    // The one who was gone for a second and a half is one person.
    expect(parseSessionSummary(people[0]).frames_total).toBeGreaterThan(
      parseSessionSummary(people[0]).frames_analyzed,
    );
    const { people: listed, people_over_time: spans } = parseRoomSummary(room);
    expect(listed.map(({ person, session_id }) => [person, session_id])).toEqual([
      [1, id],
      [2, `${id}_person2`],
    ]);
    expect(spans.map((span) => span.people)).toEqual([2, 1, 2]);
    expect(spans[1]?.start).toBeCloseTo(3, 0);
    expect(spans[1]?.end).toBeCloseTo(4.7, 0);

    const again = await analyze(...args);
    expect(again.stdout).toContain('Analysed before');
    expect(again.stdout).toContain(join(out(), `interview_session_${id}_person2.json`));
  });

  test('is no history of the candidate where it is about others', async () => {
    const notes: string[] = [];
    const history = await readHistory(out(), (note) => notes.push(note));
    expect(history.map(({ session_id }) => session_id)).toEqual([
      expect.stringMatching(/^\d{8}_\d{6}$/),
    ]);
    expect(notes).toEqual([]);
  });

  test('analysed again without that consent leaves nothing of the others', async () => {
    await writeFile(join(out(), 'interview_session_other_person2.json'), '{}');
    await analyze('--max-faces', '4', '--force');
    const files = await filesUnder(out());
    expect(files).toHaveLength(4);
    expect(files).toContain('interview_session_other_person2.json');
  });

  test('is refused when all agreed but only one face is looked at', async () => {
    const { code, stderr } = await analyze('--everyone-agreed');
    expect(code).toBe(2);
    expect(stderr).toContain('OPTION_INVALID');
    expect(stderr).toContain('Say with --max-faces');
  });
});
