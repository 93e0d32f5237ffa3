import type { HeadPose } from '@poise/core';

/** A rotation matrix, row by row: nine values. */
export type Rotation = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** `a` after `b`. */
export function multiply(a: Rotation, b: Rotation): Rotation {
  const cell = (row: number, column: number) =>
    (a[row * 3] as number) * (b[column] as number) +
    (a[row * 3 + 1] as number) * (b[3 + column] as number) +
    (a[row * 3 + 2] as number) * (b[6 + column] as number);
  return [
    cell(0, 0),
    cell(0, 1),
    cell(0, 2),
    cell(1, 0),
    cell(1, 1),
    cell(1, 2),
    cell(2, 0),
    cell(2, 1),
    cell(2, 2),
  ];
}

/** The turn about an axis by its length in radians (Rodrigues' formula). */
export function rotationOfVector(x: number, y: number, z: number): Rotation {
  const angle = Math.hypot(x, y, z);
  const cos = Math.cos(angle);
  // Towards no turn at all, sin(a)/a goes to 1 and (1 − cos a)/a² to ½.
  const s = angle < 1e-8 ? 1 : Math.sin(angle) / angle;
  const c = angle < 1e-8 ? 0.5 : (1 - cos) / (angle * angle);
  return [
    cos + c * x * x,
    c * x * y - s * z,
    c * x * z + s * y,
    c * x * y + s * z,
    cos + c * y * y,
    c * y * z - s * x,
    c * x * z - s * y,
    c * y * z + s * x,
    cos + c * z * z,
  ];
}

const DEGREES = 180 / Math.PI;

/**
 * A rotation as yaw, pitch and roll. It is taken apart as a nod, then a turn about the upright, then
 * a lean, so that leaning the picture changes the roll alone. Axes: x to the right of the picture, y
 * down, z away from the camera; a face without any turn looks along −z, at the camera.
 */
export function anglesOf(rotation: Rotation): HeadPose {
  const [r00, , , r10, , , r20, r21, r22] = rotation;
  return {
    yaw: Math.asin(Math.max(-1, Math.min(1, r20))) * DEGREES,
    pitch: Math.atan2(-r21, r22) * DEGREES,
    roll: Math.atan2(r10, r00) * DEGREES,
  };
}
