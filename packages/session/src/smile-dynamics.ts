/** The shape of the mouth is kept in readings of this length, in seconds. */
export const SHAPE_SLOT_SECONDS = 0.1;

/** Readings that are kept: a smile that lasts longer than a minute has no onset that could be seen. */
const MOST_READINGS = 650;

/** How far before the detected start an onset may begin, in seconds: the smoothed score comes late. */
export const PRE_ROLL_SECONDS = 1.5;

/** How far after the detected end an offset may go on, in seconds. */
export const POST_ROLL_SECONDS = 1.5;

/** Rise and fall are timed from this share of the height on: under it, a smile cannot be told from rest. */
export const FOOT_SHARE = 0.15;

/** The apex is the time over this share of the height. */
export const APEX_SHARE = 0.85;

/** Under this share of the height the mouth has gone more than halfway back to rest. */
const HALFWAY_SHARE = 0.5;

/** A mouth that was more than halfway back and widens again by this share of the height smiles anew: well over the noise of a reading. */
const RENEWED_SHARE = 0.35;

/** The part of a rise that is timed; the whole is taken to go at the same pace. */
const TIMED_SHARE = APEX_SHARE - FOOT_SHARE;

/** A peak of the shape under this is no smile of the mouth that could be timed. */
const SMALLEST_PEAK = 0.2;

/**
 * A rise or a fall that takes longer than this is no onset or offset but a smile that swells and
 * fades, in seconds: most smiles are over within that time (Ekman and Friesen 1982).
 */
export const LONGEST_PHASE_SECONDS = 4;

/** The three phases of a smile, in seconds. */
export interface SmilePhases {
  /** From rest to the apex. */
  readonly onset: number;
  /** While it is about as large as it gets. */
  readonly apex: number;
  /** From the apex to rest. */
  readonly offset: number;
}

interface Reading {
  readonly time: number;
  readonly shape: number;
}

/** When the line between two readings passes a level. */
function crossing(a: Reading, b: Reading, level: number): number {
  return a.shape === b.shape
    ? b.time
    : a.time + ((level - a.shape) / (b.shape - a.shape)) * (b.time - a.time);
}

/**
 * When the shape, followed from its peak on in one direction, has come to rest: passes under
 * {@link FOOT_SHARE}.
 *
 * @returns null when it does not, and when another smile comes before.
 */
function comesToRest(readings: readonly Reading[], top: number, step: 1 | -1): number | null {
  const peak = readings[top]?.shape ?? 0;
  const level = FOOT_SHARE * peak;
  let lowest = peak;
  for (let i = top; ; i += step) {
    const here = readings[i];
    const next = readings[i + step];
    if (here === undefined || next === undefined) return null;
    if (here.shape >= level && next.shape < level) return crossing(here, next, level);
    lowest = Math.min(lowest, here.shape);
    if (lowest < HALFWAY_SHARE * peak && next.shape > lowest + RENEWED_SHARE * peak) return null;
  }
}

/**
 * The phases of a smile from the shape of the mouth over time. A smile that wavers, as in speech, is
 * one smile with its apex from the first height to the last. One that went more than halfway back to
 * rest and came again is two, and the onset of one says nothing of the offset of the other.
 *
 * @returns null when the mouth was not seen from before the onset until after the offset, when one
 * of the two takes longer than {@link LONGEST_PHASE_SECONDS}, and when another smile comes between
 * the height and rest.
 */
export function smilePhases(
  readings: readonly Reading[],
  smile: { readonly start: number; readonly end: number },
): SmilePhases | null {
  const from = smile.start - PRE_ROLL_SECONDS;
  const to = smile.end + POST_ROLL_SECONDS;
  const around = readings.filter(({ time }) => time >= from && time <= to);
  let top = -1;
  for (const [i, { time, shape }] of around.entries()) {
    if (time < smile.start - SHAPE_SLOT_SECONDS || time > smile.end) continue;
    if (top < 0 || shape > (around[top]?.shape ?? 0)) top = i;
  }
  const peak = around[top]?.shape ?? 0;
  if (peak < SMALLEST_PEAK) return null;
  const begin = comesToRest(around, top, -1);
  const finish = comesToRest(around, top, 1);
  if (begin === null || finish === null) return null;
  // The apex goes from the first time near the height to the last.
  const within = around.filter(({ time }) => time > begin && time < finish);
  const high = within.findIndex(({ shape }) => shape >= APEX_SHARE * peak);
  const low = within.findLastIndex(({ shape }) => shape >= APEX_SHARE * peak);
  const first = within[high];
  const last = within[low];
  if (first === undefined || last === undefined) return null;
  const before = around.findLast(({ time }) => time < first.time) ?? first;
  const after = around.find(({ time }) => time > last.time) ?? last;
  const apexStart = crossing(before, first, APEX_SHARE * peak);
  const apexEnd = crossing(last, after, APEX_SHARE * peak);
  const onset = (apexStart - begin) / TIMED_SHARE;
  const offset = (finish - apexEnd) / TIMED_SHARE;
  if (Math.max(onset, offset) > LONGEST_PHASE_SECONDS) return null;
  return { onset, apex: apexEnd - apexStart, offset };
}

/** Keeps the shape of the mouth over the last minute. */
export class ShapeHistory {
  readonly #readings: Reading[] = [];
  #slot: { readonly index: number; count: number; time: number; shape: number } | null = null;

  /** Adds the shape of a frame. */
  add(shape: number, time: number): void {
    const index = Math.floor(time / SHAPE_SLOT_SECONDS + 1e-6);
    if (this.#slot !== null && this.#slot.index !== index) {
      const { count, time: times, shape: shapes } = this.#slot;
      this.#readings.push({ time: times / count, shape: shapes / count });
      if (this.#readings.length > MOST_READINGS) this.#readings.shift();
      this.#slot = null;
    }
    this.#slot ??= { index, count: 0, time: 0, shape: 0 };
    this.#slot.count += 1;
    this.#slot.time += time;
    this.#slot.shape += shape;
  }

  /** The phases of a smile; see {@link smilePhases}. */
  phases(smile: { readonly start: number; readonly end: number }): SmilePhases | null {
    return smilePhases(this.#readings, smile);
  }

  /** Forgets what it saw: the mouth was not seen in between. */
  interrupt(): void {
    this.#readings.length = 0;
    this.#slot = null;
  }
}
