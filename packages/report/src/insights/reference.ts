import { THRESHOLDS } from './thresholds.js';

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
  { code: 'resting_face', lower: 0.7, upper: 0.75 },
  { code: 'clear_smile', lower: 0.85, upper: 1 },
  { code: 'confident_level', lower: THRESHOLDS.confident, upper: 0.8 },
  { code: 'face_in_view', lower: 0.9, upper: 1 },
];

/** Whether a value lies under, within or over a reference. Ends count as within. */
export function compareToReference(
  value: number,
  { lower, upper }: ReferenceValue,
): 'below' | 'within' | 'above' {
  if (value < lower) return 'below';
  return value > upper ? 'above' : 'within';
}
