import { EMOTIONS, type Emotion, NEGATIVE_EMOTIONS } from '@poise/core';

/** One face with its label: what the metrics are computed from. */
export interface Prediction {
  /** The label of the data set. */
  readonly label: Emotion;
  /** The seven probabilities, in the order of `EMOTIONS`. */
  readonly probabilities: ArrayLike<number>;
}

/** A share for each class; null for a class that no face of the data set is labelled with. */
export type PerClass = Record<Emotion, number | null>;

/** Counts of faces: `confusion[label][predicted]`. */
export type Confusion = Record<Emotion, Record<Emotion, number>>;

/**
 * Bins of the expected calibration error: equal in width over 0–1. Fifteen is the count of Guo et
 * al. 2017 ("On Calibration of Modern Neural Networks"), and what the model cards here use.
 */
export const CALIBRATION_BINS = 15;

/** The class with the highest probability; the first in the order of `EMOTIONS` when two tie. */
export function topClass(probabilities: ArrayLike<number>): { emotion: Emotion; score: number } {
  let emotion: Emotion = EMOTIONS[0];
  let score = Number.NEGATIVE_INFINITY;
  EMOTIONS.forEach((candidate, i) => {
    const value = probabilities[i] ?? Number.NEGATIVE_INFINITY;
    if (value > score) {
      emotion = candidate;
      score = value;
    }
  });
  return { emotion, score };
}

/** Counts for every pair of label and predicted class, zeros included. */
export function confusionMatrix(predictions: readonly Prediction[]): Confusion {
  const matrix = Object.fromEntries(
    EMOTIONS.map((label) => [label, Object.fromEntries(EMOTIONS.map((e) => [e, 0]))]),
  ) as Confusion;
  for (const { label, probabilities } of predictions) {
    matrix[label][topClass(probabilities).emotion] += 1;
  }
  return matrix;
}

const labelled = (matrix: Confusion, label: Emotion): number =>
  EMOTIONS.reduce((sum, predicted) => sum + matrix[label][predicted], 0);

const predictedAs = (matrix: Confusion, predicted: Emotion): number =>
  EMOTIONS.reduce((sum, label) => sum + matrix[label][predicted], 0);

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

/** The share of faces whose top class is the label, 0–1; null without any face. */
export function accuracy(matrix: Confusion): number | null {
  const total = EMOTIONS.reduce((sum, label) => sum + labelled(matrix, label), 0);
  const right = EMOTIONS.reduce((sum, label) => sum + matrix[label][label], 0);
  return total === 0 ? null : right / total;
}

/** For each class, the share of the faces labelled with it that were called so. */
export function recall(matrix: Confusion): PerClass {
  return Object.fromEntries(
    EMOTIONS.map((label) => {
      const total = labelled(matrix, label);
      return [label, total === 0 ? null : matrix[label][label] / total];
    }),
  ) as PerClass;
}

/** The mean recall of the classes that the data set has: every class counts alike. */
export function balancedAccuracy(matrix: Confusion): number | null {
  return mean(Object.values(recall(matrix)).filter((value) => value !== null));
}

/**
 * The mean F1 score over the classes that are labelled or predicted at least once. A class that
 * was predicted but never labelled counts with 0; one that is in neither place is left out.
 */
export function macroF1(matrix: Confusion): number | null {
  const scores: number[] = [];
  for (const emotion of EMOTIONS) {
    const denominator = labelled(matrix, emotion) + predictedAs(matrix, emotion);
    if (denominator > 0) scores.push((2 * matrix[emotion][emotion]) / denominator);
  }
  return mean(scores);
}

/**
 * The expected calibration error of the top class: over {@link CALIBRATION_BINS} equal-width bins
 * of its probability, the mean of |share that was right − mean probability|, weighted by how many
 * faces fall in the bin. 0 is perfect; null without any face. A value on an edge falls in the
 * lower bin.
 */
export function expectedCalibrationError(
  predictions: readonly Prediction[],
  bins = CALIBRATION_BINS,
): number | null {
  if (predictions.length === 0) return null;
  // A bin's |right − mass| is n × |accuracy − confidence|, so its count is never needed.
  const right = new Array<number>(bins).fill(0);
  const mass = new Array<number>(bins).fill(0);
  for (const { label, probabilities } of predictions) {
    const { emotion, score } = topClass(probabilities);
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(score * bins) - 1));
    right[bin] = (right[bin] ?? 0) + (emotion === label ? 1 : 0);
    mass[bin] = (mass[bin] ?? 0) + score;
  }
  const gap = right.reduce((sum, count, bin) => sum + Math.abs(count - (mass[bin] ?? 0)), 0);
  return gap / predictions.length;
}

/**
 * The share of the faces labelled neutral whose top class is angry, disgust, fear or sad: how often
 * a resting face is misread as a negative one. Null when no face is labelled neutral.
 */
export function neutralCalledNegative(matrix: Confusion): number | null {
  const total = labelled(matrix, 'neutral');
  if (total === 0) return null;
  return NEGATIVE_EMOTIONS.reduce((sum, e) => sum + matrix.neutral[e], 0) / total;
}
