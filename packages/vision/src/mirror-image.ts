import { EMOTIONS } from '@poise/core';
import type { CropReader, ExpressionBatch } from './expression-reader.js';
import { mirrorRows } from './mirror-rows.js';

/** A probability under this is taken for it: what one reading rules out is not lost for good. */
const SMALLEST = 1e-12;

/**
 * The geometric means of distributions, made to sum to 1 again: what averaging the logits behind them
 * gives.
 *
 * @param a - rows of seven probabilities.
 * @param b - as many.
 */
function meanRows(a: Float32Array, b: Float32Array): Float32Array {
  const mean = a.map((value, i) =>
    Math.sqrt(Math.max(value, SMALLEST) * Math.max(b[i] as number, SMALLEST)),
  );
  for (let start = 0; start < mean.length; start += EMOTIONS.length) {
    const row = mean.subarray(start, start + EMOTIONS.length);
    const sum = row.reduce((total, value) => total + value, 0);
    row.set(row.map((value) => value / sum));
  }
  return mean;
}

/**
 * What two readings of the same faces come to, for example of each and of its mirror image. A network
 * is not symmetric: on FER2013's public test a mirror image moves a probability of the default model
 * by more than 0.1 in a fifth of the faces, and the mean of both is right more often (86.0 % of the
 * FER+ pluralities for 85.6 %).
 */
export function meanReading(a: ExpressionBatch, b: ExpressionBatch): ExpressionBatch {
  return {
    probabilities: meanRows(a.probabilities, b.probabilities),
    fer2013: a.fer2013 === null || b.fer2013 === null ? null : meanRows(a.fer2013, b.fer2013),
  };
}

/** The readings of some faces of a batch. */
export function partOf(
  { probabilities, fer2013 }: ExpressionBatch,
  from: number,
  to: number,
): ExpressionBatch {
  const [start, end] = [from * EMOTIONS.length, to * EMOTIONS.length];
  return {
    probabilities: probabilities.slice(start, end),
    fer2013: fer2013?.slice(start, end) ?? null,
  };
}

/**
 * Reads crops and their mirror images, in one run of the model.
 *
 * @param crops - `count × cropSize × cropSize` gray values, 0–255.
 * @throws PoiseError RUNTIME_FAILED.
 */
export async function readBothWays(
  reader: CropReader,
  crops: Float32Array,
  count: number,
): Promise<ExpressionBatch> {
  const both = new Float32Array(2 * crops.length);
  both.set(crops);
  both.set(crops, crops.length);
  mirrorRows(both.subarray(crops.length), reader.cropSize);
  const batch = await reader.readCrops(both, 2 * count);
  return meanReading(partOf(batch, 0, count), partOf(batch, count, 2 * count));
}
