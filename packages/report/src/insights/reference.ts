import { confidenceLevelMinimum, REFERENCE_SCORES } from '@poise/session';
import { wholePercent } from '../format.js';

/** A documented value to hold a session against. It says nothing about other people. */
export interface ReferenceValue {
  readonly code: 'resting_face' | 'clear_smile' | 'confident_level' | 'face_in_view';
  readonly lower: number;
  readonly upper: number;
}

/**
 * The reference values of the score, each following from how the score is made: a neutral face
 * scores 0.70–0.75, a clear smile 0.85 or more, the level "Confident" begins at 0.65. A face in
 * view for 0.9 of the time leaves no third unseen.
 */
export const REFERENCE_VALUES: readonly ReferenceValue[] = [
  { code: 'resting_face', ...REFERENCE_SCORES.neutral },
  { code: 'clear_smile', ...REFERENCE_SCORES.clearSmile },
  {
    code: 'confident_level',
    lower: confidenceLevelMinimum('Confident'),
    upper: confidenceLevelMinimum('Excellent'),
  },
  { code: 'face_in_view', lower: 0.9, upper: 1 },
];

/** How a value lies to a reference. */
export type ReferenceResult = 'below' | 'within' | 'above' | 'unclear';

/**
 * Whether a value lies under, within or over a reference; `unclear` when it lies outside, but its
 * interval reaches in. Ends count as within.
 *
 * @param value - 0–1.
 * @param interval - the value's 95 % interval, or null for a value that is exact.
 */
export function compareToReference(
  value: number,
  interval: { readonly lower: number; readonly upper: number } | null,
  reference: ReferenceValue,
): ReferenceResult {
  // In whole percent, as the reader sees it: 69.8 % is read as 70 %.
  const read = wholePercent(value) / 100;
  if (read >= reference.lower && read <= reference.upper) return 'within';
  if (interval !== null && interval.lower <= reference.upper && interval.upper >= reference.lower) {
    return 'unclear';
  }
  return value < reference.lower ? 'below' : 'above';
}
