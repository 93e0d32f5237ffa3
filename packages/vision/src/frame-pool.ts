/** More buffers than a caller keeps in flight are not worth holding on to. */
const MAX_FREE = 4;

/**
 * Buffers that travel to the worker and back. A copy made anew for every frame would wait in the
 * worker for a garbage collection that the worker, which makes little garbage of its own, seldom
 * has: at 720p that is hundreds of megabytes.
 */
export class FramePool {
  #free: Uint8Array<ArrayBuffer>[] = [];

  /** A copy of some bytes, in a buffer of its own that may be transferred. */
  copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const at = this.#free.findIndex((buffer) => buffer.length === bytes.length);
    const [buffer = new Uint8Array(bytes.length)] = at < 0 ? [] : this.#free.splice(at, 1);
    buffer.set(bytes);
    return buffer;
  }

  /** Takes back a buffer that is no longer used. The oldest goes when there are too many. */
  giveBack(buffer: Uint8Array<ArrayBuffer>): void {
    this.#free.push(buffer);
    if (this.#free.length > MAX_FREE) this.#free.shift();
  }
}
