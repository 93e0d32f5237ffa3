import type { HeadPose } from '@poise/core';

/**
 * From one half second to the next, a turn under this is the wavering of the reading, in degrees;
 * it is taken off every step.
 */
export const TURN_NOISE_FLOOR = 1;

/** Means further apart than this do not show the way between them, in seconds. */
export const TURN_GAP_SECONDS = 1.5;

/** Faster than this is a slip of the reading, in degrees a second; it counts as this. */
export const FASTEST_TURN = 90;

/** How far the head turned, and in which time. */
export interface Turn {
  readonly degrees: number;
  readonly seconds: number;
}

/** The angle between two poses, in degrees: the root of the summed squares of the three. */
function angle(from: HeadPose, to: HeadPose): number {
  return Math.hypot(to.yaw - from.yaw, to.pitch - from.pitch, to.roll - from.roll);
}

/**
 * Restlessness: how far the head turns in a second, from the mean pose of one half second to that
 * of the next, less the wavering of the reading. Nods are faster than that and hardly count.
 */
export class HeadTurns {
  #last: { readonly time: number; readonly pose: HeadPose } | null = null;

  /** Adds the mean pose of half a second; null when it could not be read. */
  add(mean: { readonly time: number; readonly pose: HeadPose } | null): Turn | null {
    const last = this.#last;
    this.#last = mean;
    if (last === null || mean === null) return null;
    const seconds = mean.time - last.time;
    if (seconds <= 0 || seconds > TURN_GAP_SECONDS) return null;
    const moved = Math.max(0, angle(last.pose, mean.pose) - TURN_NOISE_FLOOR);
    return { degrees: Math.min(moved, FASTEST_TURN * seconds), seconds };
  }

  /** Forgets the last pose: the head may have moved unseen. */
  interrupt(): void {
    this.#last = null;
  }
}
