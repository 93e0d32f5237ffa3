import { dominantEmotion, EMOTIONS, type EmotionScores } from '@poise/core';
import { openMedia } from '@poise/media';
import { applyBaseline, baselineShift, frameConfidence } from '@poise/session';
import { EmotionDetector } from '@poise/vision';
import { beforeAll, expect, test } from 'vitest';
import { photo } from './poise.js';

/** Photographs of groups, with faces that smile and faces that do not. */
const GROUPS = [1, 2, 3, 4, 6] as const;

const faces: EmotionScores[] = [];

beforeAll(async () => {
  await using detector = await EmotionDetector.create({ maxFaces: 10 });
  for (const number of GROUPS) {
    await using source = await openMedia(photo(number));
    for await (const frame of source.frames()) {
      for (const { emotions } of await detector.detectEmotions(frame)) faces.push(emotions);
    }
  }
}, 120_000);

const smiling = () => faces.filter((face) => dominantEmotion(face) === 'happy');
const atRest = () => faces.filter(({ happy }) => happy < 0.1);

test('no real smile turns neutral, whichever real face is taken for the resting one', () => {
  expect(smiling().length).toBeGreaterThanOrEqual(8);
  expect(atRest().length).toBeGreaterThanOrEqual(3);
  for (const resting of atRest()) {
    for (const smile of smiling()) {
      const shifted = applyBaseline(smile, baselineShift([resting]));
      expect(dominantEmotion(shifted)).toBe('happy');
      expect(frameConfidence(shifted)).toBeGreaterThan(frameConfidence(smile) - 0.01);
    }
  }
});

test('a real face that reads as sad at rest scores as neutral against itself', () => {
  const sad = atRest().filter((face) => dominantEmotion(face) === 'sad');
  expect(sad.length).toBeGreaterThanOrEqual(1);
  for (const face of sad) {
    const shifted = applyBaseline(face, baselineShift([face]));
    expect(dominantEmotion(shifted)).toBe('neutral');
    expect(frameConfidence(shifted)).toBeGreaterThan(0.67);
    expect(frameConfidence(shifted)).toBeLessThan(0.75);
  }
});

test('the correction does nothing for real faces that need none', () => {
  const neutral = faces.filter((face) => face.neutral >= 0.8);
  expect(neutral.length).toBeGreaterThanOrEqual(2);
  for (const resting of neutral) {
    const shift = baselineShift([resting]);
    for (const emotion of EMOTIONS) expect(shift[emotion]).toBe(0);
    for (const face of faces) expect(applyBaseline(face, shift)).toEqual(face);
  }
});
