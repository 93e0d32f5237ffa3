import type { Emotion } from '@poise/core';
import type { SegmentName } from '../insights/facts.js';

/** The names of the thirds of a session. */
export const SEGMENT_LABELS: Readonly<Record<SegmentName, string>> = {
  beginning: 'Beginning',
  middle: 'Middle',
  end: 'End',
};

/** How an expression is named: what was shown, not what was felt. */
export const EXPRESSION_LABELS: Readonly<Record<Emotion, string>> = {
  angry: 'angry-looking',
  disgust: 'disgusted-looking',
  fear: 'fearful-looking',
  happy: 'smiling',
  sad: 'sad-looking',
  surprise: 'surprised-looking',
  neutral: 'neutral',
};

/** What the report is, and what it is not. */
export const STATEMENTS = {
  selfPractice: 'For self-practice. Not for selecting, ranking or assessing people.',
  limits: 'Poise reads expressions shown, not feelings, and can be wrong.',
} as const;

/** What stands in one line beside every result: what it is for, and what it cannot know. */
export const LIMITS_LINE = `${STATEMENTS.selfPractice} ${STATEMENTS.limits}`;
