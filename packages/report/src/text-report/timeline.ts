import type { TimelineInterval } from '../insights/facts.js';

/** More rows than this are not read. */
const MOST_ROWS = 40;

/** How many 10-second intervals a row may join: rows of 10, 20, 30 s, 1, 2, 5, 10, 30, 60 min. */
const JOINED = [1, 2, 3, 6, 12, 30, 60, 180, 360];

/** A timeline short enough to be read. */
export interface ReadableTimeline {
  readonly rows: readonly TimelineInterval[];
  /** How many intervals a row joins. */
  readonly joined: number;
}

/** Joins intervals until there are at most {@link MOST_ROWS} rows. */
export function readableTimeline(timeline: readonly TimelineInterval[]): ReadableTimeline {
  const joined =
    JOINED.find((count) => timeline.length / count <= MOST_ROWS) ??
    Math.ceil(timeline.length / MOST_ROWS);
  const rows: TimelineInterval[] = [];
  for (let i = 0; i < timeline.length; i += joined) {
    const row = join(timeline.slice(i, i + joined));
    if (row !== null) rows.push(row);
  }
  return { rows, joined };
}

/** One row for several intervals; each counts by the seconds in which a face was seen. */
function join(intervals: readonly TimelineInterval[]): TimelineInterval | null {
  const first = intervals[0];
  const last = intervals.at(-1);
  if (first === undefined || last === undefined) return null;
  if (intervals.length === 1) return first;
  const scored = intervals.filter((interval) => interval.avg_confidence !== null);
  const seen = sum(scored, faceSeconds);
  const expressions = new Map<TimelineInterval['dominant_emotion'], number>();
  for (const interval of scored) {
    const seconds = expressions.get(interval.dominant_emotion) ?? 0;
    expressions.set(interval.dominant_emotion, seconds + faceSeconds(interval));
  }
  const [commonest] = [...expressions].sort((a, b) => b[1] - a[1]);
  return {
    start: first.start,
    end: last.end,
    avg_confidence:
      seen > 0 ? sum(scored, (x) => (x.avg_confidence ?? 0) * faceSeconds(x)) / seen : null,
    dominant_emotion: commonest?.[0] ?? null,
    face_detection_rate:
      sum(intervals, faceSeconds) /
      Math.max(
        sum(intervals, (x) => x.end - x.start),
        1e-9,
      ),
  };
}

function faceSeconds(interval: TimelineInterval): number {
  return (interval.end - interval.start) * interval.face_detection_rate;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
