/**
 * Gives decoded frames the times of their packets. Decoders put frames in the order of time, but
 * some hand out the times in the order in which the packets went in, which is another one as soon
 * as there are B-frames. So the n-th frame out gets the n-th smallest time in.
 */
export class TimeLabels {
  readonly #waiting: number[] = [];

  /** Notes the time of a packet that went in. */
  add(timestamp: number): void {
    let index = this.#waiting.length;
    while (index > 0 && (this.#waiting[index - 1] as number) > timestamp) index -= 1;
    this.#waiting.splice(index, 0, timestamp);
  }

  /** The time of the frame that came out; undefined when more frames come out than went in. */
  next(): number | undefined {
    return this.#waiting.shift();
  }
}
