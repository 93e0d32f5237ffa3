/** The median of a stream of numbers from a histogram, in memory that does not grow. */
export class RunningMedian {
  readonly #from: number;
  readonly #step: number;
  readonly #counts: Uint32Array;
  #total = 0;

  /**
   * @param from - the lowest value that is told apart from lower ones.
   * @param to - the highest.
   * @param step - how fine the median is.
   */
  constructor(from: number, to: number, step: number) {
    this.#from = from;
    this.#step = step;
    this.#counts = new Uint32Array(Math.round((to - from) / step) + 1);
  }

  /** How many numbers there were. */
  get count(): number {
    return this.#total;
  }

  /** Adds a number; those beyond the ends count as the ends. */
  add(value: number): void {
    const at = Math.round((value - this.#from) / this.#step);
    const within = Math.min(Math.max(at, 0), this.#counts.length - 1);
    this.#counts[within] = (this.#counts[within] ?? 0) + 1;
    this.#total += 1;
  }

  /** The median; null before the first number. */
  get value(): number | null {
    if (this.#total === 0) return null;
    let below = 0;
    for (const [i, count] of this.#counts.entries()) {
      below += count;
      if (below * 2 >= this.#total) return this.#from + i * this.#step;
    }
    return null;
  }
}

/**
 * The median of a list.
 *
 * @returns null for an empty one.
 */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
