import type { SessionSummary } from '@poise/session';
import { formatDuration } from './format.js';
import type { ReportWords } from './words/report-words.js';

/** What a report says of the other people in view. */
export interface OthersView {
  /** What the fact is called. */
  readonly name: string;
  /** How many there were, and for how long without the candidate. */
  readonly value: string;
}

/**
 * Who else was in view.
 *
 * @returns null where nobody was, or nobody was counted.
 */
export function othersView(
  { others_in_view: others }: SessionSummary,
  { formats, report: { information: texts } }: ReportWords,
): OthersView | null {
  if (others === null || others.people === 0) return null;
  const alone = others.seconds_without_person;
  return {
    name: texts.others,
    value: texts.othersSeen(
      others.people,
      alone > 0 ? formatDuration(alone, formats) : null,
      others.capped,
    ),
  };
}
