import { type Reading, writeReading } from '@poise/session';
import { LOG_COLUMNS } from '../storage/session-log.js';

/** Rows that fit at first: two seconds at 30 frames a second. */
const FIRST_ROWS = 60;

/** Collects the rows of a log until they are taken. */
export class RowBuffer {
  #rows = new Float64Array(FIRST_ROWS * LOG_COLUMNS);
  #length = 0;

  /** Adds a frame. */
  add(reading: Reading): void {
    if (this.#length === this.#rows.length) {
      const larger = new Float64Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    writeReading(this.#rows, this.#length, reading);
    this.#length += LOG_COLUMNS;
  }

  /** Hands out the rows so far, as a copy, and begins anew. */
  take(): Float64Array {
    const rows = this.#rows.slice(0, this.#length);
    this.#length = 0;
    return rows;
  }
}
