import { execFile } from 'node:child_process';
import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DEFAULT_ANALYSIS_FPS } from '@poise/analysis';
import { InterviewEmotionAnalyzer, parseSessionSummary } from '@poise/session';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VIDEO_SAMPLES } from '../src/doctor/samples.js';
import {
  clip,
  copyTo,
  FFMPEG,
  filesUnder,
  photo,
  poise,
  startPoise,
  temporaryFolder,
} from './poise.js';

let folder = '';
let removeFolder = async (): Promise<void> => undefined;
beforeEach(async () => {
  const made = await temporaryFolder();
  folder = made.path;
  removeFolder = made.remove;
});
afterEach(() => removeFolder());

const SHORT = clip('cap13_edit2.mp4');
const at = (...parts: string[]): string => join(folder, ...parts);

const SMILE = { angry: 0, disgust: 0, fear: 0, happy: 0.9, sad: 0, surprise: 0, neutral: 0.1 };

/** Two frames of a test card: a real recording in which no face is seen. */
async function writeFacelessVideo(path: string): Promise<void> {
  const [sample] = VIDEO_SAMPLES;
  await writeFile(path, Buffer.from(sample?.base64 ?? '', 'base64'));
}

describe('one recording', () => {
  test('becomes data, picture and text, and a result that a person can read', async () => {
    const { code, stdout } = await poise('analyze', clip('franck.mp4'), '--out', at('out'));
    expect(code).toBe(0);
    const files = await filesUnder(at('out'));
    expect(files).toEqual([
      expect.stringMatching(/^interview_report_\d{8}_\d{6}\.png$/),
      expect.stringMatching(/^interview_report_\d{8}_\d{6}\.txt$/),
      expect.stringMatching(/^interview_session_\d{8}_\d{6}\.json$/),
    ]);
    expect(stdout).toMatch(/Score\s+\d+ % \(95 % interval \d+ % to \d+ %\) · \w+/);
    expect(stdout).toMatch(/Result\s+[A-Z ]+: /);
    expect(stdout).toMatch(/Next\s+\S/);
    for (const file of await filesUnder(at('out'))) expect(stdout).toContain(at('out', file));
    expect(stdout).toContain('For self-practice');

    // The terminal and the report say the same.
    const [, text = '', json = ''] = files;
    const report = await readFile(at('out', text), 'utf8');
    const [, lower, upper] = /interval (\d+ %) to (\d+ %)/.exec(stdout) ?? [];
    expect(report.replace(/\s+/g, ' ')).toContain(`between ${lower} and ${upper}`);

    // 200 s at the default of fifteen frames a second; next to none is lost on the way.
    const summary = parseSessionSummary(JSON.parse(await readFile(at('out', json), 'utf8')));
    expect(summary.frames_total).toBe(200 * DEFAULT_ANALYSIS_FPS);
    expect(summary.face_detection_rate).toBeGreaterThanOrEqual(0.99);
    expect(summary.eyes?.blinks).toMatchObject({ reason: null });
    expect(report).toMatch(/Blinks +\d+ a minute, between \d+ and \d+/);
    expect(summary.all_frames.length).toBeGreaterThanOrEqual(
      0.99 * 200 * summary.time_series.rate_hz,
    );
  }, 240_000);

  test('scores the same as VP8 in WebM and as H.264 in mp4', async () => {
    const summaries = [];
    for (const name of ['franck.mp4', 'franck.webm'] as const) {
      const args = ['analyze', clip(name), '--fps', '2', '--json', '--out', at(name)];
      summaries.push(parseSessionSummary(JSON.parse((await poise(...args)).stdout)));
    }
    const [mp4, webm] = summaries;
    for (const summary of summaries)
      expect(summary.face_detection_rate).toBeGreaterThanOrEqual(0.99);
    const difference = (mp4?.average_confidence ?? 0) - (webm?.average_confidence ?? 1);
    expect(Math.abs(difference)).toBeLessThan(0.01);
  });

  test('that is cut off gives what can be read of it, says so, and is known again', async () => {
    await copyTo(SHORT, at('cut.mp4'));
    await truncate(at('cut.mp4'), 500_000);
    const args = ['analyze', at('cut.mp4'), '--fps', '2', '--out', at('out')];
    const { code, stdout, stderr } = await poise(...args);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Score\s+\d+ %/)]);
    expect(stderr).toContain('ends before its stated length');
    expect(await filesUnder(at('out'))).toHaveLength(3);
    expect((await poise(...args)).stdout).toContain('Analysed before');
    expect(await filesUnder(at('out'))).toHaveLength(3);
  });

  test('is compared with the person’s own past sessions, and with no other', async () => {
    const past = new InterviewEmotionAnalyzer({ startedAt: new Date(2020, 0, 5, 9, 7, 3) });
    for (let i = 0; i < 200; i += 1) past.addEmotionData(SMILE, undefined, i / 10);
    await past.saveSessionData(at('past', 'week 1'));
    await writeFile(at('past', 'settings.json'), '{}');
    const args = ['analyze', SHORT, '--fps', '2', '--out', at('past'), '--history', at('past')];
    const report = async (): Promise<string> => {
      const name = (await filesUnder(at('past'))).find((file) => file.endsWith('.txt'));
      return readFile(at('past', name ?? ''), 'utf8');
    };
    const first = await poise(...args);
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(/settings\.json/);
    expect(first.stdout).toMatch(/Blinks +Not counted: that takes 15 .* read at 2\. .*--fps 15/);
    expect(await report()).toMatch(/Blinks \(counting them[^)]*\b2\)/);
    expect(await report()).toContain('5 January 2020, 09:07');

    // Now the session itself lies in the folder too; it is not its own past.
    const before = await report();
    expect((await poise(...args)).stdout).toContain('Analysed before');
    expect(await report()).toBe(before);

    const two = await poise('analyze', SHORT, clip('franck.mp4'), ...args.slice(2));
    expect([two.code, two.stdout]).toEqual([2, '']);
    expect(two.stderr).toContain('Give one recording');
  });

  test('with --json prints the summary and nothing else, and again without analysing again', async () => {
    const args = ['analyze', SHORT, '--fps', '5', '--out', at('out'), '--json'];
    const first = await poise(...args);
    expect(first.code).toBe(0);
    const summary = parseSessionSummary(JSON.parse(first.stdout));
    expect(summary.source).toEqual({ kind: 'recording', name: 'cap13_edit2.mp4' });
    expect(summary.intended_use).toBe('self-practice');
    expect(summary.face_detection_rate).toBeGreaterThanOrEqual(0.99);
    expect(summary.session_duration).toBeGreaterThan(29);
    expect(summary.model).toEqual({
      expression: expect.any(String),
      face_detector: 'blazeface',
    });

    const picture = at('out', `interview_report_${summary.session_id}.png`);
    const { mtimeMs } = await stat(picture);
    const second = await poise(...args);
    expect([second.code, second.stdout]).toEqual([0, first.stdout]);
    expect((await stat(picture)).mtimeMs).toBe(mtimeMs);

    const forced = await poise(...args, '--force');
    expect(JSON.parse(forced.stdout)).toMatchObject({ session_id: summary.session_id });
    expect((await stat(picture)).mtimeMs).toBeGreaterThan(mtimeMs);
    expect(await filesUnder(at('out'))).toHaveLength(3);
  });

  test('says how much a person seen from far below faced the camera, and what that was learned from', async () => {
    const args = ['analyze', SHORT, '--fps', '5', '--out', at('out'), '--json'];
    const { presence } = parseSessionSummary(JSON.parse((await poise(...args)).stdout));
    expect(presence?.calibration.source).toBe('resting_face');
    // He looks at one place beside the lens all through, also while he turns his head.
    expect(presence?.camera_facing.value).toBeGreaterThan(0.9);
    const report = (await filesUnder(at('out'))).find((path) => path.endsWith('.txt'));
    const text = await readFile(at('out', report ?? ''), 'utf8');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('where you looked in the calmest stretch');
  });

  test('takes a resting face as the baseline', async () => {
    const args = ['analyze', SHORT, '--fps', '2', '--out', at('out'), '--json'];
    const { code, stdout } = await poise(...args, '--baseline', '0-4');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      baseline: { applied: true, source: 'given', seconds: 4 },
    });
    const found = await poise(...args, '--force', '--fps', '5');
    expect(JSON.parse(found.stdout).baseline.source).toBe('calmest_stretch');
    const none = await poise(...args, '--force', '--baseline', 'none');
    expect(JSON.parse(none.stdout).baseline).toMatchObject({ applied: false, source: 'none' });
  });

  test('says so when the resting face that was given smiles', async () => {
    // He smiles from the first second to the fourth.
    const video = at('smile.mp4');
    const cut = ['-v', 'error', '-nostdin', '-i', clip('franck.mp4'), '-t', '12', '-c', 'copy'];
    await promisify(execFile)(FFMPEG, [...cut, video]);
    const args = [
      'analyze',
      video,
      '--fps',
      '4',
      '--out',
      at('out'),
      '--json',
      '--baseline',
      '0-5',
    ];
    const { code, stdout, stderr } = await poise(...args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).baseline).toMatchObject({ source: 'given', smiling: true });
    expect(stderr).toContain('A smile is seen in the seconds of --baseline');
  });
});

describe('too little evidence', () => {
  test('five seconds of a face are done with exit code 4 and no score', async () => {
    const short = at('short.mp4');
    await promisify(execFile)(FFMPEG, ['-v', 'error', '-i', SHORT, '-t', '5', short]);
    const { code, stdout } = await poise('analyze', short, '--fps', '5', '--out', at('out'));
    expect(code).toBe(4);
    expect(stdout).toContain('Not enough evidence for a score');
    expect(await filesUnder(at('out'))).toHaveLength(3);
  });

  test('a recording without a face is done with exit code 4 and says so', async () => {
    await writeFacelessVideo(at('card.mp4'));
    const args = ['analyze', at('card.mp4'), '--out', at('out'), '--json'];
    const { code, stdout } = await poise(...args);
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      average_confidence: null,
      frames_analyzed: 0,
      evidence: { sufficient: false },
    });
    const baseline = await poise(...args, '--force', '--baseline', '0-1');
    expect(baseline.code).toBe(2);
    expect(baseline.stderr).toContain('No face is seen in these seconds');
    const beyond = await poise(...args, '--force', '--baseline', '100-200');
    expect(beyond.code).toBe(2);
    expect(beyond.stderr).toContain('The recording ends after');
  });
});

describe('a folder', () => {
  test('is analysed past a bad file, without collisions, and resumes', async () => {
    await copyTo(SHORT, at('in', 'a', 'interview.mp4'));
    await copyTo(SHORT, at('in', 'b', 'interview.mp4'));
    await writeFile(at('in', 'broken.mp4'), 'this is no video\n');
    await writeFacelessVideo(at('in', 'card.mp4'));
    const args = ['analyze', at('in'), '--fps', '2', '--out', at('out')];

    const first = await poise(...args);
    expect(first.code).toBe(3);
    expect(first.stderr).toMatch(/broken\.mp4[\s\S]*Code: INPUT_NOT_MEDIA/);
    expect(first.stdout).toMatch(/interview\.mp4\s+done/);
    expect(first.stdout).toMatch(/card\.mp4\s+done, not enough evidence/);
    expect(first.stdout).toContain('3 of 4 recordings analysed');
    const files = await filesUnder(at('out'));
    for (const place of ['a/interview/', 'b/interview/', 'card/']) {
      expect(files.filter((file) => file.startsWith(place))).toHaveLength(3);
    }
    expect(files).toHaveLength(9);

    const again = await poise(...args, '--json');
    expect(again.code).toBe(3);
    const { sessions } = JSON.parse(again.stdout);
    expect(sessions.map(({ status }: { status: string }) => status)).toEqual([
      'skipped',
      'skipped',
      'failed',
      'skipped',
    ]);
    expect(parseSessionSummary(sessions[0].summary).source.name).toBe('interview.mp4');
    expect(sessions[2]).toMatchObject({
      summary: null,
      error: { code: 'INPUT_NOT_MEDIA' },
      outputs: null,
    });
  });

  test('without recordings says what to give', async () => {
    const { code, stderr } = await poise('analyze', folder, '--out', at('out'));
    expect(code).toBe(3);
    expect(stderr).toContain('INPUT_NO_MEDIA_IN_FOLDER');
  });

  test('stopped by Ctrl-C keeps what is done and leaves nothing half-written', async () => {
    await copyTo(SHORT, at('in', 'a.mp4'));
    await copyTo(clip('franck.mp4'), at('in', 'b.mp4'));
    const { process: child, result } = startPoise([
      'analyze',
      at('in'),
      ...['--fps', '5', '--out', at('out'), '--json'],
    ]);
    const isDone = async (): Promise<boolean> =>
      (await filesUnder(at('out'))).some((file) => /^a\/interview_session_.*\.json$/.test(file));
    while (!(await isDone())) {
      if (child.exitCode !== null) throw new Error((await result).stderr);
      await sleep(20);
    }
    child.kill('SIGINT');
    const { code, stdout, stderr } = await result;
    expect(code).toBe(130);
    expect(stderr).toContain('results already written are kept');
    const { sessions } = JSON.parse(stdout);
    expect(sessions.map(({ status }: { status: string }) => status)).toEqual(['done', 'cancelled']);
    const files = await filesUnder(at('out'));
    expect(files).toHaveLength(3);
    expect(files.every((file) => file.startsWith('a/') && !file.endsWith('.tmp'))).toBe(true);
  });
});

test('a second Ctrl-C ends the command at once and without a crash', async () => {
  const { process: child, result } = startPoise(['analyze', clip('franck.mp4'), '--out', folder]);
  // The first line of progress comes when the models are at work, the second answers Ctrl-C.
  child.stderr?.once('data', () => {
    child.kill('SIGINT');
    child.stderr?.once('data', () => child.kill('SIGINT'));
  });
  const { code, stderr } = await result;
  expect([130, null]).toContain(code);
  expect(stderr).not.toContain('terminate');
  expect(await filesUnder(folder)).toEqual([]);
});

describe('what cannot be done', () => {
  test.each([
    ['a missing file', () => at('nowhere.mp4'), 3, 'INPUT_NOT_FOUND'],
    ['a picture', () => photo(1), 2, 'poise detect'],
    ['an empty file', () => at('empty.mp4'), 3, 'INPUT_EMPTY'],
    ['a recording of sound alone', () => at('sound.mp4'), 3, 'INPUT_NO_VIDEO'],
  ])('%s is refused with what to do', async (_, path, exitCode, message) => {
    await writeFile(at('empty.mp4'), '');
    const silence = ['-f', 'lavfi', '-i', 'anullsrc', '-t', '2', at('sound.mp4')];
    await promisify(execFile)(FFMPEG, ['-v', 'error', ...silence]);
    const { code, stdout, stderr } = await poise('analyze', path(), '--out', at('out'));
    expect([code, stdout]).toEqual([exitCode, '']);
    expect(stderr).toContain(message);
    expect(await filesUnder(at('out'))).toEqual([]);
  });

  test('an output folder that cannot be written is refused before any work', async () => {
    await writeFile(at('file'), '');
    const { code, stderr } = await poise('analyze', SHORT, '--out', at('file', 'out'));
    expect(code).toBe(3);
    expect(stderr).toMatch(/OUTPUT_UNWRITABLE/);
    expect(await readFile(at('file'), 'utf8')).toBe('');
  });

  test('an error with --json is one JSON document on stdout', async () => {
    const { code, stdout } = await poise('analyze', at('nowhere.mp4'), '--json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'INPUT_NOT_FOUND',
        message: expect.stringContaining('nowhere.mp4'),
        hint: expect.any(String),
      },
    });
  });

  test('--debug adds the stack and its cause', async () => {
    const { stderr } = await poise('analyze', at('nowhere.mp4'), '--debug');
    expect(stderr).toMatch(/PoiseError: [\s\S]*\n {4}at [\s\S]*Caused by: [\s\S]*ENOENT/);
  });
});
