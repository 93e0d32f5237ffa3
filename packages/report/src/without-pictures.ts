import type { SessionSummary } from '@poise/session';
import type { Span } from './format.js';

/** Whether a recording has no pictures of a whole stretch, so that nobody knows who was there. */
export function lacksPictures({ without_pictures: gaps }: SessionSummary, span: Span): boolean {
  return gaps.some(({ start, end }) => start <= span.start && end >= span.end);
}
