import type { EyeReading, Eyes, HeadPose } from '@poise/core';
import type { Point } from '../region.js';
import type { EyePoints, EyeSide } from './iris-reader.js';

/** Points of the iris model: outer and inner corner, and the middle of the iris. */
const OUTER_CORNER = 0;
const INNER_CORNER = 8;
const IRIS_CENTER = 71;

/** Points over each other on the upper and the lower lid, in the middle of the eye. */
const LID_PAIRS = [
  [11, 3],
  [12, 4],
  [13, 5],
] as const;

/**
 * Narrowest eye that is read, in frame pixels. Frames of franck.mp4 and cap13_edit2.mp4 shrunk: at
 * 6.2 pixels open eyes read 0.33 (0.35 at full size) and closed ones under 0.1; at 4.5 pixels open
 * ones fall to 0.30, the lowest to 0.21, and closed ones rise to 0.12.
 */
const MIN_EYE_WIDTH = 6;

/**
 * Darkest eye that is read, mean luma. The same frames darkened, with noise of two levels: a quarter
 * of the light (about 30) leaves closed eyes at 0.09; an eighth (about 15) lifts them to 0.16, where
 * a blink is lost.
 */
const MIN_EYE_LUMA = 22;

/**
 * How far a face may be turned for the eye that is farther away, in degrees, and for the near one:
 * beyond, the bridge of the nose covers the inner corner of the first, and the second is seen from
 * the side. Chosen from the shape of a face, not measured.
 */
const MAX_FAR_YAW = 30;
const MAX_NEAR_YAW = 50;

/** The farthest from the middle that an iris can stand, in widths of the eye, along and across it. */
const MAX_IRIS_X = 0.5;
const MAX_IRIS_Y = 0.4;

/** No eye is opened wider than this: those of three recordings reach 0.43. */
const MAX_OPENNESS = 0.7;

function at({ points }: EyePoints, index: number): Point {
  return { x: points[index * 2] as number, y: points[index * 2 + 1] as number };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** One eye, or null when what the model saw cannot be an eye or is too small or too dark. */
function readEye(eye: EyePoints, outerIsLeft: boolean): EyeReading | null {
  const outer = at(eye, OUTER_CORNER);
  const inner = at(eye, INNER_CORNER);
  const [left, right] = outerIsLeft ? [outer, inner] : [inner, outer];
  const width = distance(left, right);
  if (!(width >= MIN_EYE_WIDTH) || eye.luma < MIN_EYE_LUMA) return null;
  const lids = LID_PAIRS.map(([upper, lower]) => distance(at(eye, upper), at(eye, lower)));
  const openness = lids.reduce((a, b) => a + b) / lids.length / width;
  const along = { x: (right.x - left.x) / width, y: (right.y - left.y) / width };
  const iris = at(eye, IRIS_CENTER);
  const x = iris.x - (left.x + right.x) / 2;
  const y = iris.y - (left.y + right.y) / 2;
  const irisX = (x * along.x + y * along.y) / width;
  const irisY = (y * along.x - x * along.y) / width;
  const plausible =
    openness <= MAX_OPENNESS && Math.abs(irisX) <= MAX_IRIS_X && Math.abs(irisY) <= MAX_IRIS_Y;
  return plausible ? { openness, irisX, irisY } : null;
}

/**
 * The eyes that a face shows to the camera: one that is turned away cannot be read.
 *
 * @param pose - how the face is turned; null when that is not known.
 */
export function eyesInSight(pose: HeadPose | null): EyeSide[] {
  if (pose === null) return [];
  // A face that turns to the right of the picture hides the eye on that side.
  const sides: EyeSide[] = [];
  if (-pose.yaw <= MAX_FAR_YAW && pose.yaw <= MAX_NEAR_YAW) sides.push('leftSide');
  if (pose.yaw <= MAX_FAR_YAW && -pose.yaw <= MAX_NEAR_YAW) sides.push('rightSide');
  return sides;
}

/** What the eyes of a face show; null when neither can be read, or none was looked at. */
export function readEyes(seen: ReadonlyMap<EyeSide, EyePoints>): Eyes | null {
  const read = (side: EyeSide): EyeReading | null => {
    const eye = seen.get(side);
    return eye === undefined ? null : readEye(eye, side === 'leftSide');
  };
  const eyes = { leftSide: read('leftSide'), rightSide: read('rightSide') };
  return eyes.leftSide === null && eyes.rightSide === null ? null : eyes;
}
