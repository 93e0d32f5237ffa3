import { EMOTIONS, emotionScoresFromRow } from '@poise/core';
import { READING_COLUMNS, type Reading, readReading } from '@poise/session';

/** Numbers a row of a session's log: the readings of `@poise/session`. */
export const LOG_COLUMNS = READING_COLUMNS;

// Where each part of a row began in the logs of before there were details.
const FACE_COLUMN = 1;
const EMOTIONS_COLUMN = 2;
const BOX_COLUMN = EMOTIONS_COLUMN + EMOTIONS.length;

/**
 * Numbers a row of the logs that were written before there were details: the time in seconds, 1 with
 * a face and 0 without, the seven scores, and the box (x, y, width, height) in pixels.
 */
export const PLAIN_LOG_COLUMNS = BOX_COLUMN + 4;

function readPlainRow(rows: Float64Array, at: number): Reading {
  const number = (column: number): number => rows[at + column] ?? Number.NaN;
  const time = number(0);
  if (number(FACE_COLUMN) === 0) return { time, face: null };
  const [x, y] = [number(BOX_COLUMN), number(BOX_COLUMN + 1)];
  const box = [x, y, number(BOX_COLUMN + 2), number(BOX_COLUMN + 3)] as const;
  const emotions = emotionScoresFromRow(rows, at + EMOTIONS_COLUMN);
  return { time, face: { emotions, box, details: null } };
}

/**
 * The frames of some rows, in their order; what is left of a row that was cut off is dropped.
 *
 * @param columns - numbers a row: {@link LOG_COLUMNS}, or {@link PLAIN_LOG_COLUMNS} of an old log.
 */
export function* readLogRows(rows: Float64Array, columns: number): Generator<Reading> {
  const read = columns === PLAIN_LOG_COLUMNS ? readPlainRow : readReading;
  for (let at = 0; at + columns <= rows.length; at += columns) yield read(rows, at);
}
