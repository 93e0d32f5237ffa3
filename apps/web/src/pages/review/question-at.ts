import type { QuestionSummary } from '@poise/session';

/**
 * The question that was up at a time; null between two, and in a session without questions.
 *
 * @param time - seconds on the session's clock.
 */
export function questionAt(
  questions: readonly QuestionSummary[],
  time: number,
): QuestionSummary | null {
  return questions.find(({ start, end }) => time >= start && time < end) ?? null;
}
