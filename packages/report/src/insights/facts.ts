import type { SegmentSummary, SessionMoment, SessionSummary } from '@poise/session';
import type { Span } from '../format.js';
import { lacksPictures, picturedSeconds, timesAway } from '../without-pictures.js';
import { THRESHOLDS } from './thresholds.js';

/** The name of a third of the session. */
export type SegmentName = keyof SessionSummary['segment_analysis'];

/** The thirds of the session, in the order of time. */
export const SEGMENT_NAMES = ['beginning', 'middle', 'end'] as const satisfies SegmentName[];

/** How the score went from one segment to another; `unknown` when one of them has no score. */
export type Direction = 'up' | 'down' | 'flat' | 'unknown';

/** An interval with a score. */
export interface ScoredInterval extends Span {
  /** Mean score, 0–1. */
  readonly average: number;
}

/** What the rules look at, worked out once. */
export interface Facts {
  readonly summary: SessionSummary;
  /** The whole session. */
  readonly whole: Span;
  /** The average, or null when the evidence is not sufficient for any number. */
  readonly average: number | null;
  /** The segments with their averages; all null when the evidence is not sufficient. */
  readonly segments: Readonly<Record<SegmentName, Span & { readonly average: number | null }>>;
  /** Whether a recording has no pictures of a third, so that nobody was missing from it. */
  readonly isPartlyUnknown: boolean;
  readonly beginningToMiddle: Direction;
  readonly middleToEnd: Direction;
  readonly beginningToEnd: Direction;
  /** The end's average minus the beginning's. */
  readonly rise: number | null;
  /** The highest average of a segment minus the lowest; 0 without any. */
  readonly segmentSpread: number;
  /** Half the widest 95 % interval of a segment; infinite where one has none. */
  readonly segmentUncertainty: number;
  /** The interval of the timeline with the lowest average. */
  readonly lowest: ScoredInterval | null;
  /** The interval of the timeline with the highest average. */
  readonly highest: ScoredInterval | null;
  /** Tension moments, the strongest first. */
  readonly tensions: readonly SessionMoment[];
  /** Smiles, the first one first. */
  readonly smiles: readonly SessionMoment[];
  /** Stretches in which the person was away, the longest first. */
  readonly absences: readonly Span[];
}

/**
 * Compares two segments. A difference counts when it is larger than its own uncertainty and large
 * enough to be noticed. The uncertainty of a difference of independent means is the root of the
 * sum of the squared half widths of their 95 % intervals; without intervals nothing can be claimed.
 */
export function direction(from: SegmentSummary, to: SegmentSummary): Direction {
  if (from.avg_confidence === null || to.avg_confidence === null) return 'unknown';
  if (from.confidence_interval === null || to.confidence_interval === null) return 'flat';
  const change = to.avg_confidence - from.avg_confidence;
  const uncertainty = Math.hypot(
    (from.confidence_interval.upper - from.confidence_interval.lower) / 2,
    (to.confidence_interval.upper - to.confidence_interval.lower) / 2,
  );
  if (Math.abs(change) <= Math.max(uncertainty, THRESHOLDS.noticeableChange)) return 'flat';
  return change > 0 ? 'up' : 'down';
}

function scoredIntervals(summary: SessionSummary): ScoredInterval[] {
  return summary.timeline.flatMap((interval) => {
    const { start, end, avg_confidence: average, face_detection_rate: rate } = interval;
    const seen = (rate * picturedSeconds(summary, interval)) / Math.max(end - start, 1e-9);
    return average === null || seen < THRESHOLDS.intervalSeen ? [] : [{ start, end, average }];
  });
}

function pick<T>(items: readonly T[], better: (a: T, b: T) => boolean): T | null {
  return items.reduce<T | null>((best, x) => (best === null || better(x, best) ? x : best), null);
}

/** Works out what the rules look at. */
export function factsOf(summary: SessionSummary): Facts {
  const { beginning, middle, end } = summary.segment_analysis;
  const average = summary.evidence.sufficient ? summary.average_confidence : null;
  const known = average !== null;
  const segment = ({ start, end: stop, avg_confidence }: SegmentSummary) => ({
    start,
    end: stop,
    average: known ? avg_confidence : null,
  });
  const averages = [beginning, middle, end].flatMap(({ avg_confidence }) => avg_confidence ?? []);
  const intervals = known ? scoredIntervals(summary) : [];
  return {
    summary,
    whole: { start: beginning.start, end: end.end },
    average,
    segments: { beginning: segment(beginning), middle: segment(middle), end: segment(end) },
    isPartlyUnknown: [beginning, middle, end].some((part) => lacksPictures(summary, part)),
    beginningToMiddle: direction(beginning, middle),
    middleToEnd: direction(middle, end),
    beginningToEnd: direction(beginning, end),
    rise:
      known && beginning.avg_confidence !== null && end.avg_confidence !== null
        ? end.avg_confidence - beginning.avg_confidence
        : null,
    segmentSpread: averages.length > 0 ? Math.max(...averages) - Math.min(...averages) : 0,
    segmentUncertainty: Math.max(
      ...[beginning, middle, end].map(({ confidence_interval: interval }) =>
        interval === null ? Number.POSITIVE_INFINITY : (interval.upper - interval.lower) / 2,
      ),
    ),
    lowest: pick(intervals, (a, b) => a.average < b.average),
    highest: pick(intervals, (a, b) => a.average > b.average),
    tensions: summary.moments
      .filter((moment) => moment.kind === 'tension')
      .sort((a, b) => b.peak - a.peak),
    smiles: summary.moments.filter((moment) => moment.kind === 'smile'),
    absences: timesAway(summary).sort((a, b) => b.end - b.start - (a.end - a.start)),
  };
}
