import type { ConfidenceLevel } from './schema.js';

/** A colour: red, green and blue, each 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** One level of the confidence score. */
export interface ConfidenceLevelEntry {
  /** Its name. */
  readonly level: ConfidenceLevel;
  /** The lowest score that has it. */
  readonly minimum: number;
  /**
   * Its colour. The six run from orange to a bluish green along a straight line in OKLCh, and get
   * darker on the way: the ends differ for every common kind of colour blindness (they lie near
   * orange and bluish green of Okabe and Ito 2008), and the order survives in gray. None is red: a
   * low score is not an alarm.
   */
  readonly color: Rgb;
}

/**
 * The six levels, from the highest down. Their scale is that of the exported JSON. The scores that
 * frames get today lie in 0.40–0.95 (see `EXPRESSION_WEIGHTS`), so "Anxious" and "Very Anxious" are
 * reached by no face: no expression model is sure enough of a negative expression for such a word.
 */
export const CONFIDENCE_LEVELS: readonly ConfidenceLevelEntry[] = Object.freeze([
  {
    level: 'Excellent',
    minimum: 0.8,
    color: [0, 120, 95],
  },
  {
    level: 'Confident',
    minimum: 0.65,
    color: [58, 135, 83],
  },
  {
    level: 'Moderate',
    minimum: 0.5,
    color: [104, 147, 64],
  },
  {
    level: 'Nervous',
    minimum: 0.35,
    color: [150, 155, 37],
  },
  {
    level: 'Anxious',
    minimum: 0.2,
    color: [196, 159, 2],
  },
  {
    level: 'Very Anxious',
    minimum: 0,
    color: [240, 160, 30],
  },
] as const);

const LOWEST: ConfidenceLevelEntry = CONFIDENCE_LEVELS.at(-1) as ConfidenceLevelEntry;

/**
 * The level of a score, with its colour.
 *
 * @param score - 0–1.
 */
export function confidenceLevelEntry(score: number): ConfidenceLevelEntry {
  return CONFIDENCE_LEVELS.find(({ minimum }) => score >= minimum) ?? LOWEST;
}

/**
 * The lowest score that has a level.
 *
 * @param level - the name of the level.
 */
export function confidenceLevelMinimum(level: ConfidenceLevel): number {
  return CONFIDENCE_LEVELS.find((entry) => entry.level === level)?.minimum ?? LOWEST.minimum;
}

/**
 * The name of the level of a score: 0.80 or more is Excellent, 0.65 Confident, 0.50 Moderate, 0.35
 * Nervous, 0.20 Anxious, less is Very Anxious.
 *
 * @param score - 0–1.
 */
export function confidenceLevel(score: number): ConfidenceLevel {
  return confidenceLevelEntry(score).level;
}
