import type { Box, Frame } from '@poise/core';
import type { Point } from './region.js';

/** Both eyes, the nose tip and both corners of the mouth, in frame pixels; sides of an upright picture. */
export type FiveLandmarks = readonly [
  leftSideEye: Point,
  rightSideEye: Point,
  noseTip: Point,
  leftSideMouth: Point,
  rightSideMouth: Point,
];

/** A face as a detector sees it: a rough box and where the eyes are. */
export interface FaceDetection {
  /** Roughly the face, in frame pixels. */
  readonly box: Box;
  /** The eye on the left side of an upright picture (the person's right eye). */
  readonly leftSideEye: Point;
  /** The eye on the right side of an upright picture (the person's left eye). */
  readonly rightSideEye: Point;
  /** The square that the face's mesh is expected to fill, where the box is made in another way. */
  readonly meshSquare?: Box;
  /**
   * Where the mesh refuses the square, it may look again at squares of these shares of it: the box of
   * some faces holds much that is no face.
   */
  readonly closerLooks?: readonly number[];
  /** Five points of the face, from a detector that gives them. */
  readonly landmarks?: FiveLandmarks;
  /** How sure the detector is, 0–1. */
  readonly score: number;
}

/** Finds faces in a whole frame. */
export interface FaceDetector {
  /** The faces in a frame, the surest first. */
  detect(frame: Frame): Promise<FaceDetection[]>;
}
