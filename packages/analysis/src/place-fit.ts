import type { Box } from '@poise/core';

/** Further from a place than this many widths of the face, somebody sits elsewhere. */
const FARTHEST_WIDTHS = 1.5;

/** A face of less than half the size, or more than twice, is not at the same distance any more. */
const MOST_DOUBLINGS = 1;

/**
 * How badly a face fits a place where a face was before: 0 for the same place and size, 1 for each
 * width of the face that it is away and for each doubling or halving of the size.
 *
 * @returns Infinity when it does not fit at all.
 */
export function misfit([x, y, width, height]: Box, [px, py, pw, ph]: Box): number {
  const distance =
    Math.hypot(x + width / 2 - px - pw / 2, y + height / 2 - py - ph / 2) / Math.sqrt(width * pw);
  const doublings = Math.abs(Math.log2(width / pw));
  // Not >: the sizes of a box without a width are no numbers, and fit nowhere.
  const fits = distance <= FARTHEST_WIDTHS && doublings <= MOST_DOUBLINGS;
  return fits ? distance + doublings : Number.POSITIVE_INFINITY;
}
