import type { Emotion } from '@poise/core';
import type { ConfidenceLevel } from './schema.js';

/** The names of the sentences about a frame. They stay, so that a page can say each in its language. */
export const FEEDBACK_CODES = [
  'smile',
  'calm_with_smile',
  'calm',
  'raised_brows',
  'mixed',
  'some_tightness',
  'tight',
  'very_tight',
] as const;

/** The name of a sentence about a frame. */
export type FeedbackCode = (typeof FEEDBACK_CODES)[number];

/** The sentences: calm, about what the camera sees, and they claim nothing about what is felt. */
export const FEEDBACK_SENTENCES: Readonly<Record<FeedbackCode, string>> = Object.freeze({
  smile: 'A smile is showing.',
  calm_with_smile: 'Your expression looks calm, with a smile on its way.',
  calm: 'Your expression looks calm and composed.',
  raised_brows: 'Raised brows are showing; let your forehead rest.',
  // True of any face that leads with a negative expression or is neutral only for the most part.
  mixed: 'Your expression looks mixed; let your brow and mouth rest for a moment.',
  some_tightness: 'Some tightness shows around your brow or mouth; loosen your jaw.',
  tight: 'A tight expression is showing; breathe out slowly and let your shoulders drop.',
  very_tight: 'A very tight expression is showing; take a short pause and one slow breath.',
});

/** For a face that leads with angry, disgust, fear or sad. */
const TIGHT: Readonly<Record<ConfidenceLevel, FeedbackCode>> = Object.freeze({
  Excellent: 'mixed',
  Confident: 'mixed',
  Moderate: 'mixed',
  Nervous: 'some_tightness',
  Anxious: 'tight',
  'Very Anxious': 'very_tight',
});

/** For a face that leads with neutral. At "Excellent" a third or more of it is a smile. */
const CALM: Readonly<Record<ConfidenceLevel, FeedbackCode>> = Object.freeze({
  ...TIGHT,
  Excellent: 'calm_with_smile',
  Confident: 'calm',
  Nervous: 'mixed',
});

/**
 * Which sentence goes with a frame. It follows the leading expression, because faces of one level
 * can look different.
 *
 * @param level - the level of the frame's score.
 * @param dominant - the expression with the highest smoothed score.
 */
export function feedbackCodeFor(level: ConfidenceLevel, dominant: Emotion): FeedbackCode {
  if (dominant === 'happy') return 'smile';
  if (dominant === 'surprise') return 'raised_brows';
  return (dominant === 'neutral' ? CALM : TIGHT)[level];
}
