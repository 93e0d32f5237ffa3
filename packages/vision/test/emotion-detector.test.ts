import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Box, EMOTIONS, type Frame, intersectionOverUnion } from '@poise/core';
import { findModel, modelPath } from '@poise/models';
import { EmotionDetector, type FaceResult } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cut,
  FOUR_WOMEN,
  FRANCK,
  halfSize,
  ONE_SMILE,
  PORTRAITS,
  paint,
  photograph,
  remap,
  videoFrames,
  WEBCAM,
  WEBCAM_AGAIN,
} from './fixtures.js';

function expectValid(face: FaceResult, frame: Frame): void {
  expect(Object.keys(face.emotions)).toEqual([...EMOTIONS]);
  const scores = EMOTIONS.map((emotion) => face.emotions[emotion]);
  for (const score of scores) expect(score).toBeGreaterThanOrEqual(0);
  expect(scores.reduce((a, b) => a + b)).toBeCloseTo(1, 4);
  expect(face.emotions[face.dominantEmotion]).toBe(Math.max(...scores));
  expect(face.score).toBeGreaterThan(0.5);
  expect(face.score).toBeLessThanOrEqual(1);
  const [x, y, width, height] = face.box;
  expect(x + width / 2).toBeGreaterThan(0);
  expect(x + width / 2).toBeLessThan(frame.width);
  expect(y + height / 2).toBeGreaterThan(0);
  expect(y + height / 2).toBeLessThan(frame.height);
  expect(face.landmarks).toHaveLength(468 * 3);
}

function maxDifference(a: FaceResult, b: FaceResult): number {
  return Math.max(...EMOTIONS.map((e) => Math.abs(a.emotions[e] - b.emotions[e])));
}

describe('faces on photographs', () => {
  let detector: EmotionDetector;
  let group: Frame;
  let person: Frame;
  beforeAll(async () => {
    detector = await EmotionDetector.create({ tracking: false });
    group = await photograph(FOUR_WOMEN);
    person = cut(group, ONE_SMILE);
  });
  afterAll(async () => {
    await detector.dispose();
  });

  async function only(frame: Frame): Promise<FaceResult> {
    const faces = await detector.detectEmotions(frame);
    expect(faces).toHaveLength(1);
    return faces[0] as FaceResult;
  }

  it('finds every face of a group, the largest first', async () => {
    const faces = await detector.detectEmotions(group);
    expect(faces).toHaveLength(4);
    for (const face of faces) expectValid(face, group);
    const widths = faces.map((face) => face.box[2]);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  it.each(PORTRAITS)('finds one face on the photograph of one person %s', async (path) => {
    const frame = await photograph(path);
    expectValid(await only(frame), frame);
  });

  it('gives the second output of a model that has one, apart from the one to use', async () => {
    const { emotions, fer2013Emotions } = await only(person);
    expect(Object.values(fer2013Emotions ?? {}).reduce((a, b) => a + b)).toBeCloseTo(1, 4);
    expect(fer2013Emotions).not.toEqual(emotions);
  });

  it('finds one smiling face where one person of a group is cut out', async () => {
    const face = await only(person);
    expectValid(face, person);
    expect(face.dominantEmotion).toBe('happy');
  });

  it('finds the same face, mirrored, in a mirrored picture', async () => {
    const face = await only(person);
    const mirrored = await only(
      remap(person, person.width, person.height, (x, y) => [person.width - 1 - x, y]),
    );
    expect(mirrored.box[0] + mirrored.box[2]).toBeCloseTo(person.width - face.box[0], -1.2);
    expect(mirrored.dominantEmotion).toBe(face.dominantEmotion);
    expect(maxDifference(face, mirrored)).toBeLessThan(0.1);
  });

  it.each([-20, 20])(
    'reads a head that leans by %d degrees as if it were upright',
    async (degrees) => {
      const face = await only(person);
      const angle = (degrees * Math.PI) / 180;
      const [cx, cy] = [person.width / 2, person.height / 2];
      const leaning = await only(
        remap(person, person.width, person.height, (x, y) => [
          cx + Math.cos(angle) * (x - cx) + Math.sin(angle) * (y - cy),
          cy - Math.sin(angle) * (x - cx) + Math.cos(angle) * (y - cy),
        ]),
      );
      expect(leaning.dominantEmotion).toBe(face.dominantEmotion);
      expect(maxDifference(face, leaning)).toBeLessThan(0.1);
    },
  );

  it('reads a dark picture as the picture it comes from', async () => {
    const dark = await only(remap(person, person.width, person.height, (x, y) => [x, y], 0.4));
    expect(maxDifference(await only(person), dark)).toBeLessThan(0.1);
  });

  it('reads pictures of half the size within 0.1 of the pictures they come from', async () => {
    const pictures = [group, ...(await Promise.all(PORTRAITS.map(photograph)))];
    for (const video of [FRANCK, WEBCAM, WEBCAM_AGAIN]) {
      pictures.push(...(await videoFrames(video, { fps: 1, start: 0, end: 30 })));
    }
    await using finer = await EmotionDetector.create({ tracking: false, minFaceSize: 30 });
    let faces = 0;
    for (const picture of pictures) {
      const halves = await finer.detectEmotions(halfSize(picture));
      for (const face of await finer.detectEmotions(picture)) {
        faces++;
        const box = face.box.map((value) => value / 2) as unknown as Box;
        const half = halves.find((other) => intersectionOverUnion(other.box, box) > 0.9);
        if (half === undefined) throw new Error(`a face of ${picture.timestamp} s is not found`);
        expect(maxDifference(face, half)).toBeLessThan(0.1);
      }
    }
    expect(faces).toBe(97);
  });

  it('reads a picture the same whatever came before it when tracking is off', async () => {
    const alone = await only(person);
    await detector.detectEmotions(group);
    expect(await only(person)).toEqual(alone);
  });

  it.each([
    ['a picture of one pixel', paint(1, 1, () => [90, 90, 90])],
    ['a plain wall', paint(640, 480, () => [180, 175, 170])],
    ['a very wide strip', paint(2000, 8, (x) => [x % 256, 0, 0])],
  ])('finds no face on %s', async (_, frame) => {
    expect(await detector.detectEmotions(frame)).toEqual([]);
  });

  it('finds the faces of an 8K picture', async () => {
    const large = remap(group, 7680, 4320, (x, y) => [x / 4 - 0.375, y / 4 - 0.375]);
    const faces = await detector.detectEmotions(large);
    expect(faces.length).toBeGreaterThanOrEqual(2);
    for (const face of faces) expectValid(face, large);
  });

  it('keeps to maxFaces and minFaceSize', async () => {
    await using two = await EmotionDetector.create({ tracking: false, maxFaces: 2 });
    const all = await detector.detectEmotions(group);
    expect(await two.detectEmotions(group)).toEqual(all.slice(0, 2));
    await using large = await EmotionDetector.create({ tracking: false, minFaceSize: 400 });
    expect(await large.detectEmotions(group)).toEqual([]);
  });
});

describe('a face on video', () => {
  it('is found in at least 99 % of the frames of a conversation, once a frame', async () => {
    await using detector = await EmotionDetector.create();
    let frames = 0;
    let found = 0;
    for (let start = 0; start < 200; start += 20) {
      for (const frame of await videoFrames(FRANCK, { fps: 5, start, end: start + 20 })) {
        frames++;
        if ((await detector.detectEmotions(frame)).length === 1) found++;
      }
    }
    expect(frames).toBeGreaterThanOrEqual(1000);
    expect(found / frames).toBeGreaterThanOrEqual(0.99);
  });

  it('is read with tracking as it is read without', async () => {
    await using tracking = await EmotionDetector.create();
    await using fresh = await EmotionDetector.create({ tracking: false });
    const frames = await videoFrames(FRANCK, { fps: 5, start: 50, end: 60 });
    let total = 0;
    for (const frame of frames) {
      const [a] = await tracking.detectEmotions(frame);
      const [b] = await fresh.detectEmotions(frame);
      total += maxDifference(a as FaceResult, b as FaceResult);
    }
    expect(total / frames.length).toBeLessThan(0.05);
  });

  it('is found again after the picture changes its size', async () => {
    await using detector = await EmotionDetector.create();
    const [first, second] = await videoFrames(FRANCK, { fps: 5, start: 0, end: 0.4 });
    const before = await detector.detectEmotions(first as Frame);
    const enlarged = remap(second as Frame, 720, 576, (x, y) => [x / 2 - 0.25, y / 2 - 0.25]);
    const after = await detector.detectEmotions(enlarged);
    expect(after).toHaveLength(1);
    expect(after[0]?.box[2]).toBeCloseTo(2 * (before[0]?.box[2] ?? 0), -1.2);
  });

  it('is forgotten on reset', async () => {
    await using detector = await EmotionDetector.create();
    const [frame] = await videoFrames(FRANCK, { fps: 5, start: 0, end: 0.2 });
    const first = await detector.detectEmotions(frame as Frame);
    await detector.reset();
    expect(await detector.detectEmotions(frame as Frame)).toEqual(first);
  });

  it('leaves the event loop free while it is read', async () => {
    await using detector = await EmotionDetector.create();
    const frames = await videoFrames(FRANCK, { fps: 5, start: 0, end: 4 });
    let turns = 0;
    const ticking = setInterval(() => {
      turns++;
    }, 1);
    await Promise.all(frames.map((frame) => detector.detectEmotions(frame)));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(frames.length / 2);
  });
});

describe('what a detector refuses', () => {
  it.each([
    [{ width: 0, height: 2, data: new Uint8Array(0), timestamp: 0 }],
    [{ width: 1.5, height: 2, data: new Uint8Array(9), timestamp: 0 }],
    [{ width: 2, height: 2, data: new Uint8Array(16), timestamp: 0 }],
    [{ width: 2, height: 2, data: new Uint8Array(12), timestamp: Number.NaN }],
  ])('a frame that does not fit itself (%#), and goes on with the next', async (frame) => {
    await using detector = await EmotionDetector.create();
    await expect(detector.detectEmotions(frame)).rejects.toMatchObject({ code: 'FRAME_INVALID' });
    const wall = paint(64, 64, () => [99, 99, 99]);
    expect(await detector.detectEmotions(wall)).toEqual([]);
  });

  it.each([
    [{ maxFaces: 0 }, 'OPTION_INVALID', 'maxFaces'],
    [{ maxFaces: 1.5 }, 'OPTION_INVALID', 'maxFaces'],
    [{ minFaceSize: Number.NaN }, 'OPTION_INVALID', 'minFaceSize'],
    [{ minFaceSize: -1 }, 'OPTION_INVALID', 'minFaceSize'],
    [{ faceDetector: 'haar' as 'blazeface' }, 'OPTION_INVALID', '"blazeface"'],
    [{ model: 'resnet-9000' }, 'MODEL_UNKNOWN', 'resnet-9000'],
    [{ model: 'blazeface' }, 'MODEL_UNKNOWN', 'blazeface'],
    [{ tracking: 'yes' as unknown as boolean }, 'OPTION_INVALID', 'tracking'],
    [null as unknown as object, 'OPTION_INVALID', 'null'],
    [{ device: 'tpu' as 'cpu' }, 'OPTION_INVALID', '"cpu"'],
    [{ device: 'wasm' as const }, 'DEVICE_UNSUPPORTED', '"cpu"'],
  ])('the options %j, with %s', async (options, code, mention) => {
    const creating = EmotionDetector.create(options);
    await expect(creating).rejects.toMatchObject({ code });
    await expect(creating).rejects.toThrow(mention);
  });

  it('a model file that was changed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'poise-models-'));
    try {
      const source = dirname(dirname(modelPath(findModel('facemesh'))));
      for (const name of ['generated', 'weights']) {
        await cp(join(source, name), join(folder, name), { recursive: true });
      }
      const path = join(folder, findModel('facemesh').file);
      const bytes = await readFile(path);
      bytes[1000] = (bytes[1000] ?? 0) ^ 0xff;
      await writeFile(path, bytes);
      await expect(EmotionDetector.create({ modelDirectory: folder })).rejects.toMatchObject({
        code: 'MODEL_CORRUPTED',
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('work after it was disposed of, and work that was pending then', async () => {
    const detector = await EmotionDetector.create();
    const wall = paint(64, 64, () => [99, 99, 99]);
    const pending = detector.detectEmotions(wall).catch((error: unknown) => error);
    await detector.dispose();
    await detector.dispose();
    expect(await pending).toMatchObject({ code: 'DISPOSED' });
    await expect(detector.detectEmotions(wall)).rejects.toMatchObject({ code: 'DISPOSED' });
  });
});

describe('a process that uses a detector', () => {
  it('ends by itself when the detector was not disposed of, after its last answer', () => {
    const script = `
      import { EmotionDetector } from '@poise/vision';
      const detector = await EmotionDetector.create();
      const frame = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3), timestamp: 0 };
      console.log(JSON.stringify(await detector.detectEmotions(frame)));`;
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(child).toMatchObject({ status: 0, stdout: '[]\n' });
  });
});
