import type { PracticePlan } from '../../practice/snapshot.js';

/** The sets to choose from; "own" is the person's list. */
export const SET_CHOICES = ['behavioural', 'technical', 'leadership', 'first-job', 'own'] as const;

/** One of {@link SET_CHOICES}. */
export type SetChoice = (typeof SET_CHOICES)[number];

/** Seconds for a question to choose from; null: no limit. */
export const TIME_CHOICES = [30, 60, 90, 120, null] as const;

/** What the person has chosen on the setup page. */
export interface SetupChoices {
  readonly set: SetChoice;
  /** The person's own list as it was typed. */
  readonly ownText: string;
  /** How many questions are asked, if there are as many. */
  readonly count: number;
  readonly secondsPerQuestion: number | null;
  readonly withBaseline: boolean;
  readonly keepRecording: boolean;
}

/** What is chosen before the person has chosen. */
export const FIRST_CHOICES: SetupChoices = Object.freeze({
  set: 'behavioural',
  ownText: '',
  // About five minutes: long enough for a trend within it, short enough for every day.
  count: 3,
  secondsPerQuestion: 90,
  withBaseline: true,
  keepRecording: false,
});

/** How many questions can be asked for. */
export const COUNTS = [1, 2, 3, 5, 8] as const;

/**
 * The numbers of questions to choose from when there are so many.
 *
 * @param available - questions in the set or the list.
 */
export function countsFor(available: number): number[] {
  const counts: number[] = COUNTS.filter((count) => count < available);
  return available > 0 ? [...counts, available] : counts;
}

/**
 * What is to be practised.
 *
 * @param questions - of the chosen set or list, in the order in which they are asked.
 */
export function planOf(choices: SetupChoices, questions: readonly string[]): PracticePlan {
  const { secondsPerQuestion, withBaseline, keepRecording, count } = choices;
  return {
    questions: questions.slice(0, count),
    secondsPerQuestion,
    withBaseline,
    keepRecording,
  };
}
