import { EMOTIONS, emotionScoresFromRow } from '@poise/core';
import type { BinFace, TimedBin } from './bin.js';

// The columns of a row. All are doubles, so that no number differs from what was added up.
const INDEX = 0;
const FRAMES = 1;
const SEEN = 2;
const FACES = 3;
const SCORE_SUM = 4;
const EMOTION_SUMS = 5;
const LAST_TIME = EMOTION_SUMS + EMOTIONS.length;
const LAST_SCORE = LAST_TIME + 1;
const LAST_EMOTIONS = LAST_SCORE + 1;
const COLUMNS = LAST_EMOTIONS + EMOTIONS.length;

/** Rows that are made at once: a minute of the usual bins. Blocks are never copied or half empty, as an array that doubles is. */
const BLOCK_ROWS = 600;

function increase(row: Float64Array, column: number, by: number): void {
  row[column] = (row[column] ?? 0) + by;
}

/** Bins as rows of numbers, 168 bytes each: a tree of objects takes several times as much. */
export class BinRows {
  readonly #blocks: Float64Array[] = [];
  #length = 0;

  /** How many bins there are. */
  get length(): number {
    return this.#length;
  }

  /** The index of the last bin; null before the first. */
  get lastIndex(): number | null {
    return this.#length === 0 ? null : this.#number(this.#length - 1, INDEX);
  }

  /** Appends a bin without a frame; `index` is its place in the series, where bins without a frame count too. */
  push(index: number): void {
    if (this.#length === this.#blocks.length * BLOCK_ROWS)
      this.#blocks.push(new Float64Array(BLOCK_ROWS * COLUMNS));
    this.#length += 1;
    const row = this.#row(this.#length - 1);
    // A row that was merged away holds what it held.
    row.fill(0);
    row[INDEX] = index;
  }

  /** Adds a frame to the last bin; `face` is `poor` when it does not count, null when there is none. */
  addFrame(time: number, face: BinFace): void {
    const row = this.#row(this.#length - 1);
    increase(row, FRAMES, 1);
    if (face === null) return;
    increase(row, SEEN, 1);
    if (face === 'poor') return;
    increase(row, FACES, 1);
    increase(row, SCORE_SUM, face.score);
    row[LAST_TIME] = time;
    row[LAST_SCORE] = face.score;
    for (const [i, emotion] of EMOTIONS.entries()) {
      increase(row, EMOTION_SUMS + i, face.emotions[emotion]);
      row[LAST_EMOTIONS + i] = face.emotions[emotion];
    }
  }

  /**
   * A bin as an object of its own.
   *
   * @param position - 0 to `length` − 1.
   * @param seconds - the length of a bin.
   */
  at(position: number, seconds: number): TimedBin {
    const row = this.#row(position);
    const faces = row[FACES] ?? 0;
    return {
      start: (row[INDEX] ?? 0) * seconds,
      frames: row[FRAMES] ?? 0,
      seen: row[SEEN] ?? 0,
      faces,
      scoreSum: row[SCORE_SUM] ?? 0,
      emotionSums: emotionScoresFromRow(row, EMOTION_SUMS),
      last:
        faces === 0
          ? null
          : {
              time: row[LAST_TIME] ?? 0,
              score: row[LAST_SCORE] ?? 0,
              emotions: emotionScoresFromRow(row, LAST_EMOTIONS),
            },
    };
  }

  /** Halves every index and sums the bins that then have the same. */
  mergePairs(): void {
    let kept = 0;
    for (let from = 0; from < this.#length; from += 1) {
      const index = Math.floor(this.#number(from, INDEX) / 2);
      if (kept > 0 && this.#number(kept - 1, INDEX) === index) {
        this.#addRow(from, kept - 1);
        continue;
      }
      const row = this.#row(kept);
      row.set(this.#row(from));
      row[INDEX] = index;
      kept += 1;
    }
    this.#length = kept;
    this.#blocks.length = Math.ceil(kept / BLOCK_ROWS);
  }

  /** Adds a later bin to an earlier one; the later one has the last word. */
  #addRow(later: number, earlier: number): void {
    const from = this.#row(later);
    const to = this.#row(earlier);
    for (let column = FRAMES; column < LAST_TIME; column += 1)
      increase(to, column, from[column] ?? 0);
    if ((from[FACES] ?? 0) > 0) to.set(from.subarray(LAST_TIME), LAST_TIME);
  }

  #number(position: number, column: number): number {
    return this.#row(position)[column] ?? 0;
  }

  #row(position: number): Float64Array {
    const start = (position % BLOCK_ROWS) * COLUMNS;
    const block = this.#blocks[Math.floor(position / BLOCK_ROWS)];
    if (block === undefined) throw new RangeError(`there is no bin ${position}`);
    return block.subarray(start, start + COLUMNS);
  }
}
