import { type Box, EMOTIONS, type EmotionScores, emotionScoresFromRow } from '@poise/core';
import {
  DETAIL_COLUMNS,
  type FramedDetails,
  readDetails,
  writeDetails,
} from './details-columns.js';

/** Where each part of a row begins: time, whether there is a face, the scores, the box, the details. */
const FACE_COLUMN = 1;
const EMOTIONS_COLUMN = 2;
const BOX_COLUMN = EMOTIONS_COLUMN + EMOTIONS.length;
const DETAILS_COLUMN = BOX_COLUMN + 4;

/** Numbers a row of the logs that were written before there were details. */
export const PLAIN_LOG_COLUMNS = DETAILS_COLUMN;

/**
 * Numbers a row of a session's log: the time in seconds, 1 with a face and 0 without, the seven
 * scores in the order of `EMOTIONS`, the box (x, y, width, height) in pixels, and the details.
 */
export const LOG_COLUMNS = DETAILS_COLUMN + DETAIL_COLUMNS;

/** One analysed frame as the log keeps it. */
export interface LoggedFrame {
  /** Seconds on the session's clock. */
  readonly time: number;
  /** null when no face is seen. */
  readonly face: {
    readonly box: Box;
    readonly emotions: EmotionScores;
    readonly details: FramedDetails | null;
  } | null;
}

/** Writes a frame as a row into `rows`, from the index `at` on. */
export function writeLogRow(rows: Float64Array, at: number, { time, face }: LoggedFrame): void {
  rows[at] = time;
  if (face === null) {
    rows.fill(0, at + FACE_COLUMN, at + LOG_COLUMNS);
    return;
  }
  rows[at + FACE_COLUMN] = 1;
  EMOTIONS.forEach((emotion, i) => {
    rows[at + EMOTIONS_COLUMN + i] = face.emotions[emotion];
  });
  rows.set(face.box, at + BOX_COLUMN);
  writeDetails(rows, at + DETAILS_COLUMN, face.details);
}

/**
 * The frames of some rows, in their order; what is left of a row that was cut off is dropped.
 *
 * @param columns - numbers a row: {@link LOG_COLUMNS}, or {@link PLAIN_LOG_COLUMNS} of an old log.
 */
export function* readLogRows(rows: Float64Array, columns: number): Generator<LoggedFrame> {
  for (let at = 0; at + columns <= rows.length; at += columns) {
    const number = (column: number): number => rows[at + column] ?? Number.NaN;
    const face =
      number(FACE_COLUMN) === 0
        ? null
        : {
            emotions: emotionScoresFromRow(rows, at + EMOTIONS_COLUMN),
            box: [
              number(BOX_COLUMN),
              number(BOX_COLUMN + 1),
              number(BOX_COLUMN + 2),
              number(BOX_COLUMN + 3),
            ] as const,
            details: columns < LOG_COLUMNS ? null : readDetails(rows, at + DETAILS_COLUMN),
          };
    yield { time: number(0), face };
  }
}
