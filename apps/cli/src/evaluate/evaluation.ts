import { EMOTIONS, type Emotion } from '@poise/core';
import { ferplusLabel } from './ferplus.js';
import {
  accuracy,
  balancedAccuracy,
  type Confusion,
  confusionMatrix,
  expectedCalibrationError,
  macroF1,
  neutralCalledNegative,
  type PerClass,
  type Prediction,
  recall,
} from './metrics.js';
import type { ScoredImage } from './score-crops.js';

/**
 * What `poise evaluate --json` prints. Shares are 0–1; a share of nothing is null. The metrics are
 * over the images in which a face was found.
 */
export interface Evaluation {
  /** Name of the expression model. */
  readonly model: string;
  /** The split that was evaluated, null when the data set has none. */
  readonly split: string | null;
  /** Images evaluated. */
  readonly n: number;
  /** Share of the images in which a face was found; 1 with `--crops`, where nothing is searched. */
  readonly detection_rate: number | null;
  readonly accuracy: number | null;
  readonly balanced_accuracy: number | null;
  readonly macro_f1: number | null;
  readonly recall: PerClass;
  /** `confusion[label][predicted]`: counts. */
  readonly confusion: Confusion;
  readonly ece: number | null;
  readonly neutral_called_negative: number | null;
  readonly ms_per_face: number | null;
  /** Against the FER+ majority; null when the data set has no FER+ votes. */
  readonly ferplus: {
    readonly n: number;
    readonly accuracy: number | null;
    readonly ece: number | null;
    readonly neutral_called_negative: number | null;
  } | null;
  /** The model's second output against the data set's labels; null when it has none. */
  readonly fer2013_head: {
    readonly accuracy: number | null;
    readonly macro_f1: number | null;
    readonly recall: PerClass;
    readonly ece: number | null;
  } | null;
}

/** Six decimals keep every figure that a data set can support. */
const round = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;

const roundAll = (values: PerClass): PerClass =>
  Object.fromEntries(EMOTIONS.map((emotion) => [emotion, round(values[emotion])])) as PerClass;

function predictions(
  images: readonly ScoredImage[],
  labelOf: (image: ScoredImage) => Emotion | null,
  rowOf: (image: ScoredImage) => Float32Array | null,
): Prediction[] {
  return images.flatMap((image) => {
    const label = labelOf(image);
    const probabilities = rowOf(image);
    return label === null || probabilities === null ? [] : [{ label, probabilities }];
  });
}

function againstFerplus(images: readonly ScoredImage[]): Evaluation['ferplus'] {
  if (images.every(({ votes }) => votes === null)) return null;
  const label = ({ votes }: ScoredImage) => (votes === null ? null : ferplusLabel(votes));
  const rows = predictions(images, label, (image) => image.probabilities);
  const matrix = confusionMatrix(rows);
  return {
    n: rows.length,
    accuracy: round(accuracy(matrix)),
    ece: round(expectedCalibrationError(rows)),
    neutral_called_negative: round(neutralCalledNegative(matrix)),
  };
}

function secondHead(images: readonly ScoredImage[]): Evaluation['fer2013_head'] {
  if (images.every(({ fer2013 }) => fer2013 === null)) return null;
  const rows = predictions(
    images,
    ({ label }) => label,
    ({ fer2013 }) => fer2013,
  );
  const matrix = confusionMatrix(rows);
  return {
    accuracy: round(accuracy(matrix)),
    macro_f1: round(macroF1(matrix)),
    recall: roundAll(recall(matrix)),
    ece: round(expectedCalibrationError(rows)),
  };
}

/** What the evaluation was of. */
export interface EvaluationSubject {
  readonly model: string;
  readonly split: string | null;
  /** Time spent on the images with a face, together, in milliseconds. */
  readonly milliseconds: number;
}

/** Puts all figures together. */
export function evaluateScores(
  images: readonly ScoredImage[],
  { model, split, milliseconds }: EvaluationSubject,
): Evaluation {
  const rows = predictions(
    images,
    ({ label }) => label,
    ({ probabilities }) => probabilities,
  );
  const matrix = confusionMatrix(rows);
  return {
    model,
    split,
    n: images.length,
    detection_rate: images.length === 0 ? null : round(rows.length / images.length),
    accuracy: round(accuracy(matrix)),
    balanced_accuracy: round(balancedAccuracy(matrix)),
    macro_f1: round(macroF1(matrix)),
    recall: roundAll(recall(matrix)),
    confusion: matrix,
    ece: round(expectedCalibrationError(rows)),
    neutral_called_negative: round(neutralCalledNegative(matrix)),
    ms_per_face: rows.length === 0 ? null : round(milliseconds / rows.length),
    ferplus: againstFerplus(images),
    fer2013_head: secondHead(images),
  };
}
