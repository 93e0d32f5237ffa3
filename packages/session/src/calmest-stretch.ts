import { EMOTIONS, type EmotionScores, type FaceDetails, type HeadPose } from '@poise/core';
import { type CalmCell, CELL_SECONDS, calmCells } from './calm-cells.js';
import { isEvidence } from './quality-gate.js';
import type { Reading } from './reading-row.js';

/** A resting face is looked for in stretches of this length, in seconds. */
export const SHORTEST_CALM_SECONDS = 5;

/** A stretch that stays calm is taken up to this length, in seconds: more adds nothing. */
export const LONGEST_CALM_SECONDS = 10;

/**
 * The most that the expression of a calm stretch strays from its mean (root mean square of the seven
 * together): a resting face that is read as sad with 0.3 to 0.6 strays by about 0.13.
 */
export const CALM_SPREAD = 0.15;

/** The same for the turn of the head, in degrees: sitting still. */
export const CALM_TURN = 4;

/**
 * The same for the opening of the mouth, in distances of the eyes: a closed mouth is read as 0.01 to
 * 0.03, a speaking one opens to 0.1 and more.
 */
export const CALM_OPENING = 0.02;

/**
 * A stretch whose look points this much further from the camera, in degrees, must be calmer by a
 * whole bound to be preferred: someone may read or listen quietly with the face turned away. There
 * is no bound on it, because an absolute direction errs by some 20°.
 */
export const CALM_LOOK = 15;

/** A stretch with more happy than this is a smile, not rest. */
export const CALM_SMILE = 0.3;

/**
 * A stretch that comes this much later must be calmer by a whole bound to be preferred, in seconds:
 * people sit still before they begin, and light and posture change with time.
 */
export const CALM_LATER_SECONDS = 300;

/** The calmest stretch of a session. */
export interface CalmStretch {
  /** Seconds, on the clock of the readings. */
  readonly start: number;
  readonly end: number;
  /** Its length. */
  readonly seconds: number;
  /** The readings of the face in it, for `setBaseline`. */
  readonly emotions: readonly EmotionScores[];
  readonly details: readonly FaceDetails[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The root of the summed variances of some columns. */
function spread(rows: readonly (readonly number[])[]): number {
  const columns = rows[0]?.map((_, i) => rows.map((row) => row[i] ?? 0)) ?? [];
  let sum = 0;
  for (const column of columns) {
    const middle = mean(column);
    sum += mean(column.map((value) => (value - middle) ** 2));
  }
  return Math.sqrt(sum);
}

function openingSpread(cells: readonly CalmCell[]): number {
  let mouths = 0;
  let sum = 0;
  let squares = 0;
  for (const cell of cells) {
    mouths += cell.mouths;
    sum += cell.opening;
    squares += cell.openingSquares;
  }
  return mouths === 0 ? 0 : Math.sqrt(Math.max(0, squares / mouths - (sum / mouths) ** 2));
}

/**
 * How restless some cells are: the sum of what expression, head and mouth use up of their bounds, and
 * of how far they look away from the camera.
 *
 * @returns null when the stretch is not calm: over a bound, smiling, or not seen all through.
 */
function unrest(cells: readonly CalmCell[]): number | null {
  if (cells.some(({ usable, emotions }) => !usable || emotions.happy > CALM_SMILE)) return null;
  const poses = cells.flatMap<HeadPose>(({ pose }) => pose ?? []);
  const parts = [
    spread(cells.map(({ emotions }) => EMOTIONS.map((emotion) => emotions[emotion]))) / CALM_SPREAD,
    spread(poses.map(({ yaw, pitch, roll }) => [yaw, pitch, roll])) / CALM_TURN,
    openingSpread(cells) / CALM_OPENING,
  ];
  if (parts.some((part) => part > 1)) return null;
  return parts.reduce((sum, part) => sum + part, lookAside(cells) / CALM_LOOK);
}

/** How far the mean look points from the camera, in degrees; 0 when the look is not known. */
function lookAside(cells: readonly CalmCell[]): number {
  const looks = cells.flatMap(({ look }) => look ?? []);
  if (looks.length === 0) return 0;
  return Math.hypot(mean(looks.map(({ x }) => x)), mean(looks.map(({ y }) => y)));
}

/** Whether cells follow one another without a gap. */
function gapless(cells: readonly CalmCell[]): boolean {
  const first = cells[0]?.start ?? 0;
  const last = cells.at(-1)?.start ?? 0;
  return Math.round((last - first) / CELL_SECONDS) === cells.length - 1;
}

/** The longest calm stretch around a calm one. */
function widened(cells: readonly CalmCell[], from: number, to: number): readonly [number, number] {
  const most = LONGEST_CALM_SECONDS / CELL_SECONDS;
  const calm = (begin: number, end: number): boolean => {
    const part = cells.slice(begin, end);
    return part.length === end - begin && gapless(part) && unrest(part) !== null;
  };
  let [begin, end] = [from, to];
  while (end - begin < most && end < cells.length && calm(begin, end + 1)) end += 1;
  while (end - begin < most && begin > 0 && calm(begin - 1, end)) begin -= 1;
  return [begin, end];
}

/**
 * Finds the stretch of a session that shows the resting face best: five to ten seconds in which
 * expression, head and mouth change least, the face can be read and does not smile; of stretches
 * that are about as calm, the earlier one, and one that looks to the camera before one that looks
 * away.
 *
 * It cannot know that the face rests: an expression that is held for all of the session passes for
 * rest. The bounds of the baseline limit what that can do.
 *
 * @param readings - in order of time; gone through twice.
 * @returns null when no stretch is calm enough.
 */
export function findCalmestStretch(readings: Iterable<Reading>): CalmStretch | null {
  const cells = calmCells(readings);
  const length = SHORTEST_CALM_SECONDS / CELL_SECONDS;
  const first = cells[0]?.start ?? 0;
  let best: { readonly from: number; readonly cost: number } | null = null;
  for (let from = 0; from + length <= cells.length; from += 1) {
    const part = cells.slice(from, from + length);
    const own = gapless(part) ? unrest(part) : null;
    if (own === null) continue;
    const cost = own + ((part[0]?.start ?? 0) - first) / CALM_LATER_SECONDS;
    if (best === null || cost < best.cost) best = { from, cost };
  }
  if (best === null) return null;
  const [begin, end] = widened(cells, best.from, best.from + length);
  const start = cells[begin]?.start ?? 0;
  return collect(readings, start, start + (end - begin) * CELL_SECONDS);
}

function collect(readings: Iterable<Reading>, start: number, end: number): CalmStretch {
  const emotions: EmotionScores[] = [];
  const details: FaceDetails[] = [];
  for (const { time, face } of readings) {
    // The tolerance of the cells' borders.
    const within = time >= start - 1e-6 && time < end - 1e-6;
    if (!within || face === null) continue;
    if (face.details !== null && !isEvidence(face.details.quality)) continue;
    emotions.push(face.emotions);
    if (face.details !== null) details.push(face.details);
  }
  return { start, end, seconds: end - start, emotions, details };
}
