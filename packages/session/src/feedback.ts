import type { Emotion } from '@poise/core';
import type { ConfidenceLevel } from './schema.js';

/** True of any face that leads with a negative expression or is neutral only for the most part. */
const MIXED = 'Your expression looks mixed; let your brow and mouth rest for a moment.';

/** For a face that leads with angry, disgust, fear or sad. */
const TIGHT: Readonly<Record<ConfidenceLevel, string>> = Object.freeze({
  Excellent: MIXED,
  Confident: MIXED,
  Moderate: MIXED,
  Nervous: 'Some tightness shows around your brow or mouth; loosen your jaw.',
  Anxious: 'A tight expression is showing; breathe out slowly and let your shoulders drop.',
  'Very Anxious': 'A very tight expression is showing; take a short pause and one slow breath.',
});

/** For a face that leads with neutral. At "Excellent" a third or more of it is a smile. */
const CALM: Readonly<Record<ConfidenceLevel, string>> = Object.freeze({
  ...TIGHT,
  Excellent: 'Your expression looks calm, with a smile on its way.',
  Confident: 'Your expression looks calm and composed.',
  Nervous: MIXED,
});

/**
 * One calm sentence about what the camera sees. It follows the leading expression, because faces of
 * one level can look different, and it claims nothing about what is felt.
 *
 * @param level - the level of the frame's score.
 * @param dominant - the expression with the highest smoothed score.
 */
export function feedbackFor(level: ConfidenceLevel, dominant: Emotion): string {
  if (dominant === 'happy') return 'A smile is showing.';
  if (dominant === 'surprise') return 'Raised brows are showing; let your forehead rest.';
  return (dominant === 'neutral' ? CALM : TIGHT)[level];
}
