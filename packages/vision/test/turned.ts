import type { Frame, HeadPose } from '@poise/core';
import { multiply, type Rotation, rotationOfVector } from '../src/details/rotation.js';

/** The rotation of yaw, pitch and roll: a nod, then a turn about the upright, then a lean. */
export function rotationOf(pose: HeadPose): Rotation {
  const [yaw, pitch, roll] = [pose.yaw, pose.pitch, pose.roll].map(
    (angle) => (angle * Math.PI) / 180,
  ) as [number, number, number];
  const turned = multiply(rotationOfVector(0, -yaw, 0), rotationOfVector(-pitch, 0, 0));
  return multiply(rotationOfVector(0, 0, roll), turned);
}

/** A camera as in the wild: the frame's longer side is the focal length. */
const focalOf = ({ width, height }: Frame) => Math.max(width, height);

type Point = readonly [number, number, number];

function middleOf(mesh: Float32Array): Point {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < mesh.length; i++) sum[i % 3] = (sum[i % 3] ?? 0) + (mesh[i] as number);
  const count = mesh.length / 3;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/**
 * Moves a point of a picture with its depth as a head moves that turns about its middle before a
 * camera. Returns its place on the picture and its depth, in pixels.
 */
function mover(frame: Frame, mesh: Float32Array, turn: Rotation): (point: Point) => Point {
  const focal = focalOf(frame);
  const [cx, cy] = [frame.width / 2, frame.height / 2];
  const [mx, my, mz] = middleOf(mesh);
  const lift = ([x, y, z]: Point): Point => {
    const depth = focal + z - mz;
    return [((x - cx) * depth) / focal, ((y - cy) * depth) / focal, depth];
  };
  const middle = lift([mx, my, mz]);
  return (point) => {
    const [x, y, z] = lift(point).map(
      (value, i) => value - (middle[i] as number),
    ) as unknown as Point;
    const at = (row: number) =>
      (turn[row * 3] as number) * x +
      (turn[row * 3 + 1] as number) * y +
      (turn[row * 3 + 2] as number) * z +
      (middle[row] as number);
    const depth = at(2);
    return [cx + (at(0) * focal) / depth, cy + (at(1) * focal) / depth, depth];
  };
}

/** The mesh of a head that turned on by some angles. */
export function turnMesh(frame: Frame, mesh: Float32Array, by: HeadPose): Float32Array {
  const move = mover(frame, mesh, rotationOf(by));
  const turned = new Float32Array(mesh.length);
  for (let i = 0; i < mesh.length; i += 3) {
    turned.set(move([mesh[i] as number, mesh[i + 1] as number, mesh[i + 2] as number]), i);
  }
  return turned;
}

/** The depth of a picture around a mesh: near each point its own, between them a mixture. */
function depthAt(mesh: Float32Array, x: number, y: number): number {
  let weights = 0;
  let sum = 0;
  for (let i = 0; i < mesh.length; i += 3) {
    const distance = ((mesh[i] as number) - x) ** 2 + ((mesh[i + 1] as number) - y) ** 2;
    const weight = 1 / (distance + 1) ** 2;
    weights += weight;
    sum += weight * (mesh[i + 2] as number);
  }
  return sum / weights;
}

/** Every pixel is painted as so many across and down, so that a turned picture has no gaps. */
const PAINTS = 3;

/** Depth is known on a grid of so many pixels. */
const GRID = 3;

/**
 * The picture of a head that turned on by some angles: the photograph laid over the relief of its
 * mesh, turned and seen again in perspective. What was hidden before stays gray.
 */
export function turnPicture(frame: Frame, mesh: Float32Array, by: HeadPose): Frame {
  const { width, height, data } = frame;
  const move = mover(frame, mesh, rotationOf(by));
  const columns = Math.ceil(width / GRID) + 1;
  const depths = Float32Array.from({ length: columns * (Math.ceil(height / GRID) + 1) }, (_, i) =>
    depthAt(mesh, (i % columns) * GRID, Math.floor(i / columns) * GRID),
  );
  const out = new Uint8Array(data.length).fill(128);
  const nearest = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (let j = 0; j < height * PAINTS; j++) {
    for (let i = 0; i < width * PAINTS; i++) {
      const [x, y] = [(i + 0.5) / PAINTS, (j + 0.5) / PAINTS];
      const [column, row] = [Math.floor(x / GRID), Math.floor(y / GRID)];
      const [u, v] = [x / GRID - column, y / GRID - row];
      const at = (c: number, r: number) => depths[(row + r) * columns + column + c] as number;
      const depth =
        (1 - v) * ((1 - u) * at(0, 0) + u * at(1, 0)) + v * ((1 - u) * at(0, 1) + u * at(1, 1));
      const [tx, ty, tz] = move([x, y, depth]);
      const [px, py] = [Math.floor(tx), Math.floor(ty)];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const to = py * width + px;
      if (tz >= (nearest[to] as number)) continue;
      nearest[to] = tz;
      const from = (Math.floor(y) * width + Math.floor(x)) * 3;
      out.set(data.subarray(from, from + 3), to * 3);
    }
  }
  return { ...frame, data: out };
}

/** The pose that a face has after turning on. */
export function turnedOn(before: HeadPose, by: HeadPose): Rotation {
  return multiply(rotationOf(by), rotationOf(before));
}

/** The angle between two rotations, in degrees. */
export function angleBetween(a: Rotation, b: Rotation): number {
  const trace = a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  return (Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))) * 180) / Math.PI;
}
