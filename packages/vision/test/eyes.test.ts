import type { Frame } from '@poise/core';
import { EmotionDetector, type FaceResult } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FACING,
  FRANCK,
  mirrored,
  photograph,
  relit,
  setBack,
  shrunk,
  videoFrames,
  WEBCAM_AGAIN,
} from './fixtures.js';

/** Under this the lids touch; over the other the eye is open, as seen by eye on the frames below. */
const CLOSED = 0.15;
const OPEN = 0.22;

describe('the eyes', () => {
  let detector: EmotionDetector;
  beforeAll(async () => {
    detector = await EmotionDetector.create({ tracking: false, maxFaces: 1, minFaceSize: 15 });
  });
  afterAll(() => detector.dispose());

  async function read(frame: Frame): Promise<FaceResult> {
    const [face] = await detector.detectEmotions(frame);
    if (face === undefined) throw new Error('no face');
    return face;
  }

  async function openness(path: string, start: number, end: number): Promise<number[]> {
    const means: number[] = [];
    for (const frame of await videoFrames(path, { fps: 12, start, end })) {
      const { eyes } = (await read(frame)).details;
      means.push(((eyes?.leftSide?.openness ?? 9) + (eyes?.rightSide?.openness ?? 9)) / 2);
    }
    return means;
  }

  it.each(FACING)('of %s are open', async (path) => {
    const { eyes } = (await read(await photograph(path))).details;
    for (const eye of [eyes?.leftSide, eyes?.rightSide]) {
      expect(eye?.openness).toBeGreaterThan(OPEN);
      expect(eye?.openness).toBeLessThan(0.45);
    }
  });

  it('stay closed while the man in the video keeps them closed, and are open before', async () => {
    for (const value of await openness(FRANCK, 9.5, 10.8)) expect(value).toBeLessThan(CLOSED);
    for (const value of await openness(FRANCK, 8, 8.9)) expect(value).toBeGreaterThan(OPEN);
  });

  it.each([
    [FRANCK, 6.9],
    [FRANCK, 30.4],
    [WEBCAM_AGAIN, 3.95],
    [WEBCAM_AGAIN, 17.1],
  ])('close and open again in the blink of %s at %d s', async (path, time) => {
    const values = await openness(path, time - 0.6, time + 0.9);
    expect(Math.min(...values)).toBeLessThan(CLOSED);
    expect(values[0]).toBeGreaterThan(0.2);
    const half = values.length / 2;
    expect(Math.max(...values.slice(half))).toBeGreaterThan(0.15);
  });

  it('change sides in a mirrored picture, and where they look', async () => {
    const frame = await photograph(FACING[0] as string);
    const { eyes } = (await read(frame)).details;
    const other = (await read(mirrored(frame))).details.eyes;
    const pairs = [
      [eyes?.leftSide, other?.rightSide],
      [eyes?.rightSide, other?.leftSide],
    ] as const;
    for (const [eye, image] of pairs) {
      expect(Math.abs((image?.openness ?? 9) - (eye?.openness ?? 0))).toBeLessThan(0.05);
      expect(Math.abs((image?.irisX ?? 9) + (eye?.irisX ?? 0))).toBeLessThan(0.04);
      expect(Math.abs((image?.irisY ?? 9) - (eye?.irisY ?? 0))).toBeLessThan(0.04);
    }
  });

  it('are the same in half of the light, and unknown in the dark', async () => {
    const frame = await photograph(FACING[1] as string);
    const { eyes } = (await read(frame)).details;
    const dim = (await read(relit(frame, (value) => value / 2))).details.eyes;
    expect(Math.abs((dim?.leftSide?.openness ?? 9) - (eyes?.leftSide?.openness ?? 0))).toBeLessThan(
      0.05,
    );
    expect((await read(relit(frame, (value) => value / 12))).details.eyes).toBeNull();
  });

  it('are the same at a third of the size, and unknown where they are a few pixels wide', async () => {
    const frame = await photograph(FACING[1] as string);
    const { eyes } = (await read(frame)).details;
    const third = (await read(shrunk(frame, 3))).details.eyes;
    expect(
      Math.abs((third?.rightSide?.openness ?? 9) - (eyes?.rightSide?.openness ?? 0)),
    ).toBeLessThan(0.05);
    const tiny = await read(shrunk(setBack(frame, 1.2), 12));
    expect(tiny.box[2]).toBeLessThan(30);
    expect(tiny.details.eyes).toBeNull();
  });
});
