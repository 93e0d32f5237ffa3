import type { FaceDetails } from '@poise/core';
import { type FacingRegion, regionOfResting } from './facing-region.js';
import { eyeOpenness, MINIMUM_LOOK_READINGS } from './looking-direction.js';
import { isEvidence } from './quality-gate.js';
import { medianOf } from './running-median.js';

/** The mouth of a person at rest, in distances of the eyes. */
export interface RestingMouth {
  readonly width: number;
  readonly cornerLift: number;
}

/** What a resting face tells about a person; null where it cannot be read. */
export interface RestingPerson {
  /** How far the eyes are open. */
  readonly openness: number | null;
  readonly mouth: RestingMouth | null;
  /** Standard deviation of a pose that is held, in degrees. */
  readonly poseNoise: number | null;
  /** Where the person looks when at rest. */
  readonly region: FacingRegion | null;
}

/** Nothing is known of the person. */
export const UNKNOWN_PERSON: RestingPerson = Object.freeze({
  openness: null,
  mouth: null,
  poseNoise: null,
  region: null,
});

/** An eye that is never open further than this cannot be told from a closed one. */
const SMALLEST_OPEN_EYE = 0.1;

function enough(values: readonly number[]): number | null {
  return values.length < MINIMUM_LOOK_READINGS ? null : medianOf(values);
}

/**
 * The standard deviation of a reading from the steps between one and the next: slow movement hardly
 * counts, so that a head that settles is not taken for noise. The median keeps single jumps out;
 * 0.6745 is its share of a standard deviation for normal noise.
 */
function noiseOf(values: readonly number[]): number {
  const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  return (medianOf(steps) ?? 0) / 0.6745 / Math.SQRT2;
}

/**
 * What readings of a resting face tell about a person.
 *
 * @param smiling - whether the person smiled meanwhile: then the mouth was not at rest.
 */
export function restingPerson(resting: readonly FaceDetails[], smiling: boolean): RestingPerson {
  const seen = resting.filter(({ quality }) => isEvidence(quality));
  const poses = seen.flatMap(({ pose }) => pose ?? []);
  const mouths = smiling ? [] : seen.flatMap(({ mouth }) => mouth ?? []);
  const openness = enough(seen.flatMap(({ eyes }) => eyeOpenness(eyes) ?? []));
  const width = enough(mouths.map((mouth) => mouth.width));
  const cornerLift = enough(mouths.map((mouth) => mouth.cornerLift));
  return {
    openness: openness === null || openness < SMALLEST_OPEN_EYE ? null : openness,
    mouth: width === null || cornerLift === null || width <= 0 ? null : { width, cornerLift },
    poseNoise:
      poses.length < MINIMUM_LOOK_READINGS
        ? null
        : Math.max(noiseOf(poses.map(({ pitch }) => pitch)), noiseOf(poses.map(({ yaw }) => yaw))),
    region: regionOfResting(seen),
  };
}
