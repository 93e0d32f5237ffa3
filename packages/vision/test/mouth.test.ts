import type { Frame, MouthShape } from '@poise/core';
import { EmotionDetector } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cut,
  FACING,
  FOUR_WOMEN,
  FRANCK,
  leaned,
  mirrored,
  ONE_SMILE,
  photograph,
  shrunk,
  videoFrames,
} from './fixtures.js';

describe('the mouth', () => {
  let detector: EmotionDetector;
  beforeAll(async () => {
    detector = await EmotionDetector.create({ tracking: false, maxFaces: 1 });
  });
  afterAll(() => detector.dispose());

  async function read(frame: Frame): Promise<MouthShape> {
    const [face] = await detector.detectEmotions(frame);
    if (face?.details.mouth == null) throw new Error('no mouth');
    return face.details.mouth;
  }

  it('is wider and its corners are higher when the man in the video smiles', async () => {
    const smiling: MouthShape[] = [];
    const resting: MouthShape[] = [];
    for (const frame of await videoFrames(FRANCK, { fps: 4, start: 0, end: 40 })) {
      const [face] = await detector.detectEmotions(frame);
      if (face?.details.mouth == null) continue;
      if (face.emotions.happy > 0.8) smiling.push(face.details.mouth);
      if (face.emotions.neutral > 0.8) resting.push(face.details.mouth);
    }
    expect(smiling.length).toBeGreaterThan(5);
    expect(resting.length).toBeGreaterThan(20);
    const mean = (mouths: MouthShape[], part: keyof MouthShape) =>
      mouths.reduce((sum, mouth) => sum + mouth[part], 0) / mouths.length;
    expect(mean(smiling, 'width')).toBeGreaterThan(mean(resting, 'width') + 0.05);
    expect(mean(smiling, 'cornerLift')).toBeGreaterThan(mean(resting, 'cornerLift') + 0.025);
  });

  it('of a smiling woman has lifted corners, of resting faces not', async () => {
    const smile = await read(cut(await photograph(FOUR_WOMEN), ONE_SMILE));
    expect(smile.cornerLift).toBeGreaterThan(0.03);
    for (const path of FACING.slice(0, 2)) {
      expect((await read(await photograph(path))).cornerLift).toBeLessThan(0.03);
    }
  });

  it('is the same mirrored, leaning and at half of the size', async () => {
    for (const path of FACING) {
      const frame = await photograph(path);
      const mouth = await read(frame);
      for (const other of [mirrored(frame), leaned(frame, 15), shrunk(frame, 2)]) {
        const image = await read(other);
        expect(Math.abs(image.width - mouth.width)).toBeLessThan(0.05);
        expect(Math.abs(image.cornerLift - mouth.cornerLift)).toBeLessThan(0.02);
        expect(Math.abs(image.opening - mouth.opening)).toBeLessThan(0.03);
      }
    }
  });
});
