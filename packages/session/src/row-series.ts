/** Rows that are made at once. Blocks are never copied or half empty, as an array that doubles is. */
const BLOCK_ROWS = 600;

/**
 * Sums over short times of equal length, as rows of numbers: each row is the time of its index, and
 * only rows that something was added to are kept. When a session needs more rows than there may be,
 * rows are summed in pairs and stand for twice the time, so that memory has a bound.
 */
export class RowSeries<Column extends string> {
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #width: number;
  readonly #most: number;
  readonly #blocks: Float64Array[] = [];
  #seconds: number;
  #length = 0;

  /**
   * @param columns - the names of the sums.
   * @param seconds - the time of a row.
   * @param most - how many rows there may be.
   */
  constructor(columns: readonly Column[], seconds: number, most: number) {
    this.#columns = new Map(columns.map((column, i) => [column, i + 1]));
    this.#width = columns.length + 1;
    this.#seconds = seconds;
    this.#most = most;
  }

  /** The time that a row stands for, in seconds. */
  get seconds(): number {
    return this.#seconds;
  }

  /** How many rows there are. */
  get length(): number {
    return this.#length;
  }

  /**
   * Adds to the row of a time.
   *
   * @param time - seconds; at or after the time of the last row, or within one of the rows.
   */
  add(time: number, sums: Partial<Readonly<Record<Column, number>>>): void {
    while (this.#indexAt(time) >= this.#most) this.#mergePairs();
    const row = this.#rowOf(this.#indexAt(time));
    for (const [column, at] of this.#columns) row[at] = (row[at] ?? 0) + (sums[column] ?? 0);
  }

  /**
   * The sums of a row.
   *
   * @param position - 0 to `length` − 1, in order of time.
   */
  at(position: number): SummedRow<Column> {
    const row = this.#row(position);
    const sums = {} as Record<Column, number>;
    for (const [column, at] of this.#columns) sums[column] = row[at] ?? 0;
    return { start: (row[0] ?? 0) * this.#seconds, sums };
  }

  /** All rows in order of time. */
  rows(): SummedRow<Column>[] {
    return Array.from({ length: this.#length }, (_, i) => this.at(i));
  }

  #indexAt(time: number): number {
    // The tolerance is far under a row: 0.3 / 0.1 is 2.9999….
    return Math.floor(time / this.#seconds + 1e-6);
  }

  /** The row of an index: nearly always the last or a new one, else it is looked for backwards. */
  #rowOf(index: number): Float64Array {
    for (let position = this.#length - 1; position >= 0; position -= 1) {
      const row = this.#row(position);
      if (row[0] === index) return row;
      if ((row[0] ?? 0) < index) break;
    }
    if (this.#length === this.#blocks.length * BLOCK_ROWS)
      this.#blocks.push(new Float64Array(BLOCK_ROWS * this.#width));
    this.#length += 1;
    const row = this.#row(this.#length - 1);
    row.fill(0);
    row[0] = index;
    return row;
  }

  #mergePairs(): void {
    let kept = 0;
    for (let from = 0; from < this.#length; from += 1) {
      const source = this.#row(from);
      const index = Math.floor((source[0] ?? 0) / 2);
      const before = kept === 0 ? null : this.#row(kept - 1);
      if (before !== null && before[0] === index) {
        for (let at = 1; at < this.#width; at += 1)
          before[at] = (before[at] ?? 0) + (source[at] ?? 0);
        continue;
      }
      this.#row(kept).set(source);
      this.#row(kept)[0] = index;
      kept += 1;
    }
    this.#length = kept;
    this.#blocks.length = Math.ceil(kept / BLOCK_ROWS);
    this.#seconds *= 2;
  }

  #row(position: number): Float64Array {
    const start = (position % BLOCK_ROWS) * this.#width;
    const block = this.#blocks[Math.floor(position / BLOCK_ROWS)];
    if (block === undefined) throw new RangeError(`there is no row ${position}`);
    return block.subarray(start, start + this.#width);
  }
}

/** The sums of a short time. */
export interface SummedRow<Column extends string> {
  /** When it starts, in seconds. */
  readonly start: number;
  readonly sums: Readonly<Record<Column, number>>;
}
