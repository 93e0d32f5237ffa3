import type { Box, Frame } from '@poise/core';
import { outputOf, type RuntimeModel, type Tensor } from '../runtime.js';
import { warpRgb } from '../warp.js';

/** The networks take pixels as they are. */
const PIXELS = { low: 0, high: 255 } as const;

/**
 * Cuts squares out of a frame for one run of a network; black beyond the frame.
 *
 * @param side - of the cut squares, in pixels.
 */
function cutSquares(frame: Frame, squares: readonly Box[], side: number): Tensor {
  const values = 3 * side * side;
  const data = new Float32Array(squares.length * values);
  squares.forEach(([x, y, size], i) => {
    const region = { centerX: x + size / 2, centerY: y + size / 2, size, angle: 0 };
    warpRgb(frame, region, side, PIXELS, data.subarray(i * values, (i + 1) * values));
  });
  return { data, dims: [squares.length, 3, side, side] };
}

/**
 * Reads squares of a frame by a network: in one run, unless there are very many.
 *
 * @param side - of the network's input, in pixels.
 * @param atOnce - squares in one run at most: a network takes memory for each.
 * @param lengths - how many values the network gives for each square, by output.
 * @returns the outputs of all squares, one after the other.
 * @throws PoiseError RUNTIME_FAILED.
 */
export async function readSquares<Output extends string>(
  model: RuntimeModel,
  frame: Frame,
  squares: readonly Box[],
  { side, atOnce }: { readonly side: number; readonly atOnce: number },
  lengths: Readonly<Record<Output, number>>,
): Promise<Record<Output, Float32Array>> {
  const names = Object.keys(lengths) as Output[];
  const all = {} as Record<Output, Float32Array>;
  for (const name of names) all[name] = new Float32Array(squares.length * lengths[name]);
  for (let start = 0; start < squares.length; start += atOnce) {
    const part = squares.slice(start, start + atOnce);
    const outputs = await model.run(cutSquares(frame, part, side));
    for (const name of names) {
      all[name].set(outputOf(outputs, name, part.length * lengths[name]), start * lengths[name]);
    }
  }
  return all;
}
