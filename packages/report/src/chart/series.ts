import { ABSENCE_SECONDS, type SessionSummary } from '@poise/session';
import type { Span } from '../format.js';

/** A point of the journey. */
export interface JourneyPoint {
  /** Seconds. */
  readonly time: number;
  /** Score, 0–1. */
  readonly score: number;
}

/** One point for every three pixels of the picture: more would make the line look nervous. */
export const MAX_POINTS = 300;

/** The stretch that a chart shows; at least a tenth of a second, so that scales have a length. */
export function chartSpan(summary: SessionSummary): Span {
  const { start } = summary.segment_analysis.beginning;
  const last = summary.time_series.timestamps.at(-1) ?? 0;
  return { start, end: Math.max(summary.segment_analysis.end.end, last, start + 0.1) };
}

/**
 * The series as runs of points without a hole, thinned to about {@link MAX_POINTS} by the mean of
 * equal bins of time. Means, not samples: no single frame decides what the person sees.
 */
export function journeyRuns(summary: SessionSummary): JourneyPoint[][] {
  const { timestamps, confidence_scores } = summary.time_series;
  const { start, end } = chartSpan(summary);
  const binSeconds = timestamps.length > MAX_POINTS ? (end - start) / MAX_POINTS : 0;
  const runs: JourneyPoint[][] = [];
  let run: JourneyPoint[] = [];
  let bin: JourneyPoint[] = [];
  const closeBin = (): void => {
    if (bin.length > 0) run.push(meanPoint(bin));
    bin = [];
  };
  timestamps.forEach((time, i) => {
    const previous = timestamps[i - 1];
    // A hole this long in the series is a stretch without a face: the line breaks there.
    if (previous !== undefined && time - previous >= ABSENCE_SECONDS) {
      closeBin();
      runs.push(run);
      run = [];
    }
    const first = bin[0];
    if (first !== undefined && binOf(time) !== binOf(first.time)) closeBin();
    bin.push({ time, score: confidence_scores[i] ?? 0 });
  });
  closeBin();
  runs.push(run);
  return runs.filter((points) => points.length > 0);

  function binOf(time: number): number {
    // The last moment belongs to the last bin, or it would be a bin of its own.
    return binSeconds === 0
      ? time
      : Math.min(MAX_POINTS - 1, Math.floor((time - start) / binSeconds));
  }
}

function meanPoint(points: readonly JourneyPoint[]): JourneyPoint {
  const sum = (value: (point: JourneyPoint) => number) =>
    points.reduce((total, point) => total + value(point), 0);
  return {
    time: sum((point) => point.time) / points.length,
    score: sum((point) => point.score) / points.length,
  };
}
