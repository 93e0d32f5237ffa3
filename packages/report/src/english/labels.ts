import type { LabelWords, StatementWords } from '../words/report-words.js';

/** The names of things in English. */
export const LABELS: LabelWords = {
  segments: { beginning: 'Beginning', middle: 'Middle', end: 'End' },
  levels: {
    Excellent: 'Excellent',
    Confident: 'Confident',
    Moderate: 'Moderate',
    Nervous: 'Nervous',
    Anxious: 'Anxious',
    'Very Anxious': 'Very Anxious',
  },
  expressions: {
    angry: 'angry-looking',
    disgust: 'disgusted-looking',
    fear: 'fearful-looking',
    happy: 'smiling',
    sad: 'sad-looking',
    surprise: 'surprised-looking',
    neutral: 'neutral',
  },
  inQuestion: (where, number) => `${where} (question ${number})`,
};

/** What the report is, and what it is not. */
export const STATEMENTS: StatementWords = {
  selfPractice: 'For self-practice. Not for selecting, ranking or assessing people.',
  limits: 'Poise reads expressions shown, not feelings, and can be wrong.',
};
