import type { Frame } from '@poise/core';
import { type Grid, gridOf, liesInside } from './crop-grid.js';
import type { Region } from './region.js';

/**
 * Most taps a side that one crop pixel averages. Expressions are read from crops so small that a
 * large face has more frame pixels under one of theirs; what lies between the taps is seen in part.
 */
const MAX_TAPS_PER_SIDE = 5;

/** Rec. 601 luma of the pixel at an index. */
function luma(data: Uint8Array, at: number): number {
  return (
    0.299 * (data[at] as number) +
    0.587 * (data[at + 1] as number) +
    0.114 * (data[at + 2] as number)
  );
}

/** The luma between four pixels of a frame, black beyond its edge. */
function lumaAt({ data, width, height }: Frame, x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const right = x - x0;
  const bottom = y - y0;
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= width || row >= height
      ? 0
      : luma(data, (row * width + column) * 3);
  return (
    (1 - bottom) * ((1 - right) * at(x0, y0) + right * at(x0 + 1, y0)) +
    bottom * ((1 - right) * at(x0, y0 + 1) + right * at(x0 + 1, y0 + 1))
  );
}

/** The sum of lumas along a row of taps that lies inside the frame, each between four pixels. */
function sumInside({ data, width }: Frame, { taps, cos, sin }: Grid, x: number, y: number): number {
  const stride = width * 3;
  let sum = 0;
  for (let tap = 0; tap < taps; tap++, x += cos, y += sin) {
    const x0 = x | 0;
    const y0 = y | 0;
    const right = x - x0;
    const bottom = y - y0;
    const at = y0 * stride + x0 * 3;
    const upper = (1 - right) * luma(data, at) + right * luma(data, at + 3);
    const lower = (1 - right) * luma(data, at + stride) + right * luma(data, at + stride + 3);
    sum += (1 - bottom) * upper + bottom * lower;
  }
  return sum;
}

function sumAnywhere(frame: Frame, { taps, cos, sin }: Grid, x: number, y: number): number {
  let sum = 0;
  for (let tap = 0; tap < taps; tap++) sum += lumaAt(frame, x + cos * tap, y + sin * tap);
  return sum;
}

/**
 * Cuts a region out of a frame as gray, 0–255: Rec. 601 luma of the RGB values, as FER2013 was made.
 *
 * Each pixel is the mean of taps at most one frame pixel apart, each between four frame pixels. Taps
 * on the nearest pixel, as for colour crops, are too rough here: of 242 faces on stills and video
 * they changed an expression by up to 0.23 when the picture was halved, these by up to 0.10.
 *
 * @param size - width and height of the crop in pixels.
 * @param out - takes `size * size` values from `offset` on; black beyond the frame.
 */
export function warpGray(
  frame: Frame,
  region: Region,
  size: number,
  out: Float32Array,
  offset = 0,
): void {
  const taps = Math.max(1, Math.min(MAX_TAPS_PER_SIDE, Math.ceil(region.size / size)));
  const grid = gridOf(region, size, taps);
  const { originX, originY, cos, sin } = grid;
  const sumOfRow = liesInside(frame, grid, size * taps) ? sumInside : sumAnywhere;
  const weight = 1 / (taps * taps);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const i = column * taps;
      let sum = 0;
      for (let j = row * taps; j < (row + 1) * taps; j++) {
        sum += sumOfRow(frame, grid, originX + cos * i - sin * j, originY + sin * i + cos * j);
      }
      out[offset + row * size + column] = sum * weight;
    }
  }
}
