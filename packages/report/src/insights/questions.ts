import type { SessionSummary } from '@poise/session';
import type { Span } from '../format.js';
import type { Facts } from './facts.js';

/** One question needs no number: everything lies in it. */
const QUESTIONS_WITH_NUMBERS = 2;

/**
 * The number, from 1, of the question in which more than half of a stretch lies; null when there is
 * none, and for the whole session.
 */
export function questionOf(span: Span, { summary, whole }: Facts): number | null {
  const { questions } = summary;
  if (questions.length < QUESTIONS_WITH_NUMBERS) return null;
  if (span.start === whole.start && span.end === whole.end) return null;
  const index = questions.findIndex((question) => liesIn(span, question));
  return index < 0 ? null : index + 1;
}

function liesIn(span: Span, question: SessionSummary['questions'][number]): boolean {
  const length = span.end - span.start;
  if (length === 0) return span.start >= question.start && span.start < question.end;
  const shared = Math.min(span.end, question.end) - Math.max(span.start, question.start);
  return shared > length / 2;
}
