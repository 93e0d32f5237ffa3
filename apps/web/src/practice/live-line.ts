/** Values a second: a line that moves twice a second is read as calm. */
export const LINE_RATE = 2;

/** How far back the line reaches. */
export const LINE_SECONDS = 60;

const LINE_VALUES = LINE_RATE * LINE_SECONDS;

/** The confidence of the last minute for the live picture: the mean of each half second. */
export class LiveLine {
  readonly #ring: (number | null)[] = [];
  #next = 0;
  #slot = 0;
  #sum = 0;
  #count = 0;
  #values: readonly (number | null)[] = [];

  /** Oldest first; null where no face was seen. The same array until a value is added. */
  get values(): readonly (number | null)[] {
    return this.#values;
  }

  /**
   * Adds what a frame said.
   *
   * @param seconds - on the session's clock, never before the last frame's.
   * @param confidence - 0–1; null without a face.
   */
  add(seconds: number, confidence: number | null): void {
    const slot = Math.floor(seconds * LINE_RATE);
    if (slot > this.#slot) {
      this.#push(this.#count === 0 ? null : this.#sum / this.#count);
      // Half seconds without any frame; more than a line of them cannot be seen.
      const missed = Math.min(slot - this.#slot - 1, LINE_VALUES);
      for (let i = 0; i < missed; i += 1) this.#push(null);
      this.#values = [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)];
      this.#slot = slot;
      this.#sum = 0;
      this.#count = 0;
    }
    if (confidence === null) return;
    this.#sum += confidence;
    this.#count += 1;
  }

  #push(value: number | null): void {
    this.#ring[this.#next] = value;
    this.#next = (this.#next + 1) % LINE_VALUES;
  }
}
