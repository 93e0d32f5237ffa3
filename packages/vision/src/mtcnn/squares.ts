import type { Box, Frame } from '@poise/core';
import type { Tensor } from '../runtime.js';
import { warpRgb } from '../warp.js';

/** The networks take pixels as they are. */
const PIXELS = { low: 0, high: 255 } as const;

/**
 * Cuts squares out of a frame for one run of a network; black beyond the frame.
 *
 * @param side - of the cut squares, in pixels.
 */
export function cutSquares(frame: Frame, squares: readonly Box[], side: number): Tensor {
  const values = 3 * side * side;
  const data = new Float32Array(squares.length * values);
  squares.forEach(([x, y, size], i) => {
    const region = { centerX: x + size / 2, centerY: y + size / 2, size, angle: 0 };
    warpRgb(frame, region, side, PIXELS, data.subarray(i * values, (i + 1) * values));
  });
  return { data, dims: [squares.length, 3, side, side] };
}
