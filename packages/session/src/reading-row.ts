import {
  type Box,
  EMOTIONS,
  type EmotionScores,
  type EyeReading,
  emotionScoresFromRow,
  QUALITY_ASPECTS,
} from '@poise/core';
import type { FrameDetails } from './frame-details.js';

/** What a frame of a session showed, as it was read. */
export interface Reading {
  /** Seconds, on the clock of the session's timestamps. */
  readonly time: number;
  /** null when no face was seen. */
  readonly face: ReadFace | null;
}

/** A face as it was read. */
export interface ReadFace {
  readonly emotions: EmotionScores;
  readonly box: Box | null;
  readonly details: FrameDetails | null;
}

// Where each part of a row begins.
const TIME = 0;
const BOX = 1;
const EMOTION = BOX + 4;
const POSE = EMOTION + EMOTIONS.length;
const EYES = POSE + 3;
const MOUTH = EYES + 6;
const QUALITY = MOUTH + 3;
const FRAME = QUALITY + 1 + QUALITY_ASPECTS.length;

/**
 * Numbers that a reading takes as a row: time, box, the seven scores, pose, both eyes, mouth, quality
 * and its aspects, the size of the frame. NaN stands for what is not known.
 */
export const READING_COLUMNS = FRAME + 2;

function eyeColumns(eye: EyeReading | null | undefined): number[] {
  return eye ? [eye.openness, eye.irisX, eye.irisY] : [Number.NaN, Number.NaN, Number.NaN];
}

/** Writes a reading into `rows`, from the index `at` on. */
export function writeReading(rows: Float64Array, at: number, { time, face }: Reading): void {
  rows.fill(Number.NaN, at, at + READING_COLUMNS);
  rows[at + TIME] = time;
  if (face === null) return;
  const { emotions, box, details } = face;
  EMOTIONS.forEach((emotion, i) => {
    rows[at + EMOTION + i] = emotions[emotion];
  });
  if (box !== null) rows.set(box, at + BOX);
  if (details === null) return;
  const { pose, eyes, mouth, quality, frame } = details;
  if (pose !== null) rows.set([pose.yaw, pose.pitch, pose.roll], at + POSE);
  rows.set([...eyeColumns(eyes?.leftSide), ...eyeColumns(eyes?.rightSide)], at + EYES);
  if (mouth !== null) rows.set([mouth.width, mouth.cornerLift, mouth.opening], at + MOUTH);
  const aspects = QUALITY_ASPECTS.map((aspect) => quality.aspects[aspect]);
  rows.set([quality.value, ...aspects], at + QUALITY);
  if (frame !== undefined) rows.set([frame.width, frame.height], at + FRAME);
}

/** The numbers from a column on; null when they are not known. */
function known(row: Float64Array, at: number, count: number): number[] | null {
  const values = Array.from(row.subarray(at, at + count));
  return Number.isNaN(values[0] ?? Number.NaN) ? null : values;
}

function eyeAt(row: Float64Array, at: number): EyeReading | null {
  const values = known(row, at, 3);
  if (values === null) return null;
  const [openness = 0, irisX = 0, irisY = 0] = values;
  return { openness, irisX, irisY };
}

function detailsAt(row: Float64Array): FrameDetails | null {
  const [value = 0, ...aspects] = known(row, QUALITY, 1 + QUALITY_ASPECTS.length) ?? [];
  if (aspects.length === 0) return null;
  const [size = 0, sharpness = 0, exposure = 0, contrast = 0, turned = 0, occlusion = 0] = aspects;
  const pose = known(row, POSE, 3);
  const mouth = known(row, MOUTH, 3);
  const frame = known(row, FRAME, 2);
  const leftSide = eyeAt(row, EYES);
  const rightSide = eyeAt(row, EYES + 3);
  return {
    pose: pose === null ? null : { yaw: pose[0] ?? 0, pitch: pose[1] ?? 0, roll: pose[2] ?? 0 },
    eyes: leftSide === null && rightSide === null ? null : { leftSide, rightSide },
    mouth:
      mouth === null
        ? null
        : { width: mouth[0] ?? 0, cornerLift: mouth[1] ?? 0, opening: mouth[2] ?? 0 },
    quality: {
      value,
      aspects: { size, sharpness, exposure, contrast, pose: turned, occlusion },
    },
    ...(frame === null ? {} : { frame: { width: frame[0] ?? 0, height: frame[1] ?? 0 } }),
  };
}

/** The reading that {@link writeReading} wrote into `rows` from the index `at` on. */
export function readReading(rows: Float64Array, at: number): Reading {
  const row = rows.subarray(at, at + READING_COLUMNS);
  const time = row[TIME] ?? 0;
  if (known(row, EMOTION, 1) === null) return { time, face: null };
  const box = known(row, BOX, 4);
  const [x = 0, y = 0, width = 0, height = 0] = box ?? [];
  return {
    time,
    face: {
      emotions: emotionScoresFromRow(row, EMOTION),
      box: box === null ? null : [x, y, width, height],
      details: detailsAt(row),
    },
  };
}
