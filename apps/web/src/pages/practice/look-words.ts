import type { LookOutcome, ToldLook } from '../../practice/look-outcome.js';
import type { PageText } from '../../text/en.js';

/** What is said of a look that could not be used. */
export interface LookWords {
  readonly title: string;
  /** What stood in the way, and what helps. */
  readonly reason: string;
  /** What the report has to do without. */
  readonly lost: string;
}

type LooksText = PageText['practice']['looks'];

/** The face of the first look was read, and only where it looked was not. */
function faceWasRead(outcome: LookOutcome): boolean {
  return outcome === 'eyes' || outcome === 'turned_away';
}

/** Says why a look could not be used; null for one that could. */
export function lookWords({ name, outcome }: ToldLook, looks: LooksText): LookWords | null {
  if (outcome === 'read') return null;
  const kind =
    outcome === 'too_far'
      ? 'far'
      : name === 'question-look'
        ? 'question'
        : faceWasRead(outcome)
          ? 'camera'
          : 'face';
  return { ...looks.unread[kind], reason: looks.reasons[outcome] };
}
