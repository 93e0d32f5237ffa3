import type { Box } from '@poise/core';

/**
 * How much less a face in the corner counts than the same face in the middle. At one half, someone
 * at the edge must be twice as large as the person in the middle to be taken for the candidate.
 */
const CORNER_DISCOUNT = 0.5;

/**
 * How much a face stands out: its area, less the further it is from the middle.
 *
 * @param width - of the frame, in pixels, as are the boxes.
 */
export function prominence([x, y, w, h]: Box, width: number, height: number): number {
  const fromCentre = Math.hypot(x + w / 2 - width / 2, y + h / 2 - height / 2);
  const centrality = Math.max(0, 1 - fromCentre / (Math.hypot(width, height) / 2));
  return w * h * (1 - CORNER_DISCOUNT * (1 - centrality));
}
