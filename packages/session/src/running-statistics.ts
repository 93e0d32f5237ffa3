/** Steps of the histogram that the median is read from: the median is right to a thousandth. */
const HISTOGRAM_STEPS = 1000;

/** What a distribution of scores looks like. */
export interface ScoreStatistics {
  readonly mean: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Of the frames (divided by n). */
  readonly standardDeviation: number;
  /** To the nearest thousandth. */
  readonly median: number;
}

/**
 * Statistics of scores of 0–1 at the full frame rate, in memory that does not grow: mean and
 * variance by Welford 1962, the median from a histogram.
 */
export class RunningStatistics {
  #count = 0;
  #mean = 0;
  #squares = 0;
  #minimum = Infinity;
  #maximum = -Infinity;
  readonly #histogram = new Uint32Array(HISTOGRAM_STEPS + 1);

  /** Adds a score of 0–1. */
  add(score: number): void {
    this.#count += 1;
    const distance = score - this.#mean;
    this.#mean += distance / this.#count;
    this.#squares += distance * (score - this.#mean);
    this.#minimum = Math.min(this.#minimum, score);
    this.#maximum = Math.max(this.#maximum, score);
    const step = Math.round(score * HISTOGRAM_STEPS);
    this.#histogram[step] = (this.#histogram[step] ?? 0) + 1;
  }

  /** The statistics so far; null before the first score. */
  result(): ScoreStatistics | null {
    if (this.#count === 0) return null;
    return {
      mean: this.#mean,
      minimum: this.#minimum,
      maximum: this.#maximum,
      standardDeviation: Math.sqrt(this.#squares / this.#count),
      median: Math.min(Math.max(this.#median(), this.#minimum), this.#maximum),
    };
  }

  #median(): number {
    let below = 0;
    for (let step = 0; step <= HISTOGRAM_STEPS; step += 1) {
      below += this.#histogram[step] ?? 0;
      if (below * 2 >= this.#count) return step / HISTOGRAM_STEPS;
    }
    return 1;
  }
}
