import {
  type EyeReading,
  type Eyes,
  type FaceDetails,
  type HeadPose,
  type MouthShape,
  QUALITY_ASPECTS,
  type QualityAspect,
} from '@poise/core';
import type { FrameDetails } from '@poise/session';

/** What a face shows beyond its expression, and the size of the frame that it is in. */
export type FramedDetails = FaceDetails & Required<Pick<FrameDetails, 'frame'>>;

/** Where each part begins; the quality's whole stands before its aspects. */
const POSE_COLUMN = 2;
const LEFT_EYE_COLUMN = POSE_COLUMN + 3;
const RIGHT_EYE_COLUMN = LEFT_EYE_COLUMN + 3;
const MOUTH_COLUMN = RIGHT_EYE_COLUMN + 3;
const QUALITY_COLUMN = MOUTH_COLUMN + 3;
const ASPECTS_COLUMN = QUALITY_COLUMN + 1;

/**
 * Numbers that the details take: the frame's width and height, pose, both eyes, mouth, quality as a
 * whole and its aspects in the order of `QUALITY_ASPECTS`. What is null is not a number.
 */
export const DETAIL_COLUMNS = ASPECTS_COLUMN + QUALITY_ASPECTS.length;

function writeEye(rows: Float64Array, at: number, eye: EyeReading | null): void {
  if (eye !== null) rows.set([eye.openness, eye.irisX, eye.irisY], at);
}

/** Writes details into `rows`, from the index `at` on; null where there are none. */
export function writeDetails(rows: Float64Array, at: number, details: FramedDetails | null): void {
  rows.fill(Number.NaN, at, at + DETAIL_COLUMNS);
  if (details === null) return;
  const { frame, pose, eyes, mouth, quality } = details;
  rows.set([frame.width, frame.height], at);
  if (pose !== null) rows.set([pose.yaw, pose.pitch, pose.roll], at + POSE_COLUMN);
  if (eyes !== null) {
    writeEye(rows, at + LEFT_EYE_COLUMN, eyes.leftSide);
    writeEye(rows, at + RIGHT_EYE_COLUMN, eyes.rightSide);
  }
  if (mouth !== null) rows.set([mouth.width, mouth.cornerLift, mouth.opening], at + MOUTH_COLUMN);
  rows[at + QUALITY_COLUMN] = quality.value;
  QUALITY_ASPECTS.forEach((aspect, i) => {
    rows[at + ASPECTS_COLUMN + i] = quality.aspects[aspect];
  });
}

/** The three numbers from a place on; null when the first is not a number. */
function three(rows: Float64Array, at: number): readonly [number, number, number] | null {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = rows.subarray(at, at + 3);
  return Number.isNaN(a) ? null : [a, b, c];
}

function readEye(rows: Float64Array, at: number): EyeReading | null {
  const values = three(rows, at);
  if (values === null) return null;
  const [openness, irisX, irisY] = values;
  return { openness, irisX, irisY };
}

function readPose(rows: Float64Array, at: number): HeadPose | null {
  const values = three(rows, at);
  if (values === null) return null;
  const [yaw, pitch, roll] = values;
  return { yaw, pitch, roll };
}

function readMouth(rows: Float64Array, at: number): MouthShape | null {
  const values = three(rows, at);
  if (values === null) return null;
  const [width, cornerLift, opening] = values;
  return { width, cornerLift, opening };
}

function readEyes(rows: Float64Array, at: number): Eyes | null {
  const leftSide = readEye(rows, at + LEFT_EYE_COLUMN);
  const rightSide = readEye(rows, at + RIGHT_EYE_COLUMN);
  // Two eyes of which neither can be read say what no eyes say.
  return leftSide === null && rightSide === null ? null : { leftSide, rightSide };
}

/** The details that {@link writeDetails} wrote. */
export function readDetails(rows: Float64Array, at: number): FramedDetails | null {
  const number = (column: number): number => rows[at + column] ?? Number.NaN;
  if (Number.isNaN(number(0))) return null;
  const aspects = Object.fromEntries(
    QUALITY_ASPECTS.map((aspect, i) => [aspect, number(ASPECTS_COLUMN + i)]),
  ) as Record<QualityAspect, number>;
  return {
    frame: { width: number(0), height: number(1) },
    pose: readPose(rows, at + POSE_COLUMN),
    eyes: readEyes(rows, at),
    mouth: readMouth(rows, at + MOUTH_COLUMN),
    quality: { value: number(QUALITY_COLUMN), aspects },
  };
}
