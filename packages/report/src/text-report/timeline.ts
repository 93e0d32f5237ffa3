import type { SessionSummary, TimelineEntry } from '@poise/session';
import { lacksPictures } from '../without-pictures.js';

/** More rows than this are not read. */
const MOST_ROWS = 40;

/** How many intervals a row may join: of 10 s they make rows of 10, 20, 30 s, 1, 2, 5, 10, 30, 60 min. */
const JOINED = [1, 2, 3, 6, 12, 30, 60, 180, 360];

/** A timeline short enough to be read. */
export interface ReadableTimeline {
  readonly rows: readonly TimelineEntry[];
  /** How many intervals a row joins. */
  readonly joined: number;
  /** Seconds of each row but the last, which ends with the session; null when there is one row. */
  readonly rowSeconds: number | null;
}

/** Joins intervals until there are at most {@link MOST_ROWS} rows. */
export function readableTimeline(summary: SessionSummary): ReadableTimeline {
  const { timeline } = summary;
  const joined =
    JOINED.find((count) => timeline.length / count <= MOST_ROWS) ??
    Math.ceil(timeline.length / MOST_ROWS);
  const rows: TimelineEntry[] = [];
  for (let i = 0; i < timeline.length; i += joined) {
    const row = join(timeline.slice(i, i + joined), summary);
    if (row !== null) rows.push(row);
  }
  const [first] = rows;
  return {
    rows,
    joined,
    rowSeconds: first === undefined || rows.length < 2 ? null : first.end - first.start,
  };
}

/** One row for several intervals; each counts by the seconds in which a face was seen. */
function join(intervals: readonly TimelineEntry[], summary: SessionSummary): TimelineEntry | null {
  const first = intervals[0];
  const last = intervals.at(-1);
  if (first === undefined || last === undefined) return null;
  if (intervals.length === 1) return first;
  const scored = intervals.filter((interval) => interval.avg_confidence !== null);
  const seen = sum(scored, faceSeconds);
  const expressions = new Map<TimelineEntry['dominant_emotion'], number>();
  for (const interval of scored) {
    const seconds = expressions.get(interval.dominant_emotion) ?? 0;
    expressions.set(interval.dominant_emotion, seconds + faceSeconds(interval));
  }
  // Where a recording has no pictures, nobody was out of view.
  const shown = intervals.filter((interval) => !lacksPictures(summary, interval));
  const [commonest] = [...expressions].sort((a, b) => b[1] - a[1]);
  return {
    start: first.start,
    end: last.end,
    avg_confidence:
      seen > 0 ? sum(scored, (x) => (x.avg_confidence ?? 0) * faceSeconds(x)) / seen : null,
    dominant_emotion: commonest?.[0] ?? null,
    face_detection_rate:
      sum(shown, faceSeconds) /
      Math.max(
        sum(shown, (x) => x.end - x.start),
        1e-9,
      ),
  };
}

function faceSeconds(interval: TimelineEntry): number {
  return (interval.end - interval.start) * interval.face_detection_rate;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
