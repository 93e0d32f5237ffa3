/**
 * Face detection rate, 0–1: the share of the frames that showed a face; 0 without a frame.
 *
 * @param framesWithFace - 0 to `frames`.
 * @param frames - all frames, with a face or without.
 */
export function detectionRate(framesWithFace: number, frames: number): number {
  return frames === 0 ? 0 : framesWithFace / frames;
}
