import type { BinFace, TimedBin } from './bin.js';
import { BinRows } from './bin-rows.js';

/** The length of a bin in seconds: the exported series has 10 samples a second at most. */
export const BIN_SECONDS = 0.1;

/** Six hours of bins. When a session needs more, bins are merged in pairs and get twice as long. */
export const MOST_BINS = 216_000;

/**
 * Frames that are taken about as often as there are bins come a little before or after their turn:
 * a camera wavers, and of a recording at 24 frames a second the frame for 0.1 s is that at 0.083 s.
 * A frame that comes at least this share of a bin after the frame before is one of those, and gets
 * a bin of its own. Where frames come faster, some of them must share one.
 */
const OWN_BIN_GAP = 0.5;

/**
 * How far before a bin's start its frame may come, as a share of a bin. As it is less than a bin,
 * there are never more bins than the time has room for.
 */
const EARLIEST = 0.9;

/** A frame that lies this share of a bin before a bin's start belongs to it: 0.3 / 0.1 is 2.9999… */
const EDGE_TOLERANCE = 1e-6;

/** A session in bins of equal length: sums at the full frame rate in memory that it does not decide. */
export class BinSeries {
  #seconds = BIN_SECONDS;
  // Only bins that hold a frame, in order of time.
  readonly #rows = new BinRows();
  #latest = Number.NEGATIVE_INFINITY;

  /** The length of a bin in seconds: 0.1, doubled each time a session has outgrown it. */
  get seconds(): number {
    return this.#seconds;
  }

  /** How many bins hold a frame. */
  get length(): number {
    return this.#rows.length;
  }

  /**
   * Adds a frame; `face` is `poor` when it does not count, null when it shows none. Times never go backwards. A frame belongs to
   * the bin that its time lies in; but when that bin is taken and the frame is no part of a faster
   * stream, to the bin that it comes a little early for.
   */
  add(time: number, face: BinFace): void {
    while (this.#indexAt(time) >= MOST_BINS) {
      this.#rows.mergePairs();
      this.#seconds *= 2;
    }
    const index = this.#freeIndexAt(time);
    this.#latest = time;
    if (this.#rows.lastIndex !== index) this.#rows.push(index);
    this.#rows.addFrame(time, face);
  }

  /** The bins that hold a frame, in order of time, each made when it is asked for. */
  *[Symbol.iterator](): Generator<TimedBin> {
    for (let at = 0; at < this.#rows.length; at += 1) yield this.#rows.at(at, this.#seconds);
  }

  #indexAt(time: number): number {
    return Math.floor(time / this.#seconds + EDGE_TOLERANCE);
  }

  #freeIndexAt(time: number): number {
    const index = this.#indexAt(time);
    const taken = this.#rows.lastIndex;
    if (taken === null || index > taken) return index;
    const isOwn = time - this.#latest >= OWN_BIN_GAP * this.#seconds;
    const isNear = time >= (taken + 1 - EARLIEST) * this.#seconds;
    return isOwn && isNear ? taken + 1 : taken;
  }
}
