import type { Box } from '@poise/core';

/**
 * A box moved to where a network says the face is.
 *
 * @param offsets - values of a network's output; those of this box are left, top, right and bottom,
 * each as a share of the box's width or height.
 * @param at - where the first of the four stands.
 * @param step - how far apart the four stand.
 */
export function regressed(
  [x, y, width, height]: Box,
  offsets: Float32Array,
  at: number,
  step = 1,
): Box {
  const offset = (k: number) => offsets[at + k * step] as number;
  const left = x + offset(0) * width;
  const top = y + offset(1) * height;
  return [left, top, x + width + offset(2) * width - left, y + height + offset(3) * height - top];
}

/** The square of the longer side around a box's centre. */
export function squared([x, y, width, height]: Box): Box {
  const side = Math.max(width, height);
  return [x + (width - side) / 2, y + (height - side) / 2, side, side];
}
