import type { SessionSummary } from '@poise/session';
import { ENGLISH } from '../english/english.js';
import type { ReportWords } from '../words/report-words.js';
import type { ChartSize, Scale } from './frame.js';
import { type JourneyLayout, journeyLayout } from './journey-layout.js';
import type { MomentMark } from './marks.js';
import { presenceLayout } from './presence.js';
import type { JourneyPoint } from './series.js';

/** Where the parts of a journey chart lie, for a cursor over it. Lengths are the chart's pixels. */
export interface JourneyGeometry {
  /** The plot's left edge: the session's first moment. */
  readonly left: number;
  /** The plot's right edge: the session's last moment. */
  readonly right: number;
  /** The plot's upper edge: a score of 1. */
  readonly top: number;
  /** The plot's lower edge. */
  readonly bottom: number;
  /** The marks of smiles and tension moments; none without a score. */
  readonly marks: readonly MomentMark[];
  /** The time in seconds under a place; beside the plot that of the nearer edge. */
  timeAt(x: number): number;
  /** The place of a time in seconds; of one outside the session that of the nearer edge. */
  xAt(time: number): number;
  /** The height at which a score of 0–1 is drawn; null without a score. */
  yAt(score: number): number | null;
  /** The drawn line's score at its point nearest to a time; null in an absence and without a score. */
  scoreAt(time: number): number | null;
  /** The mark under a place, or null. */
  momentAt(x: number, y: number): MomentMark | null;
}

/**
 * Where the parts of {@link journeyChart} lie, from the same layout as the chart.
 *
 * @param summary - a valid summary.
 * @param size - the size that the chart was drawn with.
 * @param words - the language that the chart was drawn with; English when not given.
 */
export function journeyGeometry(
  summary: SessionSummary,
  size: ChartSize,
  words: ReportWords = ENGLISH,
): JourneyGeometry {
  if (!summary.evidence.sufficient) {
    const { left, right, top, bottom, x } = presenceLayout(summary, size);
    return {
      ...{ left, right, top, bottom, marks: [] },
      ...timesOf(x),
      yAt: () => null,
      scoreAt: () => null,
      momentAt: () => null,
    };
  }
  const layout = journeyLayout(summary, size, words);
  const { left, right, top, bottom, marks } = layout;
  return {
    ...{ left, right, top, bottom, marks },
    ...timesOf(layout.x),
    yAt: (score) => layout.y(score),
    scoreAt: scoresOf(summary, layout),
    momentAt: (x, y) => marks.find(({ box }) => holds(box, x, y)) ?? null,
  };
}

function timesOf(scale: Scale): Pick<JourneyGeometry, 'timeAt' | 'xAt'> {
  const clamped = scale.copy().clamp(true);
  return { timeAt: (x) => clamped.invert(x), xAt: (time) => clamped(time) };
}

function scoresOf(
  { absences }: SessionSummary,
  { runs }: JourneyLayout,
): JourneyGeometry['scoreAt'] {
  const points = runs.flat();
  return (time) => {
    if (absences.some(({ start, end }) => time > start && time < end)) return null;
    return nearest(points, time)?.score ?? null;
  };
}

/** The point nearest to a time, by halves: a cursor asks at every move. */
function nearest(points: readonly JourneyPoint[], time: number): JourneyPoint | undefined {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (before === undefined || after === undefined) return before ?? after;
  return time - before.time <= after.time - time ? before : after;
}

function holds(box: MomentMark['box'], x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
