import { type Box, PoiseError } from '@poise/core';

/**
 * Movement is measured between boxes that lie at least this far apart in time. Between two frames
 * of a fast camera the jitter of the detector would be most of the movement.
 */
export const MOVEMENT_STEP_SECONDS = 0.5;

/** Boxes further apart than this say nothing about the movement between them. */
export const MOVEMENT_GAP_SECONDS = 2;

/** The speed at which stability has fallen to 1/e: half a face a second is restless to look at. */
export const RESTLESS_SPEED = 0.5;

/** Faster than this is not a head but another face, so it counts as this. */
export const FASTEST_SPEED = 4;

/**
 * Face stability, 0–1: how little the face's place and size in the picture change in a second,
 * measured in faces, so that neither the camera's resolution nor the distance matters.
 *
 * @param speed - mean movement in face sizes a second, 0 or more.
 */
export function stabilityFromSpeed(speed: number): number {
  return Math.exp(-speed / RESTLESS_SPEED);
}

/**
 * Movement from one box to another in face sizes: the way of the centre divided by the size of the
 * face, plus the change of the logarithm of the size. The size is the root of the area.
 */
export function boxMovement(from: Box, to: Box): number {
  const sizeFrom = Math.sqrt(from[2]) * Math.sqrt(from[3]);
  const sizeTo = Math.sqrt(to[2]) * Math.sqrt(to[3]);
  const dx = to[0] + to[2] / 2 - (from[0] + from[2] / 2);
  const dy = to[1] + to[3] / 2 - (from[1] + from[3] / 2);
  const size = Math.sqrt(sizeFrom) * Math.sqrt(sizeTo);
  return Math.hypot(dx, dy) / size + Math.abs(Math.log(sizeTo) - Math.log(sizeFrom));
}

/**
 * Checks a face box from outside.
 *
 * @throws PoiseError OPTION_INVALID when it is not four finite numbers with a width and a height
 * above 0.
 */
export function checkedBox(value: unknown): Box {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isFinite))
    throw new PoiseError(
      'OPTION_INVALID',
      `faceBox must be [x, y, width, height] in finite numbers, got ${JSON.stringify(value)}`,
    );
  const [x, y, width, height] = value as unknown as Box;
  if (width <= 0 || height <= 0)
    throw new PoiseError(
      'OPTION_INVALID',
      `faceBox must have a width and a height above 0, got ${width} × ${height}`,
    );
  return [x, y, width, height];
}

/** Measures the movement of a face box over time. */
export class BoxMovement {
  #anchor: { readonly box: Box; readonly time: number } | null = null;
  #moved = 0;
  #seconds = 0;

  /** Adds the box of a frame. */
  add(box: Box, time: number): void {
    const anchor = this.#anchor;
    const dt = anchor === null ? Infinity : time - anchor.time;
    if (dt < MOVEMENT_STEP_SECONDS) return;
    if (anchor !== null && dt <= MOVEMENT_GAP_SECONDS) {
      this.#moved += Math.min(boxMovement(anchor.box, box), FASTEST_SPEED * dt);
      this.#seconds += dt;
    }
    this.#anchor = { box, time };
  }

  /** Forgets the last box: the face may have moved unseen. */
  interrupt(): void {
    this.#anchor = null;
  }

  /** Face stability, 0–1; null when there were no two boxes to compare. */
  result(): number | null {
    return this.#seconds === 0 ? null : stabilityFromSpeed(this.#moved / this.#seconds);
  }
}
