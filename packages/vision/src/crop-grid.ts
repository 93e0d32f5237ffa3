import type { Frame } from '@poise/core';
import type { Region } from './region.js';

/** The sampling grid of a crop: taps in rows and columns, from an origin along two axes, in frame pixels. */
export interface Grid {
  /** Taps a side that one crop pixel averages. */
  readonly taps: number;
  readonly originX: number;
  readonly originY: number;
  readonly cos: number;
  readonly sin: number;
}

/**
 * The grid of a crop.
 *
 * @param size - width and height of the crop in pixels.
 * @param taps - a side, for each of its pixels.
 */
export function gridOf(region: Region, size: number, taps: number): Grid {
  const step = region.size / size / taps;
  const cos = Math.cos(region.angle) * step;
  const sin = Math.sin(region.angle) * step;
  const middle = (size * taps - 1) / 2;
  // The frame's pixel (0, 0) covers 0–1, so its centre lies at 0.5.
  return {
    taps,
    originX: region.centerX - 0.5 - middle * (cos - sin),
    originY: region.centerY - 0.5 - middle * (sin + cos),
    cos,
    sin,
  };
}

/** Whether every tap of a grid, and the pixel to its right and below, lies inside the frame. */
export function liesInside(
  frame: Frame,
  { originX, originY, cos, sin }: Grid,
  side: number,
): boolean {
  const end = side - 1;
  return [
    [0, 0],
    [end, 0],
    [0, end],
    [end, end],
  ].every(([i = 0, j = 0]) => {
    const x = originX + cos * i - sin * j;
    const y = originY + sin * i + cos * j;
    return x >= 0.5 && y >= 0.5 && x < frame.width - 1.5 && y < frame.height - 1.5;
  });
}
