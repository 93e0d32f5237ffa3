import type { PracticePlan } from '../../practice/snapshot.js';
import { MOST_QUESTIONS } from '../../questions/parse-questions.js';
import { QUESTION_SETS } from '../../questions/question-set.js';

/** The sets to choose from; "own" is the person's list. */
export const SET_CHOICES = [...QUESTION_SETS, 'own'] as const;

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
  /** Whether other people are in the picture, and have agreed that their faces are found. */
  readonly withOthers: boolean;
}

/** About five minutes: long enough for a trend within it, short enough for every day. */
const COUNT_OF_SET = 3;

/** What is chosen before the person has chosen. */
export const FIRST_CHOICES: SetupChoices = Object.freeze({
  set: 'behavioural',
  ownText: '',
  count: COUNT_OF_SET,
  secondsPerQuestion: 90,
  withBaseline: true,
  keepRecording: false,
  withOthers: false,
});

/** How many questions can be asked for. */
const COUNTS = [1, 2, 3, 5, 8] as const;

/** Another set: of the person's own list all is asked, for it was made for this. */
export function withSet(choices: SetupChoices, set: SetChoice): SetupChoices {
  if ((set === 'own') === (choices.set === 'own')) return { ...choices, set };
  return { ...choices, set, count: set === 'own' ? MOST_QUESTIONS : COUNT_OF_SET };
}

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
 * What is to be practised. Of a set other questions are drawn each time; the person's own list keeps
 * its order.
 *
 * @param questions - of the chosen set or list.
 * @param random - gives numbers of 0–1, 1 excluded.
 */
export function planOf(
  choices: SetupChoices,
  questions: readonly string[],
  random: () => number,
): PracticePlan {
  const { set, secondsPerQuestion, withBaseline, keepRecording, count } = choices;
  const ordered = set === 'own' ? questions : shuffled(questions, random);
  return {
    questions: ordered.slice(0, count),
    secondsPerQuestion,
    withBaseline,
    keepRecording,
  };
}

/** In a random order (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return drawn;
}
