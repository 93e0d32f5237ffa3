import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseRoomSummary, parseSessionSummary } from '@poise/session';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../src/analyze/session-history.js';
import { clip, FFMPEG, filesUnder, poise, temporaryFolder } from './poise.js';

let folder = '';
let removeFolder = async (): Promise<void> => undefined;
let panel = '';

/**
 * Writes a video of two people side by side at ten frames a second.
 *
 * @param gone - when each is painted over, as ffmpeg's expressions of `t`.
 */
async function compose(
  path: string,
  seconds: number,
  gone: { readonly left?: string; readonly right?: string },
): Promise<void> {
  const input = (name: 'franck.mp4' | 'cap13_edit2.mp4') => [
    ...['-ss', '10', '-t', String(seconds), '-i', clip(name)],
  ];
  const half = (from: string, when = '0') =>
    `[${from}]fps=10,scale=-2:288,drawbox=c=gray:t=fill:enable='${when}'`;
  const halves = `${half('0:v', gone.left)}[a];${half('1:v', gone.right)}[b];[a][b]hstack`;
  await promisify(execFile)(FFMPEG, [
    ...['-v', 'error', '-nostdin', ...input('franck.mp4'), ...input('cap13_edit2.mp4')],
    ...['-filter_complex', halves, '-pix_fmt', 'yuv420p', '-preset', 'ultrafast', path],
  ]);
}

/** Two people for 13 s; the one on the right is gone from 3 s to 4.5 s. */
beforeAll(async () => {
  const made = await temporaryFolder();
  folder = made.path;
  removeFolder = made.remove;
  panel = join(folder, 'panel.mp4');
  await compose(panel, 13, { right: 'between(t,3,4.45)' });
});
afterAll(() => removeFolder());

const out = (): string => join(folder, 'out');
const analyze = (...args: string[]) => poise('analyze', panel, '--out', out(), ...args);

describe('a recording of two people', () => {
  test('is read for the candidate alone unless all agreed, and says that another was there', async () => {
    const { code, stdout, stderr } = await analyze('--max-faces', '4');
    expect(code).toBe(0);
    expect(stdout).toContain('1 other person seen, at most 2 people at once');
    expect(stdout).toContain('Nothing of what they showed is kept');
    expect(stdout).toContain('the shape of each face was');
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
    const { people: listed, people_over_time: spans, ...all } = parseRoomSummary(room);
    expect(listed.map(({ person, session_file }) => [person, session_file])).toEqual([
      [1, `interview_session_${id}.json`],
      [2, `interview_session_${id}_person2.json`],
    ]);
    expect(spans.map(({ in_view }) => in_view)).toEqual([[1, 2], [1], [1, 2]]);
    expect(all.everyone_in_view.seconds).toBeCloseTo(11.2, 0);
    expect(all.candidate_out_of_view.seconds).toBe(0);
    // Who was there when, and nothing of what anybody showed.
    expect(JSON.stringify(room)).not.toMatch(/confidence|emotion|happy|neutral/);
    expect(spans[1]?.start).toBeCloseTo(3, 0);
    expect(spans[1]?.end).toBeCloseTo(4.7, 0);

    const again = await analyze(...args);
    expect(again.stdout).toContain('Analysed before');
    expect(again.stdout).toMatch(
      /together: at most 2 people at once, all who were read in view for 11 s/,
    );
    expect(again.stdout).not.toContain('is kept');
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

  test('analysed before without that consent says that the option changed nothing, in a folder too', async () => {
    const args = ['--max-faces', '4', '--everyone-agreed'];
    const said = 'analysed before, without --everyone-agreed';
    expect((await analyze(...args)).stderr).toContain(said);

    const input = join(folder, 'recordings');
    await mkdir(input);
    await copyFile(panel, join(input, 'panel.mp4'));
    const many = (...more: string[]) =>
      poise('analyze', input, '--out', join(folder, 'many'), '--fps', '2', ...more);
    await many();
    const { stdout, stderr } = await many(...args, '--json');
    expect(stderr).toContain(said);
    const [entry] = JSON.parse(stdout).sessions;
    expect(entry).toMatchObject({ status: 'skipped', warnings: [expect.stringContaining(said)] });
    expect(entry).not.toHaveProperty('room');
  });

  test('is refused when all agreed but only one face is looked at', async () => {
    const { code, stderr } = await analyze('--everyone-agreed');
    expect(code).toBe(2);
    expect(stderr).toContain('OPTION_INVALID');
    expect(stderr).toContain('Say with --max-faces');
  });
});

describe('a recording in which the candidate goes and the other stays', () => {
  let gone = '';
  beforeAll(async () => {
    gone = join(folder, 'gone.mp4');
    // The one on the left, who is larger, is in view for the first 13 of 24 s.
    await compose(gone, 24, { left: 'gte(t,13)' });
  });

  const session = async (...args: string[]) => {
    const { stdout } = await poise('analyze', gone, '--out', join(folder, 'gone'), ...args);
    return JSON.parse(stdout);
  };

  test.each([[[]], [['--max-faces', '4']]])(
    'is about the candidate alone, with %j: the rest is time without a face',
    async (args) => {
      const summary = parseSessionSummary(await session('--force', '--json', ...args));
      expect(summary.frames_analyzed / summary.frames_total).toBeCloseTo(13 / 24, 1);
      expect(summary.absences).toHaveLength(1);
      expect(summary.absences[0]?.start).toBeCloseTo(13, 0);
      expect(summary.absences[0]?.end).toBeCloseTo(24, 0);
      expect(summary.all_frames.every(({ timestamp }) => timestamp < 13.2)).toBe(true);
      expect(summary.others_in_view?.people).toBe(1);
      expect(summary.others_in_view?.seconds_without_person).toBeCloseTo(11, 0);
    },
  );
});

describe('a recording in which the candidate goes for longer than a face keeps its id', () => {
  test('knows the candidate again by the place, and the other stays the other', async () => {
    const back = join(folder, 'back.mp4');
    await compose(back, 24, { left: 'between(t,8,11.45)' });
    const args = ['--max-faces', '4', '--everyone-agreed', '--json'];
    const { stdout } = await poise('analyze', back, '--out', join(folder, 'back'), ...args);
    const { room, people, ...candidate } = JSON.parse(stdout);
    const { people: listed, candidate_out_of_view: gone } = parseRoomSummary(room);
    expect(listed.map(({ person, track_ids }) => [person, track_ids])).toEqual([
      [1, [1, 3]],
      [2, [2]],
    ]);
    expect(listed[0]?.in_view).toHaveLength(2);
    expect(gone.seconds_with_others).toBeCloseTo(3.6, 0);
    expect(people).toHaveLength(1);
    // Found within a fifth of a second, and read again half a second later.
    const [absence] = parseSessionSummary(candidate).absences;
    expect(absence?.start).toBeCloseTo(8, 0);
    expect(absence?.end).toBeGreaterThan(11.9);
    expect(absence?.end).toBeLessThan(13.5);
  });
});
