import type { SessionHead } from '../../storage/records.js';

/** One session of the trend. */
export interface TrendPoint {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** 0–1. */
  readonly score: number;
  readonly lower: number;
  readonly upper: number;
}

/** How many sessions the trend shows: more would stand too close on a phone. */
export const MOST_POINTS = 20;

/**
 * The latest sessions with a score, oldest first.
 *
 * @param heads - newest first, as the store gives them.
 */
export function trendPoints(heads: readonly SessionHead[]): TrendPoint[] {
  return heads
    .flatMap(({ id, startedAt, digest }) => {
      if (digest === null || digest.score === null) return [];
      const [lower, upper] = digest.interval ?? [digest.score, digest.score];
      return [{ id, startedAt, score: digest.score, lower, upper }];
    })
    .slice(0, MOST_POINTS)
    .reverse();
}
