import type { Frame } from '@poise/core';
import { shrink, shrinkToPlanes } from './area-resize.js';
import { CELL_SIZE, LEVEL_FACTOR } from './stages.js';

/** A face smaller than this is not looked for: P-Net's own window is 12 pixels. */
const SMALLEST_FACE = 20;

/**
 * Most pixels of the first level: 4K at the smallest face would have more, and each costs P-Net some
 * 200 bytes of memory. Beyond it the smallest face that is found grows.
 */
const MOST_LEVEL_PIXELS = 2 ** 21;

/** One level of the pyramid. */
export interface Level {
  readonly width: number;
  readonly height: number;
  /** RGB of 0–255, channel by channel. */
  readonly planes: Float32Array<ArrayBuffer>;
}

/**
 * The sizes of the pyramid's levels. On the first, a face of the smallest size is as wide as P-Net's
 * window; on the last, the window is as large as the picture allows.
 *
 * @param minFaceSize - in frame pixels.
 */
export function levelSizes(
  width: number,
  height: number,
  minFaceSize: number,
): { readonly width: number; readonly height: number }[] {
  const wanted = CELL_SIZE / Math.max(minFaceSize, SMALLEST_FACE);
  const sizes: { width: number; height: number }[] = [];
  let scale = Math.min(wanted, Math.sqrt(MOST_LEVEL_PIXELS / (width * height)));
  for (;;) {
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    if (Math.min(size.width, size.height) < CELL_SIZE) return sizes;
    sizes.push(size);
    scale *= LEVEL_FACTOR;
  }
}

/** The levels of a frame, one after the other, the largest first. */
export function* pyramid(frame: Frame, minFaceSize: number): Generator<Level> {
  const sizes = levelSizes(frame.width, frame.height, minFaceSize);
  const [largest] = sizes;
  if (largest === undefined) return;
  // The frame has some 25 times the pixels of the largest level: it is read once.
  const base = shrink(frame, largest.width, largest.height);
  for (const { width, height } of sizes) {
    yield { width, height, planes: shrinkToPlanes(base, width, height) };
  }
}
