import type { FrameReading } from '../engine/reading.js';
import { THRESHOLDS } from './thresholds.js';

/** Height of the face as a share of the frame's shorter side; NaN without a face. */
export function faceSize({ face, width, height }: FrameReading): number {
  return face === null ? Number.NaN : face.box[3] / Math.min(width, height);
}

/** Whether a face is seen that is so small that it may be lost in the next frame. */
export function isSmallFace(reading: FrameReading): boolean {
  return faceSize(reading) < THRESHOLDS.too_far.give;
}
