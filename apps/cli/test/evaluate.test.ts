import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMOTIONS } from '@poise/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyTo, photo, poise, temporaryFolder } from './poise.js';

let folder = '';
let removeFolder = async (): Promise<void> => undefined;
beforeAll(async () => {
  const made = await temporaryFolder();
  folder = made.path;
  removeFolder = made.remove;
  await copyTo(photo(1), join(folder, 'happiness', 'one.jpg'));
  await copyTo(photo(5), join(folder, 'neutral', 'two.jpg'));
  await copyTo(photo(6), join(folder, 'neutral', 'three.jpg'));
  await writeFile(join(folder, 'neutral', 'broken.jpg'), 'no picture');
});
afterAll(() => removeFolder());

const KEYS = [
  'n',
  'detection_rate',
  'accuracy',
  'balanced_accuracy',
  'macro_f1',
  'recall',
  'confusion',
  'ece',
  'neutral_called_negative',
  'ms_per_face',
  'ferplus',
  'fer2013_head',
];

test('evaluate --json searches the faces, names what it left out, and gives every figure', async () => {
  const { code, stdout, stderr } = await poise('evaluate', folder, '--json');
  expect(code).toBe(0);
  const evaluation = JSON.parse(stdout);
  for (const key of KEYS) expect(evaluation).toHaveProperty(key);
  expect(evaluation.n).toBe(3);
  expect(evaluation.detection_rate).toBe(1);
  expect(Object.keys(evaluation.recall)).toEqual([...EMOTIONS]);
  expect(evaluation.recall.happy).toBe(1);
  expect(evaluation.recall.angry).toBeNull();
  expect(evaluation.ferplus).toBeNull();
  expect(evaluation.fer2013_head).toMatchObject({ accuracy: expect.any(Number) });
  expect(stderr).toContain('broken.jpg');
});

test('with --crops the second output of the model is measured too', async () => {
  const { code, stdout } = await poise('evaluate', folder, '--crops', '--limit', '4', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    n: 3,
    fer2013_head: { accuracy: expect.any(Number), ece: expect.any(Number) },
  });
});

test('without --json a table is printed', async () => {
  const { stdout } = await poise('evaluate', folder, '--crops');
  expect(stdout).toMatch(/accuracy\s+\d+\.\d %/);
  for (const emotion of EMOTIONS) expect(stdout).toMatch(new RegExp(`^${emotion} `, 'm'));
});

test('a folder that is no data set and a model that there is not are refused', async () => {
  const none = await poise('evaluate', join(folder, 'neutral'));
  expect([none.code, none.stdout]).toEqual([3, '']);
  expect(none.stderr).toContain('DATASET_INVALID');
  const model = await poise('evaluate', folder, '--model', 'nope');
  expect(model.code).toBe(2);
  expect(model.stderr).toContain('MODEL_UNKNOWN');
});

test('a data set of which no image can be read is refused, with the reasons', async () => {
  const broken = join(folder, 'of-broken-images');
  await mkdir(join(broken, 'happy'), { recursive: true });
  await writeFile(join(broken, 'happy', 'a.jpg'), 'no picture');
  // BMP cannot be read, so such a file is no image of the data set.
  await writeFile(join(broken, 'happy', 'b.bmp'), 'BM');
  const { code, stdout, stderr } = await poise('evaluate', broken, '--crops');
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain('DATASET_INVALID');
  expect(stderr).toMatch(/Left out .*a\.jpg/);
  expect(stderr).not.toContain('b.bmp');
});
