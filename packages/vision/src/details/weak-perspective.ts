import type { Sight } from './line-of-sight.js';
import type { RigidPoints } from './rigid-points.js';
import type { Rotation } from './rotation.js';

type Vector = readonly [number, number, number];

/** Where a rigid face lies before the camera: `rotation · point + (x, y, z)`, in eye distances. */
export interface Placement {
  readonly rotation: Rotation;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const scaled = (v: Vector, by: number): Vector => [v[0] * by, v[1] * by, v[2] * by];
const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const unit = (v: Vector): Vector => scaled(v, 1 / Math.hypot(...v));

/** The row of the linear map, by least squares, from the points to one coordinate of what is seen. */
function linearRow(face: RigidPoints, seen: Float64Array, offset: 0 | 1): Vector {
  const { points, inverseScatter } = face;
  let product: Vector = [0, 0, 0];
  for (let i = 0; i < points.length / 3; i++) {
    const point: Vector = [
      points[i * 3] as number,
      points[i * 3 + 1] as number,
      points[i * 3 + 2] as number,
    ];
    product = sum(product, scaled(point, seen[i * 3 + offset] as number));
  }
  return inverseScatter
    .map((column, axis) =>
      scaled([column[0], column[1], column[2]] as unknown as Vector, product[axis] as number),
    )
    .reduce(sum);
}

/**
 * A first placement, as if all of the face were equally far away: the linear map that fits best is
 * the first two rows of a rotation, scaled (DeMenthon and Davis 1995, first step of POSIT). What is
 * missing for a right angle between them is taken from both alike.
 */
export function weakPerspective(face: RigidPoints, sight: Sight): Placement {
  const a = linearRow(face, sight.points, 0);
  const b = linearRow(face, sight.points, 1);
  const z = 2 / (Math.hypot(...a) + Math.hypot(...b));
  const [right, down] = [unit(a), unit(b)];
  // The half sum and half difference of two unit vectors are at right angles.
  const along = unit(sum(right, down));
  const across = unit(sum(right, scaled(down, -1)));
  const x = unit(sum(along, across));
  const y = unit(sum(along, scaled(across, -1)));
  const rotation: Rotation = [
    ...x,
    ...y,
    x[1] * y[2] - x[2] * y[1],
    x[2] * y[0] - x[0] * y[2],
    x[0] * y[1] - x[1] * y[0],
  ];
  return { rotation, x: sight.meanU * z, y: sight.meanV * z, z };
}
