import type { MouthShape } from '@poise/core';
import { clampUnit } from './clamp-unit.js';
import type { RestingMouth } from './resting-person.js';
import { RunningMedian } from './running-median.js';

/**
 * How much wider than at rest a clearly smiling mouth is, as a share of its width at rest: in a video
 * of 200 s (600 readings), clear smiles were a median of 19 % wider than the face without a smile.
 */
export const SMILE_WIDENING = 0.2;

/** How much higher than at rest its corners lie, in distances of the eyes: 0.07 in the same video. */
export const SMILE_LIFT = 0.08;

/** Without a resting face, the mouth at rest is the median of this many readings or more: three seconds at ten a second. */
const WARM_UP_READINGS = 30;

/** Readings with more happy than this say nothing about the mouth at rest. */
export const NOT_SMILING = 0.3;

/**
 * How far a mouth has the shape of a smile, 0 or more: wider than at rest, and its corners higher,
 * each half of it. A clear smile is 1, a broad one more.
 */
export function smileShape(mouth: MouthShape, rest: RestingMouth): number {
  const widening = (mouth.width / rest.width - 1) / SMILE_WIDENING;
  const lift = (mouth.cornerLift - rest.cornerLift) / SMILE_LIFT;
  return (Math.max(0, widening) + Math.max(0, lift)) / 2;
}

/**
 * Shape and expression together, 0–1: their geometric mean, so that neither makes a smile without
 * the other. A wide vowel has the shape alone; a model that takes a squint for a smile has the
 * expression alone.
 *
 * @param happy - the smoothed score.
 * @param shape - of {@link smileShape}; null when the mouth cannot be read, and then the expression
 * counts alone.
 */
export function smileSignal(happy: number, shape: number | null): number {
  return shape === null ? happy : Math.sqrt(happy * clampUnit(shape));
}

/** The mouth at rest: that of the resting face, or the median so far of a face that does not smile. */
export class MouthAtRest {
  readonly #given: RestingMouth | null;
  readonly #width = new RunningMedian(0, 3, 0.01);
  readonly #lift = new RunningMedian(-1, 1, 0.005);

  constructor(given: RestingMouth | null) {
    this.#given = given;
  }

  /** Adds a reading. */
  add(mouth: MouthShape, happy: number): void {
    if (this.#given !== null || happy >= NOT_SMILING) return;
    this.#width.add(mouth.width);
    this.#lift.add(mouth.cornerLift);
  }

  /** The mouth at rest; null while it is not known. */
  get value(): RestingMouth | null {
    if (this.#given !== null) return this.#given;
    const width = this.#width.value;
    const cornerLift = this.#lift.value;
    if (this.#width.count < WARM_UP_READINGS || width === null || cornerLift === null) return null;
    return width <= 0 ? null : { width, cornerLift };
  }
}
