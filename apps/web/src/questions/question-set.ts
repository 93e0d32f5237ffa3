/** The sets of questions, in the order in which they are offered. */
export const QUESTION_SETS = ['behavioural', 'technical', 'leadership', 'first-job'] as const;

/** The name of a set of questions. */
export type QuestionSetName = (typeof QUESTION_SETS)[number];

/** All sets in one language. */
export type QuestionSets = Readonly<Record<QuestionSetName, readonly string[]>>;
