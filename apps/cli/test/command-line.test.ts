import { DEFAULT_ANALYSIS_FPS, FACES_TO_FOLLOW } from '@poise/analysis';
import { describe, expect, test } from 'vitest';
import { poise } from './poise.js';

describe('wrong usage ends with exit code 2 and a suggestion', () => {
  test.each([
    [['analyse'], 'Did you mean analyze?'],
    [['analyze', 'x.mp4', '--fsp', '5'], 'Did you mean --fps?'],
    [['analyze', 'x.mp4', '--fps', '0'], 'above 0'],
    [['analyze', 'x.mp4', '--fps', 'ten'], 'above 0'],
    [['analyze', 'x.mp4', '--max-faces', '1.5'], 'whole number'],
    [['analyze', 'x.mp4', '--min-face-size', '-1'], '0 or more'],
    [['detect', 'x.jpg', '--min-face-size', 'small'], '0 or more'],
    [['analyze', 'x.mp4', '--baseline', '5-2'], 'START-END'],
    [['analyze', 'x.mp4', '--detector', 'haar'], 'blazeface, mtcnn'],
    [['analyze'], 'missing required argument'],
    [['detect'], 'missing required argument'],
    [[], 'Usage: poise'],
  ])('poise %j', async (args, message) => {
    const { code, stdout, stderr } = await poise(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('the version is printed', async () => {
  const { code, stdout } = await poise('--version');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('the help of analyze says what it is for, and what not', async () => {
  const { code, stdout } = await poise('analyze', '--help');
  expect(code).toBe(0);
  expect(stdout).toContain('Not for selecting, ranking or assessing people');
  expect(stdout).toContain('consent');
  expect(stdout).toContain(`(default: ${DEFAULT_ANALYSIS_FPS})`);
});

test.each(['detect', 'evaluate'])('the help of %s fits 80 columns', async (command) => {
  const { stdout } = await poise(command, '--help');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('the help says how many faces are followed, and names every key of detect', async () => {
  const { stdout } = await poise('analyze', '--help');
  expect(stdout).not.toContain('(default: 1)');
  expect(stdout).toContain(`(default and least: ${FACES_TO_FOLLOW})`);
  expect((await poise('detect', '--help')).stdout).toContain('"details"');
});

test('models lists every model for people and as JSON', async () => {
  const { code, stdout } = await poise('models', '--json');
  expect(code).toBe(0);
  const { models } = JSON.parse(stdout);
  const names: string[] = models.map(({ name }: { name: string }) => name);
  expect(names).toContain('blazeface');
  const table = (await poise('models')).stdout;
  for (const name of names) expect(table).toContain(name);
});

test('doctor finds this installation ready, and an unwritable folder not', async () => {
  const { code, stdout } = await poise('doctor', '--json');
  const { ok, checks } = JSON.parse(stdout);
  expect(checks.filter(({ status }: { status: string }) => status === 'fail')).toEqual([]);
  expect([code, ok]).toEqual([0, true]);

  const bad = await poise('doctor', '--out', `${process.execPath}/out`);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(/fail {2}output folder: [\s\S]*→ /);
  expect(bad.stdout).toContain('see the line that begins with "fail"');
});

test('wrong usage with --json is one JSON document on stdout', async () => {
  for (const args of [
    ['analyze', '--json'],
    ['analyze', '--json', '--fps', 'abc', 'x.mp4'],
    ['detect', '--max-faces', 'x', 'a.jpg', '--json'],
  ]) {
    const { code, stdout } = await poise(...args);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'OPTION_INVALID' } });
  }
});
