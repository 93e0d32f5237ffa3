import type { Box, Frame } from '@poise/core';
import type { FaceDetection } from './face-detector.js';
import { lineAngle, type Point, type Region, regionToFrame } from './region.js';
import { outputOf, type RuntimeModel } from './runtime.js';
import { type ValueRange, warpRgb } from './warp.js';

/** Points of the mesh. */
export const MESH_POINTS = 468;

/** Side of the mesh model's input, in pixels; its outputs are in the same unit. */
const INPUT_SIZE = 192;

/**
 * How much of the surroundings the mesh model sees: it was trained on squares half as wide again as
 * the face (MediaPipe Face Mesh model card).
 */
const REGION_SCALE = 1.5;

/** Outer corners of the eyes: the mesh points that move least with an expression. */
const LEFT_SIDE_EYE = 33;
const RIGHT_SIDE_EYE = 263;

/** The mesh of one face in a frame. */
export interface FaceMesh {
  /** 468 points, x, y, z each, in frame pixels; z grows away from the camera, 0 near the head's middle. */
  readonly points: Float32Array;
  /** How sure the model is that it sees a face, 0–1. */
  readonly presence: number;
}

/** One point of a mesh. */
function meshPoint(points: Float32Array, index: number): Point {
  return { x: points[index * 3] ?? Number.NaN, y: points[index * 3 + 1] ?? Number.NaN };
}

/** The turn of the line through the outer eye corners, in radians. */
function eyeLineAngle(points: Float32Array): number {
  return lineAngle(meshPoint(points, LEFT_SIDE_EYE), meshPoint(points, RIGHT_SIDE_EYE));
}

/** Left, top, right and bottom of a mesh after turning it by `-angle` about the frame's origin. */
export function meshBounds(
  points: Float32Array,
  angle: number,
): { left: number; top: number; right: number; bottom: number } {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < MESH_POINTS; i++) {
    const { x, y } = meshPoint(points, i);
    const u = cos * x + sin * y;
    const v = cos * y - sin * x;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  return { left, top, right, bottom };
}

/** The upright box that holds a mesh, in frame pixels. */
export function meshBox(points: Float32Array): Box {
  const { left, top, right, bottom } = meshBounds(points, 0);
  return [left, top, right - left, bottom - top];
}

/** Where to look for the mesh of a face that a detector just found. */
export function regionOfDetection(face: FaceDetection): Region {
  const [x, y, width, height] = face.meshSquare ?? face.box;
  return {
    centerX: x + width / 2,
    centerY: y + height / 2,
    size: Math.max(width, height) * REGION_SCALE,
    angle: lineAngle(face.leftSideEye, face.rightSideEye),
  };
}

/**
 * The square that holds a mesh, turned upright by the eye line, then scaled and moved.
 *
 * @param scale - its side as a multiple of the mesh's longer side.
 * @param lift - how far its centre lies over the mesh's, as a share of its side.
 */
export function uprightRegion(points: Float32Array, scale: number, lift = 0): Region {
  const angle = eyeLineAngle(points);
  const { left, top, right, bottom } = meshBounds(points, angle);
  const size = Math.max(right - left, bottom - top) * scale;
  const u = (left + right) / 2;
  const v = (top + bottom) / 2 - lift * size;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { centerX: cos * u - sin * v, centerY: sin * u + cos * v, size, angle };
}

/** Where to look for a face whose mesh in the frame before is known. */
export function regionOfMesh(points: Float32Array): Region {
  return uprightRegion(points, REGION_SCALE);
}

/** Reads the mesh of the face in a region of a frame. */
export class FaceMeshReader {
  readonly #model: RuntimeModel;
  readonly #inputRange: ValueRange;
  readonly #input = new Float32Array(3 * INPUT_SIZE * INPUT_SIZE);

  /** @param inputRange - what 0 and 255 become in the model's input, as its manifest says. */
  constructor(model: RuntimeModel, inputRange: ValueRange) {
    this.#model = model;
    this.#inputRange = inputRange;
  }

  /** The mesh in the region, whether or not a face is there: see its `presence`. */
  async read(frame: Frame, region: Region): Promise<FaceMesh> {
    warpRgb(frame, region, INPUT_SIZE, this.#inputRange, this.#input);
    const outputs = await this.#model.run({
      data: this.#input,
      dims: [1, 3, INPUT_SIZE, INPUT_SIZE],
    });
    const mesh = outputOf(outputs, 'mesh', MESH_POINTS * 3);
    const [presence = 0] = outputOf(outputs, 'face_flag', 1);
    const points = new Float32Array(MESH_POINTS * 3);
    const scale = region.size / INPUT_SIZE;
    for (let i = 0; i < MESH_POINTS * 3; i += 3) {
      const u = (mesh[i] as number) / INPUT_SIZE;
      const v = (mesh[i + 1] as number) / INPUT_SIZE;
      const { x, y } = regionToFrame(region, u, v);
      points[i] = x;
      points[i + 1] = y;
      points[i + 2] = (mesh[i + 2] as number) * scale;
    }
    return { points, presence };
  }
}
