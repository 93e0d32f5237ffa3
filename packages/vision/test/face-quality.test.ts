import { type FaceQuality, type Frame, MINIMUM_FACE_QUALITY, QUALITY_ASPECTS } from '@poise/core';
import { EmotionDetector, type FaceResult } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cut,
  FACING,
  FRANCK,
  mirrored,
  photograph,
  relit,
  remap,
  setBack,
  shrunk,
  videoFrames,
  WEBCAM,
} from './fixtures.js';

/** Means of a row of values and as many before and behind it, `step` apart. */
function smooth(from: Float32Array, step: number, length: number, reach: number) {
  const out = new Float32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const place = Math.floor(i / step) % length;
    const first = Math.max(0, place - reach);
    const last = Math.min(length - 1, place + reach);
    let sum = 0;
    for (let at = first; at <= last; at++) sum += from[i + (at - place) * step] as number;
    out[i] = sum / (last - first + 1);
  }
  return out;
}

/** A frame out of focus: every pixel the mean of a square around it, twice. */
function blurred(frame: Frame, reach: number): Frame {
  const { width, height } = frame;
  let soft: Float32Array = Float32Array.from(frame.data);
  for (let pass = 0; pass < 2; pass++) {
    soft = smooth(smooth(soft, 3, width, reach), 3 * width, height, reach);
  }
  return { ...frame, data: Uint8Array.from(soft) };
}

describe('the quality of a face', () => {
  let detector: EmotionDetector;
  let frame: Frame;
  let face: FaceResult;
  beforeAll(async () => {
    detector = await EmotionDetector.create({ tracking: false, maxFaces: 1, minFaceSize: 10 });
    frame = await photograph(FACING[1] as string);
    face = await read(frame);
  });
  afterAll(() => detector.dispose());

  async function read(picture: Frame): Promise<FaceResult> {
    const [found] = await detector.detectEmotions(picture);
    if (found === undefined) throw new Error('no face');
    return found;
  }

  const quality = async (picture: Frame): Promise<FaceQuality> =>
    (await read(picture)).details.quality;

  it.each(FACING)('of %s is high in every aspect, mirrored too', async (path) => {
    const picture = await photograph(path);
    for (const { value, aspects } of [await quality(picture), await quality(mirrored(picture))]) {
      for (const aspect of QUALITY_ASPECTS) expect(aspects[aspect], aspect).toBeGreaterThan(0.8);
      expect(value).toBe(Math.min(...Object.values(aspects)));
    }
  });

  it.each([FRANCK, WEBCAM])('of the face in %s is enough for evidence all along', async (path) => {
    for (const picture of await videoFrames(path, { fps: 2, start: 0, end: 15 })) {
      expect((await quality(picture)).value).toBeGreaterThan(MINIMUM_FACE_QUALITY);
    }
  });

  it('falls with the size, and with nothing else, when the picture is shrunk', async () => {
    const { aspects } = await quality(shrunk(frame, 2));
    for (const aspect of QUALITY_ASPECTS) expect(aspects[aspect], aspect).toBeGreaterThan(0.8);
    const small = await quality(shrunk(setBack(frame, 1.2), 17));
    expect(small.aspects.size).toBeLessThan(0.6);
    expect(small.value).toBeLessThanOrEqual(small.aspects.size);
  });

  it('falls with the focus, at whatever size', async () => {
    const sharp = face.details.quality.aspects.sharpness;
    const soft = (await quality(blurred(frame, 5))).aspects;
    const softer = (await quality(blurred(frame, 18))).aspects;
    expect(soft.sharpness).toBeLessThanOrEqual(sharp);
    expect(softer.sharpness).toBeLessThan(MINIMUM_FACE_QUALITY);
    expect(softer.exposure).toBeGreaterThan(0.8);
    const half = (await quality(blurred(shrunk(frame, 2), 9))).aspects;
    expect(half.sharpness).toBeLessThan(MINIMUM_FACE_QUALITY);
  });

  it('falls in the dark and in the glare, and says that it is the exposure', async () => {
    const dim = (await quality(relit(frame, (value) => value / 3))).aspects;
    const dark = (await quality(relit(frame, (value) => value / 12))).aspects;
    const glaring = (await quality(relit(frame, (value) => value * 4))).aspects;
    expect(dim.exposure).toBeGreaterThan(MINIMUM_FACE_QUALITY);
    expect(dark.exposure).toBeLessThan(MINIMUM_FACE_QUALITY);
    expect(glaring.exposure).toBeLessThan(face.details.quality.aspects.exposure);
    expect(dark.sharpness).toBeGreaterThan(0.8);
  });

  it('falls when a light stands at one side, or a veil lies over the face', async () => {
    const [left, , width] = face.box;
    const middle = left + width / 2;
    const sided = (await quality(relit(frame, (value, x) => (x < middle ? value / 12 : value))))
      .aspects;
    const veiled = (await quality(relit(frame, (value) => 128 + (value - 128) / 12))).aspects;
    expect(sided.contrast).toBeLessThan(MINIMUM_FACE_QUALITY);
    expect(veiled.contrast).toBeLessThan(MINIMUM_FACE_QUALITY);
  });

  it('falls when the face is partly beyond the edge, or its lower part evenly covered', async () => {
    const [left, top, width, height] = face.box;
    const beyond = await quality(cut(frame, [0, 0, frame.width, Math.round(top + height * 0.72)]));
    expect(beyond.aspects.occlusion).toBeLessThan(MINIMUM_FACE_QUALITY);
    const mask = (x: number, y: number) =>
      x > left && x < left + width && y > top + height * 0.58 && y < top + height * 1.1;
    const covered = await quality(relit(frame, (value, x, y) => (mask(x, y) ? 170 : value)));
    expect(covered.aspects.occlusion).toBeLessThan(MINIMUM_FACE_QUALITY);
  });

  it('does not depend on what is around the face', async () => {
    const wide = remap(frame, frame.width * 2, frame.height, (x, y) => [x - frame.width / 2, y]);
    const { aspects } = await quality(wide);
    for (const aspect of QUALITY_ASPECTS) {
      expect(Math.abs(aspects[aspect] - face.details.quality.aspects[aspect])).toBeLessThan(0.1);
    }
  });
});
