import { READING_COLUMNS, type Reading, readReading, writeReading } from './reading-row.js';

/** Rows that are made at once: a minute at ten frames a second. */
const BLOCK_ROWS = 600;

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
    const row = this.#length % BLOCK_ROWS;
    if (row === 0) this.#blocks.push(new Float64Array(BLOCK_ROWS * READING_COLUMNS));
    writeReading(this.#blocks.at(-1) as Float64Array, row * READING_COLUMNS, reading);
    this.#length += 1;
  }

  /** The frames in the order in which they were added. */
  *[Symbol.iterator](): Generator<Reading> {
    for (let i = 0; i < this.#length; i += 1) {
      const block = this.#blocks[Math.floor(i / BLOCK_ROWS)] as Float64Array;
      yield readReading(block, (i % BLOCK_ROWS) * READING_COLUMNS);
    }
  }
}
