/** Reads a stream of chunks as one run of bytes, forwards only. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes in a buffer of their own; null when the stream ends before. */
  async take(count: number): Promise<Uint8Array | null> {
    const bytes = new Uint8Array(count);
    const whole = await this.#pass(count, (part, at) => bytes.set(part, at));
    return whole ? bytes : null;
  }

  /** Leaves bytes out; false when the stream ends before. */
  skip(count: number): Promise<boolean> {
    return this.#pass(count, () => undefined);
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #pass(count: number, visit: (part: Uint8Array, at: number) => void): Promise<boolean> {
    let done = 0;
    while (done < count) {
      if (this.#position === this.#chunk.length && !(await this.#fetch())) return false;
      const part = this.#chunk.subarray(this.#position, this.#position + count - done);
      visit(part, done);
      this.#position += part.length;
      done += part.length;
    }
    return true;
  }

  async #fetch(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#chunk = next.value;
    this.#position = 0;
    return true;
  }
}
