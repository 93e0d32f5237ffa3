import { dominantEmotion, EMOTIONS, type EmotionScores } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_SHIFT, RESTING_TARGET } from '../src/baseline.js';
import { mapEmotions } from '../src/emotion-scores.js';
import {
  applyBaseline,
  baselineShift,
  frameConfidence,
  InterviewEmotionAnalyzer,
  parseSessionSummary,
} from '../src/index.js';
import { anyScores, face, session } from './helpers.js';

const sadAtRest = face({ sad: 0.6, angry: 0.03, fear: 0.03, happy: 0.01, surprise: 0.03 });

test('a person whose resting face reads 60 % sad scores as neutral', () => {
  const shifted = applyBaseline(sadAtRest, baselineShift([sadAtRest]));
  expect(dominantEmotion(shifted)).toBe('neutral');
  expect(frameConfidence(sadAtRest)).toBeLessThan(0.55);
  expect(frameConfidence(shifted)).toBeGreaterThan(0.67);
  expect(frameConfidence(shifted)).toBeLessThan(0.75);
});

test('with that baseline a smile still reads as a smile', () => {
  const shift = baselineShift([sadAtRest]);
  const smile = face({ happy: 0.7, sad: 0.2 });
  expect(applyBaseline(smile, shift).happy).toBeGreaterThanOrEqual(smile.happy);
  expect(frameConfidence(applyBaseline(smile, shift))).toBeGreaterThan(0.85);
});

test('a smile while the resting face is recorded does not take the smile away', () => {
  const shift = baselineShift([face({ happy: 0.9 })]);
  expect(frameConfidence(applyBaseline(face({ happy: 0.95 }), shift))).toBeGreaterThan(0.85);
});

test('a resting face that smiles is said to smile, in shares and in percent, and a sad one is not', () => {
  const smiling = (resting: EmotionScores | null) => {
    const analyzer = new InterviewEmotionAnalyzer();
    if (resting !== null) analyzer.setBaseline([resting], 5);
    return parseSessionSummary(analyzer.getSessionSummary()).baseline.smiling;
  };
  const percent = (scores: EmotionScores) => mapEmotions((emotion) => 100 * scores[emotion]);
  const smile = face({ happy: 0.6 });
  expect([smiling(smile), smiling(percent(smile))]).toEqual([true, true]);
  expect([smiling(sadAtRest), smiling(percent(sadAtRest))]).toEqual([false, false]);
  expect(smiling(null)).toBeNull();
});

test('someone whose resting face already reads neutral is unchanged', () => {
  const shift = baselineShift([face({ sad: 0.12, happy: 0.03 })]);
  for (const emotion of EMOTIONS) expect(shift[emotion]).toBe(0);
  expect(applyBaseline(face({ fear: 0.5 }), shift)).toEqual(face({ fear: 0.5 }));
});

test('the shift only takes away, within its bound, and leaves probabilities', () => {
  fc.assert(
    fc.property(anyScores, anyScores, (resting, scores) => {
      const shift = baselineShift([resting]);
      for (const emotion of EMOTIONS) {
        expect(shift[emotion]).toBeLessThanOrEqual(0);
        expect(shift[emotion]).toBeGreaterThanOrEqual(-LARGEST_SHIFT);
      }
      const shifted = applyBaseline(scores, shift);
      const sum = EMOTIONS.reduce((total, emotion) => total + shifted[emotion], 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(shifted.neutral).toBeGreaterThanOrEqual(scores.neutral - 1e-9);
    }),
  );
});

test('on the resting face itself the score never moves away from that of the target', () => {
  const negativeAtRest = fc
    .tuple(
      fc.double({ min: 0, max: 0.75, noNaN: true }),
      fc.constantFrom('sad', 'angry', 'disgust', 'fear'),
    )
    .map(([share, emotion]) => face({ [emotion]: share }));
  const aim = frameConfidence(RESTING_TARGET);
  fc.assert(
    fc.property(negativeAtRest, (resting) => {
      const shifted = applyBaseline(resting, baselineShift([resting]));
      expect(frameConfidence(shifted)).toBeGreaterThanOrEqual(frameConfidence(resting) - 1e-9);
      expect(frameConfidence(shifted)).toBeGreaterThan(Math.min(aim, 0.6) - 0.05);
    }),
  );
});

test('the analyzer shifts only with a baseline and says so in the summary', () => {
  const without = session(10, 20, () => sadAtRest).getSessionSummary();
  expect(without.baseline).toMatchObject({
    applied: false,
    source: 'none',
    seconds: 0,
    shift: null,
  });
  const analyzer = session(10, -1, () => null);
  analyzer.setBaseline([sadAtRest, sadAtRest], 4);
  for (let i = 0; i <= 200; i += 1) {
    const { rawEmotions } = analyzer.addEmotionData(sadAtRest, undefined, i / 10);
    expect(rawEmotions.sad).toBeCloseTo(0.6, 9);
  }
  const { baseline, confidence_level, stress_spikes_count } = analyzer.getSessionSummary();
  expect(baseline).toMatchObject({ applied: true, source: 'given', seconds: 4 });
  expect(baseline.shift?.sad).toBeLessThan(-3);
  expect(confidence_level).toBe('Confident');
  expect(stress_spikes_count).toBe(0);
});
