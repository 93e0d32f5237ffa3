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

// The columns of a row. NaN stands for what is not known.
const TIME = 0;
const BOX = 1;
const EMOTION = BOX + 4;
const POSE = EMOTION + EMOTIONS.length;
const EYES = POSE + 3;
const MOUTH = EYES + 6;
const QUALITY = MOUTH + 3;
const FRAME = QUALITY + 1 + QUALITY_ASPECTS.length;
const COLUMNS = FRAME + 2;

/** Rows that are made at once: a minute at ten frames a second. */
const BLOCK_ROWS = 600;

function eyeColumns(eye: EyeReading | null | undefined): number[] {
  return eye ? [eye.openness, eye.irisX, eye.irisY] : [Number.NaN, Number.NaN, Number.NaN];
}

function rowOf({ time, face }: Reading): number[] {
  const row = new Array<number>(COLUMNS).fill(Number.NaN);
  const put = (at: number, values: readonly number[]) => row.splice(at, values.length, ...values);
  row[TIME] = time;
  if (face === null) return row;
  const { emotions, box, details } = face;
  put(
    EMOTION,
    EMOTIONS.map((emotion) => emotions[emotion]),
  );
  if (box !== null) put(BOX, box);
  if (details === null) return row;
  const { pose, eyes, mouth, quality, frame } = details;
  if (pose !== null) put(POSE, [pose.yaw, pose.pitch, pose.roll]);
  put(EYES, [...eyeColumns(eyes?.leftSide), ...eyeColumns(eyes?.rightSide)]);
  if (mouth !== null) put(MOUTH, [mouth.width, mouth.cornerLift, mouth.opening]);
  put(QUALITY, [quality.value, ...QUALITY_ASPECTS.map((aspect) => quality.aspects[aspect])]);
  if (frame !== undefined) put(FRAME, [frame.width, frame.height]);
  return row;
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

/**
 * Keeps what each frame of a session showed, as rows of numbers (272 bytes each: 10 MB for an hour at
 * ten frames a second), for going through it again once all of it is known. It can be gone through
 * several times; each reading is made when it is asked for.
 */
export class ReadingLog implements Iterable<Reading> {
  readonly #blocks: Float64Array[] = [];
  #length = 0;

  /** How many frames there are. */
  get length(): number {
    return this.#length;
  }

  /** Adds a frame. */
  push(reading: Reading): void {
    if (this.#length === this.#blocks.length * BLOCK_ROWS)
      this.#blocks.push(new Float64Array(BLOCK_ROWS * COLUMNS));
    this.#length += 1;
    this.#row(this.#length - 1).set(rowOf(reading));
  }

  /** The frames in the order in which they were added. */
  *[Symbol.iterator](): Generator<Reading> {
    for (let i = 0; i < this.#length; i += 1) {
      const row = this.#row(i);
      const time = row[TIME] ?? 0;
      if (known(row, EMOTION, 1) === null) {
        yield { time, face: null };
        continue;
      }
      const box = known(row, BOX, 4);
      const [x = 0, y = 0, width = 0, height = 0] = box ?? [];
      yield {
        time,
        face: {
          emotions: emotionScoresFromRow(row, EMOTION),
          box: box === null ? null : [x, y, width, height],
          details: detailsAt(row),
        },
      };
    }
  }

  #row(position: number): Float64Array {
    const start = (position % BLOCK_ROWS) * COLUMNS;
    const block = this.#blocks[Math.floor(position / BLOCK_ROWS)];
    if (block === undefined) throw new RangeError(`there is no reading ${position}`);
    return block.subarray(start, start + COLUMNS);
  }
}
