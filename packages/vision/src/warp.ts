import type { Frame } from '@poise/core';
import { type Grid, gridOf, liesInside } from './crop-grid.js';
import type { Region } from './region.js';

/**
 * How far apart the taps may lie, in frame pixels. At 1 every frame pixel under a crop pixel counts
 * once; up to here a large face shrunk to a small crop still shows no noise, for 40 % of the cost.
 */
const TAP_SPACING = 1.6;

/** Most taps a side that one crop pixel averages: beyond that, cost grows and little is gained. */
const MAX_TAPS_PER_SIDE = 8;

/** How a crop is written: what 0 and 255 become. */
export interface ValueRange {
  /** What the pixel value 0 becomes. */
  readonly low: number;
  /** What the pixel value 255 becomes. */
  readonly high: number;
}

/** One tap a pixel, between four frame pixels: for crops of about the frame's own scale. */
function warpBilinear(frame: Frame, grid: Grid, size: number, out: Float32Array): void {
  const { data, width, height } = frame;
  const { originX, originY, cos, sin } = grid;
  const plane = size * size;
  const inside = liesInside(frame, grid, size);
  const stride = width * 3;
  let index = 0;
  for (let row = 0; row < size; row++) {
    let x = originX - sin * row;
    let y = originY + cos * row;
    for (let column = 0; column < size; column++, index++, x += cos, y += sin) {
      const x0 = Math.floor(x);
      const y0 = Math.floor(y);
      let left = 1 - (x - x0);
      let right = x - x0;
      let top = 1 - (y - y0);
      let bottom = y - y0;
      let at = y0 * stride + x0 * 3;
      let next = 3;
      let below = stride;
      if (!inside) {
        if (x0 < -1 || y0 < -1 || x0 >= width || y0 >= height) {
          out[index] = 0;
          out[index + plane] = 0;
          out[index + 2 * plane] = 0;
          continue;
        }
        // Beyond the edge the picture is black, as the models' own letterbox is.
        if (x0 < 0) left = 0;
        if (x0 + 1 >= width) right = 0;
        if (y0 < 0) top = 0;
        if (y0 + 1 >= height) bottom = 0;
        at = Math.max(y0, 0) * stride + Math.max(x0, 0) * 3;
        next = left > 0 && right > 0 ? 3 : 0;
        below = top > 0 && bottom > 0 ? stride : 0;
      }
      const w00 = left * top;
      const w01 = right * top;
      const w10 = left * bottom;
      const w11 = right * bottom;
      const p01 = at + next;
      const p10 = at + below;
      const p11 = p10 + next;
      out[index] =
        w00 * (data[at] as number) +
        w01 * (data[p01] as number) +
        w10 * (data[p10] as number) +
        w11 * (data[p11] as number);
      out[index + plane] =
        w00 * (data[at + 1] as number) +
        w01 * (data[p01 + 1] as number) +
        w10 * (data[p10 + 1] as number) +
        w11 * (data[p11 + 1] as number);
      out[index + 2 * plane] =
        w00 * (data[at + 2] as number) +
        w01 * (data[p01 + 2] as number) +
        w10 * (data[p10 + 2] as number) +
        w11 * (data[p11 + 2] as number);
    }
  }
}

/** Several taps a pixel, each on the nearest frame pixel: for crops smaller than the frame's scale. */
function warpAveraged(frame: Frame, grid: Grid, size: number, out: Float32Array): void {
  const { data, width, height } = frame;
  const { taps, originX, originY, cos, sin } = grid;
  const plane = size * size;
  const inside = liesInside(frame, grid, size * taps);
  const weight = 1 / (taps * taps);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tapRow = 0; tapRow < taps; tapRow++) {
        const i = column * taps;
        const j = row * taps + tapRow;
        // The half turns the truncation below into rounding to the nearest pixel.
        let x = originX + cos * i - sin * j + 0.5;
        let y = originY + sin * i + cos * j + 0.5;
        for (let tap = 0; tap < taps; tap++, x += cos, y += sin) {
          if (!inside && (x < 0 || y < 0 || x >= width || y >= height)) continue;
          const at = ((y | 0) * width + (x | 0)) * 3;
          red += data[at] as number;
          green += data[at + 1] as number;
          blue += data[at + 2] as number;
        }
      }
      const index = row * size + column;
      out[index] = red * weight;
      out[index + plane] = green * weight;
      out[index + 2 * plane] = blue * weight;
    }
  }
}

/**
 * Cuts a region out of a frame as planar RGB.
 *
 * @param size - width and height of the crop in pixels.
 * @param range - what 0 and 255 become, for example `{ low: -1, high: 1 }`.
 * @param out - takes `3 * size * size` values, channel by channel (CHW); black beyond the frame.
 */
export function warpRgb(
  frame: Frame,
  region: Region,
  size: number,
  range: ValueRange,
  out: Float32Array,
): void {
  const pixel = region.size / size;
  const taps = Math.max(1, Math.min(MAX_TAPS_PER_SIDE, Math.ceil(pixel / TAP_SPACING)));
  const grid = gridOf(region, size, taps);
  if (taps === 1) warpBilinear(frame, grid, size, out);
  else warpAveraged(frame, grid, size, out);
  const gain = (range.high - range.low) / 255;
  const end = 3 * size * size;
  for (let i = 0; i < end; i++) out[i] = (out[i] as number) * gain + range.low;
}
