import { mulberry32 } from '@poise/core';

/**
 * The shortest block in seconds. Expressions hold for some seconds (a smile, a sentence), so scores
 * closer together than that are not new evidence; two such blocks fit into the shortest session that
 * gets a score.
 */
export const SHORTEST_BLOCK_SECONDS = 5;

/** The longest block in seconds: about as long as an answer keeps one manner. */
export const LONGEST_BLOCK_SECONDS = 15;

/** Between the two, the block is this part of the time with a face, so that 20 blocks are there to draw from. */
export const BLOCK_SHARE = 1 / 20;

/**
 * The length of a block in seconds.
 *
 * @param faceSeconds - seconds with a face.
 */
export function blockSeconds(faceSeconds: number): number {
  return Math.min(
    Math.max(Math.round(faceSeconds * BLOCK_SHARE), SHORTEST_BLOCK_SECONDS),
    LONGEST_BLOCK_SECONDS,
  );
}

/** Enough that the ends of a 95 % interval rest on 25 resamples each. */
export const RESAMPLES = 1000;

/** How sure the interval is. */
export const INTERVAL_LEVEL = 0.95 as const;

/** Scores of a short time, summed; or any quantity and what it is counted against. */
export interface SummedScores {
  /** How many scores, or how much time: above 0. */
  readonly count: number;
  /** Their sum. */
  readonly sum: number;
}

/** A 95 % interval of a mean. */
export interface MeanInterval {
  readonly lower: number;
  readonly upper: number;
}

const UNIT_RANGE: MeanInterval = Object.freeze({ lower: 0, upper: 1 });

function quantile(sorted: Float64Array, probability: number): number {
  const position = probability * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  return sums;
}

/** The normal quantile of a two-sided 95 % interval. */
const NORMAL_QUANTILE = 1.959964;

/** How much wider an interval from this many blocks must be (Fisher and Cornish 1960 for Student's quantile). */
function fewBlocksFactor(blocks: number): number {
  const z = NORMAL_QUANTILE;
  const freedom = blocks - 1;
  const student =
    z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
  return Math.sqrt(blocks / freedom) * (student / z);
}

/**
 * The 95 % interval of the mean of a series whose neighbours are alike, by the moving block
 * bootstrap (Künsch 1989; Politis and Romano 1994 for the family): series as long as the real one
 * are put together from blocks drawn at random, and the spread of their means is that of the mean.
 * The spread is taken around the mean of all resamples (Lahiri 1992), because scores near both ends
 * are in fewer blocks.
 *
 * Resamples of a few blocks spread less than the truth, so the distances from the average are made
 * longer as for any mean of that few values: by the root of b / (b − 1) for the variance, and by
 * the ratio of Student's quantile to the normal one, where b is how many blocks fit the series.
 *
 * @param series - sums over short times of equal length, in order.
 * @param blockLength - entries in a block.
 * @param seed - the same seed gives the same interval.
 * @param range - what the mean lies within; 0–1 when not given.
 * @returns the interval within the range; null when the series is shorter than two blocks.
 */
export function blockBootstrapInterval(
  series: readonly SummedScores[],
  blockLength: number,
  seed: number,
  range: MeanInterval = UNIT_RANGE,
): MeanInterval | null {
  const n = series.length;
  if (blockLength < 1 || n < 2 * blockLength) return null;
  const counts = prefixSums(series.map(({ count }) => count));
  const sums = prefixSums(series.map(({ sum }) => sum));
  const random = mulberry32(seed);
  const starts = n - blockLength + 1;
  const means = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    let count = 0;
    let sum = 0;
    for (let filled = 0; filled < n; filled += blockLength) {
      const start = Math.floor(random() * starts);
      const end = start + Math.min(blockLength, n - filled);
      count += (counts[end] ?? 0) - (counts[start] ?? 0);
      sum += (sums[end] ?? 0) - (sums[start] ?? 0);
    }
    means[resample] = sum / count;
  }
  const center = means.reduce((total, mean) => total + mean, 0) / RESAMPLES;
  const average = (sums[n] ?? 0) / (counts[n] ?? 1);
  means.sort();
  const tail = (1 - INTERVAL_LEVEL) / 2;
  const factor = fewBlocksFactor(n / blockLength);
  const lower = average + factor * (quantile(means, tail) - center);
  const upper = average + factor * (quantile(means, 1 - tail) - center);
  // A series without any spread gives ends that differ from its mean by rounding alone.
  return {
    lower: Math.max(Math.min(lower, average), range.lower),
    upper: Math.min(Math.max(upper, average), range.upper),
  };
}
