import { roundTime } from './rounding.js';
import type { EvidenceKind, PresenceIndicator } from './schema-presence.js';

/** Stretches of one kind that are listed: enough to look at, few enough to read. */
export const MOST_SPANS = 5;

/** A stretch of a session in seconds. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** A row of a series that holds its time and anything else. */
interface Timed {
  readonly start: number;
}

/**
 * Joins neighbouring rows that show something to stretches.
 *
 * @param seconds - the time of a row.
 */
export function stretchesOf<Row extends Timed>(
  rows: readonly Row[],
  seconds: number,
  shows: (row: Row) => boolean,
): TimeSpan[] {
  const found: { start: number; end: number }[] = [];
  for (const row of rows) {
    if (!shows(row)) continue;
    const last = found.at(-1);
    // Half a row: times are products and may differ by rounding.
    if (last !== undefined && row.start - last.end < seconds / 2) last.end = row.start + seconds;
    else found.push({ start: row.start, end: row.start + seconds });
  }
  return found;
}

/**
 * The longest stretches, by time, as the summary holds them.
 *
 * @param duration - the end of the session: no stretch is said to go beyond it, and none begins there.
 */
export function shownSpans(
  spans: readonly TimeSpan[],
  shows: EvidenceKind,
  duration: number,
): PresenceIndicator['evidence'] {
  return spans
    .filter(({ start }) => start < duration)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, MOST_SPANS)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      start: roundTime(Math.min(start, duration)),
      end: roundTime(Math.min(end, duration)),
      shows,
    }));
}
