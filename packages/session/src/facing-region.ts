import type { FaceDetails } from '@poise/core';
import { type LookingDirection, medianLook } from './looking-direction.js';

/**
 * How far to the side of a person's own look at the camera, or above it, still faces it, in
 * degrees. On half a second the reading wavers by 2–3°; the side of a laptop's screen lies some 15°
 * from its camera.
 */
export const FACING_TOLERANCE = 8;

/**
 * How far below the look at the camera still faces it, in degrees. Viewers are ten times less
 * sensitive to a look below their eyes than to one beside or above them (Chen 2002), and the
 * question stands there.
 */
export const BELOW_CAMERA_TOLERANCE = 11;

/** A question no further than this below the camera lies close to it, in degrees: the upper half of a laptop's screen. */
export const CLOSE_QUESTION = 15;

/** Room below the look at the question, in degrees: its second line. */
export const BELOW_QUESTION_TOLERANCE = 4;

/** A resting face may look beside the camera, so that each tolerance is wider by this, in degrees. */
export const RESTING_LOOK_ALLOWANCE = 3;

/**
 * The looks at rest that may stand in for a look at the camera, in degrees from the camera. Beyond
 * them something else is looked at: a second screen beside it, notes on the desk. A camera far below
 * the eyes is usual, in the hinge of a laptop or under a screen, so that a look may point further
 * above the camera than to its side; what is read quietly lies beside the camera or below it. They
 * keep out the gross case alone: within them, the person's own look counts, not the camera's place.
 * A look at the camera that is read further to the side is not used either.
 */
export const RESTING_LOOK_BOUNDS = Object.freeze({ side: 20, above: 30, below: 20 });

/** What facing the camera was learned from. */
export type CalibrationSource = 'camera_look' | 'resting_face' | 'none';

/** Where a person looks who faces the camera, in degrees of their own looking direction. */
export interface FacingRegion {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What it was made from. */
  readonly source: Exclude<CalibrationSource, 'none'>;
  /** Whether it reaches down to the look at the question. */
  readonly question: boolean;
}

/** Two looks of a person at known places, each some seconds of readings. */
export interface CalibrationLooks {
  /** "Look at the camera." */
  readonly camera: readonly FaceDetails[];
  /** "Look at the question." */
  readonly question?: readonly FaceDetails[];
}

/** What came of the two looks, for asking once more. */
export interface CalibrationOutcome {
  /**
   * `unreadable`: fewer than five readings show pose and eyes. `turned_away`: the look points so far
   * to the side that it cannot be one at the camera.
   */
  readonly camera: 'used' | 'unreadable' | 'turned_away';
  /** `too_far`: the question is not just below the camera, so looking at it is looking away. */
  readonly question: 'used' | 'not_given' | 'unreadable' | 'too_far';
}

function around(
  look: LookingDirection,
  source: FacingRegion['source'],
  allowance: number,
): FacingRegion {
  return {
    left: look.x - FACING_TOLERANCE - allowance,
    right: look.x + FACING_TOLERANCE + allowance,
    top: look.y + FACING_TOLERANCE + allowance,
    bottom: look.y - BELOW_CAMERA_TOLERANCE - allowance,
    source,
    question: false,
  };
}

function isClose(question: LookingDirection, camera: LookingDirection): boolean {
  return (
    Math.abs(question.x - camera.x) <= FACING_TOLERANCE &&
    camera.y - question.y <= CLOSE_QUESTION &&
    question.y - camera.y <= FACING_TOLERANCE
  );
}

/** The region of a person from their looks at the camera and, where it lies close, at the question. */
export function regionOfLooks({ camera, question }: CalibrationLooks): {
  readonly region: FacingRegion | null;
  readonly outcome: CalibrationOutcome;
} {
  const cameraLook = medianLook(camera);
  const questionLook = question === undefined ? null : medianLook(question);
  const missing = question === undefined ? 'not_given' : 'unreadable';
  if (cameraLook === null)
    return { region: null, outcome: { camera: 'unreadable', question: missing } };
  if (Math.abs(cameraLook.x) > RESTING_LOOK_BOUNDS.side)
    return { region: null, outcome: { camera: 'turned_away', question: missing } };
  const region = around(cameraLook, 'camera_look', 0);
  if (questionLook === null) return { region, outcome: { camera: 'used', question: missing } };
  if (!isClose(questionLook, cameraLook))
    return { region, outcome: { camera: 'used', question: 'too_far' } };
  const bottom = Math.min(region.bottom, questionLook.y - BELOW_QUESTION_TOLERANCE);
  return {
    region: { ...region, bottom, question: true },
    outcome: { camera: 'used', question: 'used' },
  };
}

function mayFaceCamera({ x, y }: LookingDirection): boolean {
  const { side, above, below } = RESTING_LOOK_BOUNDS;
  return Math.abs(x) <= side && y <= above && y >= -below;
}

/** The region of a person who has only been seen at rest; null when they were turned away then. */
export function regionOfResting(resting: readonly FaceDetails[]): FacingRegion | null {
  const look = medianLook(resting);
  return look === null || !mayFaceCamera(look)
    ? null
    : around(look, 'resting_face', RESTING_LOOK_ALLOWANCE);
}

/** How far outside the region a look lies, in degrees; below 0 inside it. */
export function distanceOutside(region: FacingRegion, { x, y }: LookingDirection): number {
  return Math.max(region.left - x, x - region.right, y - region.top, region.bottom - y);
}
