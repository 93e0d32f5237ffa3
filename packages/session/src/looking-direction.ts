import type { EyeReading, Eyes, FaceDetails } from '@poise/core';
import { isEvidence } from './quality-gate.js';
import { medianOf } from './running-median.js';

/**
 * How far the eyes are turned when the iris lies one width of the eye from the middle, in degrees.
 * The eye turns about a point some 10–12 mm behind the iris, and an eye is about 30 mm wide between
 * its corners: 30 / 11.5 radians for a small turn.
 */
export const EYE_DEGREES_PER_WIDTH = 150;

/**
 * Where head and eyes together point, in degrees. It is only ever compared with the same person's
 * own look at a known place: as an absolute direction it errs by some 20°.
 */
export interface LookingDirection {
  /** Above 0 to the right side of the picture. */
  readonly x: number;
  /** Above 0 upwards. */
  readonly y: number;
}

/** The eyes that can be read. */
export function readableEyes(eyes: Eyes | null): EyeReading[] {
  return eyes === null ? [] : [eyes.leftSide, eyes.rightSide].filter((eye) => eye !== null);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How far the eyes are open, the mean of those that can be read; null when none can. */
export function eyeOpenness(eyes: Eyes | null): number | null {
  const seen = readableEyes(eyes);
  return seen.length === 0 ? null : mean(seen.map(({ openness }) => openness));
}

/**
 * In a look into the camera the iris of each eye lies this much further out than the middle of the
 * eye, in widths of the eye, for the inner corner reaches farther: see `EyeReading`. The mean of both
 * eyes cancels it; of one eye alone it would be 7.5 degrees.
 */
const IRIS_OUTWARDS = 0.05;

/**
 * In a look into the camera the irises lie this much over the middle of the eye, in widths of the
 * eye: the median of 20 portraits that look into it, most of them between 0.05 and 0.09.
 */
const IRIS_UPWARDS = 0.07;

/** Where the irises lie across, 0 for a look straight ahead: the mean of the eyes that can be read. */
function irisXOf(eyes: Eyes | null): number {
  const values: number[] = [];
  if (eyes?.leftSide) values.push(eyes.leftSide.irisX + IRIS_OUTWARDS);
  if (eyes?.rightSide) values.push(eyes.rightSide.irisX - IRIS_OUTWARDS);
  return mean(values);
}

/**
 * Where a face looks: the turn of the head plus that of the eyes in it.
 *
 * @returns null when the pose or both eyes cannot be read, or the picture is too poor.
 */
export function lookingDirection({ pose, eyes, quality }: FaceDetails): LookingDirection | null {
  const seen = readableEyes(eyes);
  if (pose === null || seen.length === 0 || !isEvidence(quality)) return null;
  return {
    x: pose.yaw + EYE_DEGREES_PER_WIDTH * irisXOf(eyes),
    // The iris lies lower where the eye looks down.
    y: pose.pitch - EYE_DEGREES_PER_WIDTH * (mean(seen.map(({ irisY }) => irisY)) + IRIS_UPWARDS),
  };
}

/** Fewer readings than this are no look: half a second at the usual ten frames a second. */
export const MINIMUM_LOOK_READINGS = 5;

/** Under this share of a person's open eye, lids hide too much of the iris to say where it looks. */
export const IRIS_HIDDEN_SHARE = 0.6;

/**
 * Where a person looked, from readings of one look: the median, so that a blink or a glance away
 * does not count.
 *
 * @returns null when fewer than {@link MINIMUM_LOOK_READINGS} can be read.
 */
export function medianLook(readings: readonly FaceDetails[]): LookingDirection | null {
  const open = medianOf(readings.flatMap(({ eyes }) => eyeOpenness(eyes) ?? [])) ?? 0;
  const seen = readings.flatMap((details) => {
    const openness = eyeOpenness(details.eyes) ?? 0;
    return openness < IRIS_HIDDEN_SHARE * open ? [] : (lookingDirection(details) ?? []);
  });
  const x = medianOf(seen.map((look) => look.x));
  const y = medianOf(seen.map((look) => look.y));
  return x === null || y === null || seen.length < MINIMUM_LOOK_READINGS ? null : { x, y };
}
