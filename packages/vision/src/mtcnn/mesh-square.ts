import type { Box } from '@poise/core';
import { lineAngle, type Point } from '../region.js';

/**
 * MTCNN's boxes reach from the hairline to the chin, a mesh from over the brows to under the chin.
 * Measured on 100 frames of franck.mp4, the 22 faces of six group photographs and three portraits:
 * the longer side of the mesh is 0.90, 0.87 and 0.88 of that of the box (medians), and its middle
 * lies 0.06, 0.06 and 0.05 of that side lower, along the face.
 */
const MESH_SHARE = 0.88;
const MESH_DROP = 0.06;

/**
 * Of a face in profile MTCNN's box holds more air than face, and the mesh refuses it: see
 * `FaceDetection.closerLooks`. On 120 copies of group photographs these took nothing for a face that
 * was none; smaller by a fifth alone, hair in two of them. (BlazeFace has none: what the mesh refuses
 * of its boxes is seldom a face, and a closer look put a mesh beside it or upside down.)
 */
export const CLOSER_LOOKS = [0.7, 0.6] as const;

/** The square that the mesh of a face of MTCNN is expected to fill. */
export function meshSquare(
  [x, y, width, height]: Box,
  leftSideEye: Point,
  rightSideEye: Point,
): Box {
  const longer = Math.max(width, height);
  const angle = lineAngle(leftSideEye, rightSideEye);
  const drop = MESH_DROP * longer;
  const side = MESH_SHARE * longer;
  const centerX = x + width / 2 - Math.sin(angle) * drop;
  const centerY = y + height / 2 + Math.cos(angle) * drop;
  return [centerX - side / 2, centerY - side / 2, side, side];
}
