import type { AskedQuestion } from '../storage/records.js';

/**
 * Walks through the questions of a session. All times are seconds on the session's clock; a
 * question whose time is over ends at that very second, however late that is noticed.
 */
export class QuestionWalk {
  readonly #prompts: readonly string[];
  readonly #limit: number | null;
  readonly #asked: AskedQuestion[] = [];

  /**
   * @param prompts - the questions in their order, at least one.
   * @param limit - seconds a question; null without a limit.
   */
  constructor(prompts: readonly string[], limit: number | null) {
    this.#prompts = prompts;
    this.#limit = limit;
  }

  /** The questions asked so far; the last one has no end while it is up. */
  get asked(): readonly AskedQuestion[] {
    return this.#asked;
  }

  /** How many questions there are. */
  get count(): number {
    return this.#prompts.length;
  }

  /** The question that is up; null before the first and after the last. */
  get current(): (AskedQuestion & { readonly index: number }) | null {
    const index = this.#asked.length - 1;
    const last = this.#asked[index];
    return last === undefined || last.end !== null ? null : { ...last, index };
  }

  /** Seconds that are left for the question that is up; null without a limit or a question. */
  secondsLeft(seconds: number): number | null {
    const { current } = this;
    if (current === null || this.#limit === null) return null;
    return Math.max(0, current.start + this.#limit - seconds);
  }

  /**
   * Goes on by the clock: ends the questions whose time is over and puts up the next ones.
   *
   * @returns whether a question is still up.
   */
  advance(seconds: number): boolean {
    for (let up = this.current; up !== null && this.#limit !== null; up = this.current) {
      const end = up.start + this.#limit;
      if (seconds < end) return true;
      this.next(end);
    }
    return this.current !== null;
  }

  /**
   * Ends the question that is up and puts up the next one, or the first.
   *
   * @returns whether there was a next one.
   */
  next(seconds: number): boolean {
    this.end(seconds);
    const prompt = this.#prompts[this.#asked.length];
    if (prompt === undefined) return false;
    this.#asked.push({ prompt, start: seconds, end: null });
    return true;
  }

  /** Ends the question that is up. */
  end(seconds: number): void {
    const { current } = this;
    if (current === null) return;
    const { prompt, start, index } = current;
    this.#asked[index] = { prompt, start, end: Math.max(start, seconds) };
  }
}
