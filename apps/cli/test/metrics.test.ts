import { EMOTIONS, type Emotion } from '@poise/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accuracy,
  balancedAccuracy,
  confusionMatrix,
  expectedCalibrationError,
  macroF1,
  neutralCalledNegative,
  type Prediction,
  recall,
  topClass,
} from '../src/evaluate/metrics.js';

/** A face labelled `label` that was called `predicted` with probability `score`. */
function face(label: Emotion, predicted: Emotion, score = 0.7): Prediction {
  const rest = (1 - score) / (EMOTIONS.length - 1);
  return { label, probabilities: EMOTIONS.map((e) => (e === predicted ? score : rest)) };
}

/** Happy: 2 of 3 right. Neutral: 1 of 2 right, the other called sad. Nothing else is labelled. */
const FIVE = [
  face('happy', 'happy'),
  face('happy', 'happy'),
  face('happy', 'neutral'),
  face('neutral', 'neutral'),
  face('neutral', 'sad'),
];

describe('the metrics of five faces worked out by hand', () => {
  const matrix = confusionMatrix(FIVE);

  test('the confusion matrix counts every pair of label and predicted class', () => {
    expect(matrix.happy).toEqual({
      angry: 0,
      disgust: 0,
      fear: 0,
      happy: 2,
      sad: 0,
      surprise: 0,
      neutral: 1,
    });
    expect(matrix.neutral.sad).toBe(1);
  });

  test('accuracy is 3 of 5', () => expect(accuracy(matrix)).toBeCloseTo(3 / 5, 12));

  test('recall is 2/3 and 1/2, and null for the classes that are absent', () => {
    expect(recall(matrix)).toEqual({
      angry: null,
      disgust: null,
      fear: null,
      happy: 2 / 3,
      sad: null,
      surprise: null,
      neutral: 1 / 2,
    });
  });

  test('balanced accuracy is the mean recall of the two classes that are there', () =>
    expect(balancedAccuracy(matrix)).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12));

  test('macro F1 counts sad with 0: it was predicted but never labelled', () =>
    // happy 2·2/(3+2) = 0.8, neutral 2·1/(2+2) = 0.5, sad 0
    expect(macroF1(matrix)).toBeCloseTo((0.8 + 0.5 + 0) / 3, 12));

  test('half of the neutral faces are called negative', () =>
    expect(neutralCalledNegative(matrix)).toBe(0.5));
});

describe('expected calibration error', () => {
  test('0.7 sure and 3 of 5 right is 0.1 off', () =>
    expect(expectedCalibrationError(FIVE)).toBeCloseTo(0.1, 12));

  test('bins do not cancel each other out', () => {
    // One bin too sure by 0.9, one too unsure by 0.6: each holds half of the faces.
    const rows = [face('happy', 'sad', 0.9), face('happy', 'happy', 0.4)];
    expect(expectedCalibrationError(rows)).toBeCloseTo((0.9 + 0.6) / 2, 12);
  });

  test('is 0 for answers that are always right and wholly sure', () =>
    expect(expectedCalibrationError([face('fear', 'fear', 1)])).toBe(0));
});

describe('nothing to measure', () => {
  const matrix = confusionMatrix([]);

  test('every share of nothing is null', () => {
    expect(accuracy(matrix)).toBeNull();
    expect(balancedAccuracy(matrix)).toBeNull();
    expect(macroF1(matrix)).toBeNull();
    expect(neutralCalledNegative(matrix)).toBeNull();
    expect(expectedCalibrationError([])).toBeNull();
  });
});

test('of two classes with the same probability the first in the order wins', () => {
  expect(topClass([0, 0, 0.3, 0.3, 0.3, 0.1, 0]).emotion).toBe('fear');
});

test('every metric stays within 0 and 1 whatever the predictions', () => {
  const probabilities = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
    .map((row) => row.map((value) => value / row.reduce((a, b) => a + b, 0)));
  const prediction = fc.record({ label: fc.constantFrom(...EMOTIONS), probabilities });
  fc.assert(
    fc.property(fc.array(prediction, { minLength: 1, maxLength: 40 }), (rows) => {
      const matrix = confusionMatrix(rows);
      const shares = [
        accuracy(matrix),
        balancedAccuracy(matrix),
        macroF1(matrix),
        neutralCalledNegative(matrix),
        expectedCalibrationError(rows),
        ...Object.values(recall(matrix)),
      ];
      for (const share of shares) {
        if (share === null) continue;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 20, numRuns: 200 },
  );
});
