import type { MouthShape } from '@poise/core';
import type { PoseFit } from './fit-pose.js';

/** Mesh points: outer corners of the eyes, corners of the mouth, middle of the inner lips. */
const EYES = [33, 263] as const;
const CORNERS = [61, 291] as const;
const UPPER_LIP = 13;
const LOWER_LIP = 14;

/**
 * How far a face may be turned, in degrees. Neutral mouths of FER2013 measure the same, within 0.02,
 * up to 30° of yaw; between 30° and 40° more than half of the lift of smiling ones is lost. Looking
 * down by 15° to 25°, a smile is told from none less well (area under the curve 0.94 in place of
 * 0.98); beyond 25°, and looking up by more than 35°, there were too few faces to measure.
 */
const MAX_YAW = 35;
const MIN_PITCH = -25;
const MAX_PITCH = 35;

type Point = readonly [x: number, y: number, z: number];

/** A point of the mesh on the face turned to the camera: the pose undone. */
function frontal(mesh: Float32Array, index: number, { rotation: r }: PoseFit): Point {
  const x = mesh[index * 3] as number;
  const y = mesh[index * 3 + 1] as number;
  const z = mesh[index * 3 + 2] as number;
  return [
    r[0] * x + r[3] * y + r[6] * z,
    r[1] * x + r[4] * y + r[7] * z,
    r[2] * x + r[5] * y + r[8] * z,
  ];
}

/**
 * The shape of the mouth. The mesh's own depth is used to undo the pose. Of 4,178 faces of FER2013
 * that most taggers called happy or neutral, `cornerLift` alone tells the two apart with an area
 * under the curve of 0.976, `width` 0.948, `opening` 0.886.
 *
 * @param mesh - 468 points, x, y, z each, in frame pixels.
 * @returns null without a pose, or when the face is too turned.
 */
export function mouthShape(mesh: Float32Array, pose: PoseFit | null): MouthShape | null {
  if (pose === null) return null;
  const { yaw, pitch } = pose.angles;
  if (Math.abs(yaw) > MAX_YAW || pitch < MIN_PITCH || pitch > MAX_PITCH) return null;
  const at = (index: number) => frontal(mesh, index, pose);
  const eyeDistance = Math.hypot(...at(EYES[0]).map((value, i) => value - (at(EYES[1])[i] ?? 0)));
  if (!(eyeDistance > 0)) return null;
  const [left, right] = [at(CORNERS[0]), at(CORNERS[1])];
  const [upper, lower] = [at(UPPER_LIP), at(LOWER_LIP)];
  const flat = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]) / eyeDistance;
  return {
    width: flat(left, right),
    cornerLift: ((upper[1] + lower[1]) / 2 - (left[1] + right[1]) / 2) / eyeDistance,
    opening: flat(upper, lower),
  };
}
