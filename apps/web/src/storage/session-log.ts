import { type Box, EMOTIONS, type EmotionScores, emotionScoresFromRow } from '@poise/core';

/** Where each column of a row begins: time, whether there is a face, the scores, the box. */
const FACE_COLUMN = 1;
const EMOTIONS_COLUMN = 2;
const BOX_COLUMN = EMOTIONS_COLUMN + EMOTIONS.length;

/**
 * Numbers a row of a session's log: the time in seconds, 1 with a face and 0 without, the seven
 * scores in the order of `EMOTIONS`, and the box (x, y, width, height) in pixels.
 */
export const LOG_COLUMNS = BOX_COLUMN + 4;

/** One analysed frame as the log keeps it. */
export interface LoggedFrame {
  /** Seconds on the session's clock. */
  readonly time: number;
  /** null when no face is seen. */
  readonly face: { readonly box: Box; readonly emotions: EmotionScores } | null;
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
}

/** The frames of some rows, in their order; what is left of a row that was cut off is dropped. */
export function* readLogRows(rows: Float64Array): Generator<LoggedFrame> {
  for (let at = 0; at + LOG_COLUMNS <= rows.length; at += LOG_COLUMNS) {
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
          };
    yield { time: number(0), face };
  }
}
