import type { HeadPose } from '@poise/core';

/**
 * The time of one reading of the head, in seconds. Faster frames are averaged over it, so that a
 * fast camera sees no more gestures in the jitter of its readings than a slow one.
 */
export const GESTURE_SLOT_SECONDS = 0.1;

/** Readings further apart than this do not show how the head went between them, in seconds. */
export const GESTURE_GAP_SECONDS = 0.3;

/**
 * A swing of the head is at least this large, in degrees: less is the beat of talking, and near the
 * wavering of the readings of a slow camera.
 */
export const SMALLEST_SWING = 5;

/** Where the pose of a still head wavers, a swing must be this many standard deviations large. */
export const SWING_OVER_NOISE = 6;

/** A swing takes no longer than this, in seconds: nods and shakes are 1 Hz or faster, slower is a change of posture. */
export const LONGEST_SWING_SECONDS = 0.5;

/** It is a nod or a shake only when the other axis moved by less than this share of it. */
export const OTHER_AXIS_SHARE = 0.7;

/**
 * Down and up is a nod. To one side and back is a glance or a lean, and a shake only when the head
 * swings on: of seven such turns in three videos none was a shake.
 */
export const SWINGS = { nod: 2, shake: 3 } as const;

/** Swings that follow within this time are one gesture, in seconds. */
export const SAME_GESTURE_SECONDS = 0.5;

/** A nod, the head down (or up) and back, or a shake, to one side, to the other and back; once or several times. */
export interface HeadGesture {
  readonly kind: 'nod' | 'shake';
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly time: number;
  readonly yaw: number;
  readonly pitch: number;
}

type Axis = 'yaw' | 'pitch';

/** The reading with the greatest value of an axis, or the least when the sign is −1. */
function furthest(readings: readonly Reading[], axis: Axis, sign: 1 | -1): Reading | null {
  return readings.reduce<Reading | null>(
    (best, reading) => (best === null || sign * (reading[axis] - best[axis]) > 0 ? reading : best),
    null,
  );
}

function range(readings: readonly Reading[], axis: Axis): number {
  const values = readings.map((reading) => reading[axis]);
  return Math.max(...values) - Math.min(...values);
}

/**
 * Whether the last reading ends as many swings in a row as a gesture takes, each opposite to the one
 * before, large and fast enough, while the other axis is quiet.
 *
 * @returns when they began and ended; null when it does not.
 */
function swingsInARow(
  readings: readonly Reading[],
  axis: Axis,
  swing: number,
  count: number,
): { readonly start: number; readonly end: number } | null {
  const end = readings.at(-1);
  if (end === undefined) return null;
  for (const lastTurn of [1, -1] as const) {
    const start = beforeSwings(readings, end, axis, swing, count, lastTurn);
    if (start === null) continue;
    const whole = readings.filter(({ time }) => time >= start.time);
    const other = axis === 'pitch' ? 'yaw' : 'pitch';
    if (range(whole, other) <= OTHER_AXIS_SHARE * range(whole, axis))
      return { start: start.time, end: end.time };
  }
  return null;
}

/** Follows swings back from a reading to the one before the first; null when there are fewer. */
function beforeSwings(
  readings: readonly Reading[],
  end: Reading,
  axis: Axis,
  swing: number,
  count: number,
  sign: 1 | -1,
): Reading | null {
  if (count === 0) return end;
  const before = readings.filter(
    ({ time }) => time <= end.time && end.time - time <= LONGEST_SWING_SECONDS,
  );
  const turn = furthest(before, axis, sign);
  if (turn === null || sign * (turn[axis] - end[axis]) < swing) return null;
  return beforeSwings(readings, turn, axis, swing, count - 1, sign === 1 ? -1 : 1);
}

/** Finds nods (swings of the pitch) and shakes (of the yaw). */
export class HeadGestures {
  readonly #swing: number;
  #readings: Reading[] = [];
  #slot: {
    readonly index: number;
    count: number;
    time: number;
    yaw: number;
    pitch: number;
  } | null = null;
  readonly #last: { nod: HeadGesture | null; shake: HeadGesture | null } = {
    nod: null,
    shake: null,
  };

  /** @param poseNoise - standard deviation of a held pose in degrees; null when not known. */
  constructor(poseNoise: number | null) {
    this.#swing = Math.max(SMALLEST_SWING, SWING_OVER_NOISE * (poseNoise ?? 0));
  }

  /**
   * Adds the pose of a frame.
   *
   * @returns the gestures that begin to count with it.
   */
  add({ yaw, pitch }: HeadPose, time: number): HeadGesture[] {
    const index = Math.floor(time / GESTURE_SLOT_SECONDS + 1e-6);
    const ended = this.#slot !== null && this.#slot.index !== index ? this.#endSlot() : [];
    this.#slot ??= { index, count: 0, time: 0, yaw: 0, pitch: 0 };
    const slot = this.#slot;
    slot.count += 1;
    slot.time += time;
    slot.yaw += yaw;
    slot.pitch += pitch;
    return ended;
  }

  /** Forgets the readings so far: the head was not seen in between. */
  interrupt(): void {
    this.#slot = null;
    this.#readings = [];
  }

  #endSlot(): HeadGesture[] {
    const slot = this.#slot;
    this.#slot = null;
    if (slot === null) return [];
    const reading: Reading = {
      time: slot.time / slot.count,
      yaw: slot.yaw / slot.count,
      pitch: slot.pitch / slot.count,
    };
    const latest = this.#readings.at(-1);
    if (latest !== undefined && reading.time - latest.time > GESTURE_GAP_SECONDS)
      this.#readings = [];
    const from = reading.time - SWINGS.shake * LONGEST_SWING_SECONDS;
    this.#readings = [...this.#readings.filter(({ time }) => time >= from), reading];
    return [...this.#find('nod', 'pitch'), ...this.#find('shake', 'yaw')];
  }

  #find(kind: HeadGesture['kind'], axis: Axis): HeadGesture[] {
    const found = swingsInARow(this.#readings, axis, this.#swing, SWINGS[kind]);
    if (found === null) return [];
    const last = this.#last[kind];
    const same = last !== null && found.start - last.end <= SAME_GESTURE_SECONDS;
    this.#last[kind] = { kind, start: same ? last.start : found.start, end: found.end };
    return same ? [] : [{ kind, ...found }];
  }
}
