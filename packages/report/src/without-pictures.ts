import type { SessionSummary } from '@poise/session';
import type { Span } from './format.js';

/** Whether a recording has no pictures of a whole stretch, so that nobody knows who was there. */
export function lacksPictures({ without_pictures: gaps }: SessionSummary, span: Span): boolean {
  return gaps.some(({ start, end }) => start <= span.start && end >= span.end);
}

/** The absences in which there are pictures, and so the person was away; in the order of time. */
export function timesAway(summary: SessionSummary): SessionSummary['absences'] {
  return summary.absences.filter((absence) => !lacksPictures(summary, absence));
}

/** For how many seconds of a stretch there are pictures. */
export function picturedSeconds({ without_pictures: gaps }: SessionSummary, span: Span): number {
  return gaps.reduce(
    (left, { start, end }) =>
      left - Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    span.end - span.start,
  );
}
