import { EMOTIONS, NEGATIVE_EMOTIONS } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPRESSION_WEIGHTS } from '../src/expression-weights.js';
import { feedbackCodeFor } from '../src/feedback.js';
import {
  CONFIDENCE_LEVELS,
  confidenceLevel,
  confidenceLevelMinimum,
  FEEDBACK_CODES,
  FEEDBACK_SENTENCES,
  frameConfidence,
  InterviewEmotionAnalyzer,
  REFERENCE_SCORES,
} from '../src/index.js';
import { anyScores, face, session } from './helpers.js';

test('a pure neutral face scores 0.70 to 0.75', () => {
  expect(frameConfidence(face())).toBeGreaterThanOrEqual(0.7);
  expect(frameConfidence(face())).toBeLessThanOrEqual(0.75);
});

test('a clear smile scores 0.85 or more', () => {
  for (const happy of [0.6, 0.8, 1])
    expect(frameConfidence(face({ happy }))).toBeGreaterThanOrEqual(0.85);
});

test('a face that is not mostly a smile stays under 0.85', () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      if (scores.happy <= 0.5) expect(frameConfidence(scores)).toBeLessThan(0.85);
    }),
  );
});

test('a little of any negative expression beside a neutral face costs less than a tenth', () => {
  for (const emotion of NEGATIVE_EMOTIONS)
    expect(frameConfidence(face()) - frameConfidence(face({ [emotion]: 0.3 }))).toBeLessThan(0.1);
});

test('the score of a frame lies between the lowest and the highest weight', () => {
  const weights = EMOTIONS.map((emotion) => EXPRESSION_WEIGHTS[emotion]);
  fc.assert(
    fc.property(anyScores, (scores) => {
      expect(frameConfidence(scores)).toBeGreaterThanOrEqual(Math.min(...weights) - 1e-9);
      expect(frameConfidence(scores)).toBeLessThanOrEqual(Math.max(...weights) + 1e-9);
    }),
  );
});

test('more of a smile instead of any other expression never lowers the score', () => {
  fc.assert(
    fc.property(anyScores, fc.constantFrom(...EMOTIONS), (scores, from) => {
      if (from === 'happy') return;
      const moved = { ...scores, [from]: 0, happy: scores.happy + scores[from] };
      expect(frameConfidence(moved)).toBeGreaterThanOrEqual(frameConfidence(scores) - 1e-12);
    }),
  );
});

test('the four levels down to Nervous are reached by a sustained expression', () => {
  const sustained = [face({ happy: 1 }), face(), face({ surprise: 1 }), face({ fear: 1 })];
  const levels = sustained.map(
    (scores) => session(10, 15, () => scores).getSessionSummary().confidence_level,
  );
  expect(levels).toEqual(CONFIDENCE_LEVELS.slice(0, 4).map(({ level }) => level));
});

test('no face reaches a level below Nervous', () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      expect(frameConfidence(scores)).toBeGreaterThanOrEqual(confidenceLevelMinimum('Nervous'));
    }),
  );
  expect(confidenceLevel(Math.min(...Object.values(EXPRESSION_WEIGHTS)))).toBe('Nervous');
});

test('the reference scores hold for a neutral face and a clear smile', () => {
  const { neutral, clearSmile } = REFERENCE_SCORES;
  expect(frameConfidence(face())).toBeGreaterThanOrEqual(neutral.lower);
  expect(frameConfidence(face())).toBeLessThanOrEqual(neutral.upper);
  expect(frameConfidence(face({ happy: 0.6 }))).toBeGreaterThanOrEqual(clearSmile.lower);
});

test('a level begins exactly at its threshold', () => {
  const thresholds = [0.8, 0.65, 0.5, 0.35, 0.2];
  expect(thresholds.map(confidenceLevel)).toEqual(
    CONFIDENCE_LEVELS.slice(0, -1).map(({ level }) => level),
  );
  expect(thresholds.map((score) => confidenceLevel(score - 1e-9))).toEqual(
    CONFIDENCE_LEVELS.slice(1).map(({ level }) => level),
  );
});

test('a frame has the colour of its level', () => {
  for (const happy of [0, 0.5, 0.95]) {
    const { color, confidenceLevel: shown } = new InterviewEmotionAnalyzer().addEmotionData(
      face({ happy, sad: 1 - happy }),
    );
    expect(color).toEqual(CONFIDENCE_LEVELS.find(({ level }) => level === shown)?.color);
  }
});

test('the colours run from orange to green without red and darken on the way', () => {
  const ramp = [...CONFIDENCE_LEVELS].reverse().map(({ color }) => color);
  const luminance = ramp.map(
    ([r, g, b]) => 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2,
  );
  for (const [i, [red, green]] of ramp.entries()) {
    expect(red / green, 'orange at most').toBeLessThan(1.6);
    if (i > 0) expect(luminance[i]).toBeLessThan(luminance[i - 1] ?? 0);
    if (i > 0) expect(red / green).toBeLessThan((ramp[i - 1]?.[0] ?? 0) / (ramp[i - 1]?.[1] ?? 1));
  }
});

test('the feedback speaks of what shows and not of what is felt', () => {
  for (const code of FEEDBACK_CODES) {
    expect(FEEDBACK_SENTENCES[code]).toMatch(/^[A-Z][^.!]*\.$/);
    expect(FEEDBACK_SENTENCES[code]).not.toMatch(/feel|felt|stress|nervous|anxious|afraid|honest/i);
  }
});

test('every code of a sentence goes with some face, and each sentence has one code', () => {
  const codes = CONFIDENCE_LEVELS.flatMap(({ level }) =>
    EMOTIONS.map((emotion) => feedbackCodeFor(level, emotion)),
  );
  expect(new Set(codes)).toEqual(new Set(FEEDBACK_CODES));
  expect(Object.keys(FEEDBACK_SENTENCES)).toEqual([...FEEDBACK_CODES]);
  expect(new Set(Object.values(FEEDBACK_SENTENCES)).size).toBe(FEEDBACK_CODES.length);
});

test('a smile is said to show only where a smile leads, and calm only where neutral does', () => {
  const said = (scores: ReturnType<typeof face>) =>
    new InterviewEmotionAnalyzer().addEmotionData(scores);
  expect(said(face({ happy: 0.36 }))).toMatchObject({
    confidenceLevel: 'Excellent',
    feedback: 'Your expression looks calm, with a smile on its way.',
    feedbackCode: 'calm_with_smile',
  });
  expect(said(face({ happy: 0.7 })).feedback).toBe('A smile is showing.');
  fc.assert(
    fc.property(anyScores, (scores) => {
      const { feedback, feedbackCode, dominantEmotion } = said(scores);
      expect(feedback).toBe(FEEDBACK_SENTENCES[feedbackCode]);
      if (feedback.includes('smile is showing')) expect(dominantEmotion).toBe('happy');
      if (feedback.includes('on its way')) expect(scores.happy).toBeGreaterThan(0.3);
      if (feedback.includes('calm')) expect(dominantEmotion).toBe('neutral');
      if (feedback.includes('tight')) expect(NEGATIVE_EMOTIONS).toContain(dominantEmotion);
    }),
  );
});
