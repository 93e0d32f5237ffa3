import { PoiseError } from '@poise/core';
import type { FrameOptions } from './frame-source.js';

/** Expressions last a third of a second and more: ten looks a second miss none of them. */
export const DEFAULT_FPS = 10;

/** {@link FrameOptions} with every value given and checked. */
export interface ResolvedFrameOptions {
  readonly fps: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Fills in the defaults and checks the ranges.
 *
 * @throws PoiseError OPTION_INVALID for a rate that is not above 0 or a time that is negative or not
 * a number.
 */
export function resolveFrameOptions(options: FrameOptions = {}): ResolvedFrameOptions {
  const { fps = DEFAULT_FPS, start = 0, end = Number.POSITIVE_INFINITY } = options;
  if (!(fps > 0) || fps === Number.POSITIVE_INFINITY) {
    throw new PoiseError('OPTION_INVALID', `fps is ${fps}`, {
      hint: 'Give the frames a second as a number above 0, for example 10.',
    });
  }
  if (!(start >= 0) || start === Number.POSITIVE_INFINITY) {
    throw new PoiseError('OPTION_INVALID', `start is ${start}`, {
      hint: 'Give the start in seconds as a number of 0 or more.',
    });
  }
  if (!(end >= start)) {
    throw new PoiseError('OPTION_INVALID', `end is ${end}`, {
      hint: 'Give the end in seconds as a number that is not before the start.',
    });
  }
  return { fps, start, end };
}
