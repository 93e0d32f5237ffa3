import {
  blockBootstrapInterval,
  blockSeconds,
  type MeanInterval,
  type SummedScores,
} from './block-bootstrap.js';

/** Some quantity over a session, as sums over short times of equal length. */
export interface RatioSeries {
  /** What is counted (`sum`), against how much (`count`); those without a count are left out. */
  readonly entries: readonly SummedScores[];
  /** The time of an entry in seconds. */
  readonly entrySeconds: number;
  /** What the ratio can be. */
  readonly range: MeanInterval;
}

/** The ratio of a series; null without a count. */
export function ratio({ entries }: Pick<RatioSeries, 'entries'>): number | null {
  let count = 0;
  let sum = 0;
  for (const entry of entries) {
    count += entry.count;
    sum += entry.sum;
  }
  return count > 0 ? sum / count : null;
}

/**
 * Three, as in the rule of three (Hanley and Lippman-Hand 1983): what was not seen in n independent
 * trials has a rate of at most 3 / n, with 95 % certainty.
 */
const RULE_OF_THREE = 3;

/**
 * The 95 % interval of a ratio by the block bootstrap of the score. Where every resample is alike
 * because something never happened (or always), the bootstrap knows no spread, and the rule of three
 * gives the open end: with the blocks as independent trials for a share, with the time for a rate.
 *
 * @param seed - the same seed gives the same interval.
 * @returns null when the series holds less than two blocks.
 */
export function ratioInterval(series: RatioSeries, seed: number): MeanInterval | null {
  const { entrySeconds, range } = series;
  const entries = series.entries.filter(({ count }) => count > 0);
  const block = blockSeconds(entries.length * entrySeconds);
  const blockLength = Math.max(1, Math.floor(block / entrySeconds));
  const interval = blockBootstrapInterval(entries, blockLength, seed, range);
  const value = ratio({ entries });
  if (interval === null || value === null) return null;
  if (value > range.lower && value < range.upper) return interval;
  const trials = entries.length / blockLength;
  if (range.upper !== Infinity) {
    const open = Math.min(1, RULE_OF_THREE / trials) * (range.upper - range.lower);
    return value === range.lower
      ? { lower: value, upper: Math.max(interval.upper, value + open) }
      : { lower: Math.min(interval.lower, value - open), upper: value };
  }
  const time = entries.reduce((total, { count }) => total + count, 0);
  return { lower: value, upper: Math.max(interval.upper, RULE_OF_THREE / time) };
}

/**
 * The 95 % interval of the difference of two independent ratios from the intervals of both (Zou and
 * Donner 2008): the distances to the ends are added as the sides of a right angle.
 */
export function differenceInterval(
  first: { readonly value: number; readonly interval: MeanInterval },
  second: { readonly value: number; readonly interval: MeanInterval },
): MeanInterval {
  const difference = first.value - second.value;
  return {
    lower:
      difference -
      Math.hypot(first.value - first.interval.lower, second.interval.upper - second.value),
    upper:
      difference +
      Math.hypot(first.interval.upper - first.value, second.value - second.interval.lower),
  };
}
