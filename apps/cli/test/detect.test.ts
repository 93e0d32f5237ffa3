import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EMOTIONS, QUALITY_ASPECTS } from '@poise/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clip, FFMPEG, photo, poise, temporaryFolder } from './poise.js';

let folder = '';
let removeFolder = async (): Promise<void> => undefined;
beforeAll(async () => {
  const made = await temporaryFolder();
  folder = made.path;
  removeFolder = made.remove;
});
afterAll(() => removeFolder());

test('detect --json gives exactly the documented shape', async () => {
  const { code, stdout } = await poise('detect', photo(1), photo(5), '--json');
  expect(code).toBe(0);
  const document = JSON.parse(stdout);
  expect(Object.keys(document)).toEqual(['images']);
  expect(document.images).toHaveLength(2);
  for (const image of document.images) {
    expect(Object.keys(image)).toEqual(['file', 'width', 'height', 'faces']);
    expect(image.faces.length).toBeGreaterThan(0);
    for (const face of image.faces) {
      expect(Object.keys(face)).toEqual(['box', 'score', 'emotions', 'dominantEmotion', 'details']);
      expect(Object.keys(face.details)).toEqual(['pose', 'eyes', 'mouth', 'quality']);
      expect(Object.keys(face.emotions)).toEqual([...EMOTIONS]);
      const sum = EMOTIONS.reduce((total, emotion) => total + face.emotions[emotion], 0);
      expect(sum).toBeCloseTo(1, 4);
      const [x, y, w, h] = face.box;
      expect(x + w / 2).toBeGreaterThan(0);
      expect(x + w / 2).toBeLessThan(image.width);
      expect(y + h / 2).toBeLessThan(image.height);
      const { pose, eyes, mouth, quality } = face.details;
      if (pose !== null) expect(Object.keys(pose)).toEqual(['yaw', 'pitch', 'roll']);
      if (eyes !== null) expect(Object.keys(eyes)).toEqual(['left_side', 'right_side']);
      if (eyes?.left_side) {
        expect(Object.keys(eyes.left_side)).toEqual(['openness', 'iris_x', 'iris_y']);
      }
      if (mouth !== null) expect(Object.keys(mouth)).toEqual(['width', 'corner_lift', 'opening']);
      expect(Object.keys(quality.aspects)).toEqual([...QUALITY_ASPECTS]);
      expect(quality.value).toBe(Math.min(...(Object.values(quality.aspects) as number[])));
    }
  }
});

test('a face that cannot be read well has a reason in place of an expression', async () => {
  const { code, stdout } = await poise('detect', photo(2), '--detector', 'mtcnn');
  expect(code).toBe(0);
  expect(stdout.match(/\d\. shows \w+ \(\d+\.\d %\)/g)).toHaveLength(2);
  expect(stdout).toMatch(/3\. cannot be read well: it is turned away · /);
});

test('--max-faces bounds the faces', async () => {
  const { stdout } = await poise('detect', photo(1), '--max-faces', '1', '--json');
  expect(JSON.parse(stdout).images[0].faces).toHaveLength(1);
});

test('mtcnn finds faces under 60 pixels when --min-face-size is lowered', async () => {
  const small = join(folder, 'small.png');
  await promisify(execFile)(FFMPEG, [
    ...['-v', 'error', '-i', photo(6), '-vf', 'scale=480:-2:flags=area', small],
  ]);
  const widths = async (...args: string[]): Promise<number[]> => {
    const { stdout } = await poise('detect', small, '--detector', 'mtcnn', '--json', ...args);
    return JSON.parse(stdout).images[0].faces.map(({ box }: { box: number[] }) => box[2]);
  };
  expect(await widths()).toEqual([]);
  const found = await widths('--min-face-size', '20');
  expect(found).toHaveLength(4);
  for (const width of found) expect(width).toBeLessThan(60);
});

test('a bad picture among good ones is reported, and the others are done', async () => {
  const bad = join(folder, 'bad.png');
  await writeFile(bad, 'no picture');
  const { code, stdout, stderr } = await poise('detect', bad, photo(5), '--json');
  expect(code).toBe(3);
  expect(stderr).toContain('INPUT_NOT_IMAGE');
  const { images } = JSON.parse(stdout);
  expect(images[0]).toMatchObject({ file: bad, faces: [], error: { code: 'INPUT_NOT_IMAGE' } });
  expect(images[1].faces.length).toBeGreaterThan(0);
});

test('a recording is not taken for a picture', async () => {
  const { code, stderr } = await poise('detect', clip('cap13_edit2.mp4'));
  expect(code).toBe(3);
  expect(stderr).toContain('for a recording use "poise analyze"');
});
