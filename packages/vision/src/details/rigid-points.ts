import { MIDDLE_POINTS, PAIRED_POINTS } from './canonical-face.js';
import { solvePositiveDefinite } from './cholesky.js';

type Row = readonly [index: number, x: number, y: number, z: number];

/** The canonical face as the fit wants it. */
export interface RigidPoints {
  /** Indices in the mesh. */
  readonly indices: readonly number[];
  /** x, y, z of each point, about the mean of all. */
  readonly points: Float64Array;
  /** The columns of the inverse of `Σ p pᵀ`, three by three. */
  readonly inverseScatter: readonly Float64Array[];
}

function canonicalRows(): Row[] {
  const middle = MIDDLE_POINTS.map(([index, y, z]): Row => [index, 0, y, z]);
  const sides = PAIRED_POINTS.flatMap(([left, right, x, y, z]): Row[] => [
    [left, -x, y, z],
    [right, x, y, z],
  ]);
  return [...middle, ...sides];
}

function invertScatter(points: Float64Array): Float64Array[] {
  const scatter = new Float64Array(9);
  for (let i = 0; i < points.length; i += 3) {
    for (let cell = 0; cell < 9; cell++) {
      const product =
        (points[i + Math.floor(cell / 3)] as number) * (points[i + (cell % 3)] as number);
      scatter[cell] = (scatter[cell] as number) + product;
    }
  }
  return [0, 1, 2].map((axis) => {
    const column = new Float64Array(3);
    column[axis] = 1;
    solvePositiveDefinite(scatter.slice(), column);
    return column;
  });
}

/** Prepares the canonical face. */
export function rigidPoints(): RigidPoints {
  const rows = canonicalRows();
  const mean = ([1, 2, 3] as const).map(
    (axis) => rows.reduce((sum, row) => sum + row[axis], 0) / rows.length,
  ) as [number, number, number];
  const points = new Float64Array(
    rows.flatMap(([, x, y, z]) => [x - mean[0], y - mean[1], z - mean[2]]),
  );
  return { indices: rows.map(([index]) => index), points, inverseScatter: invertScatter(points) };
}
