import { EMOTIONS, type EmotionScores } from '@poise/core';
import { mapEmotions } from './emotion-scores.js';

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

/** The last frame with a face of a bin. */
export interface LastFrame {
  readonly time: number;
  readonly score: number;
  readonly emotions: EmotionScores;
}

/** Some frames, counted and summed at the full frame rate. */
export interface Bin {
  /** Every frame. */
  readonly frames: number;
  /** Frames with a face. */
  readonly faces: number;
  /** Sum of their confidence scores. */
  readonly scoreSum: number;
  /** Sum of their smoothed scores. */
  readonly emotionSums: EmotionScores;
  /** null when there was no face. */
  readonly last: LastFrame | null;
}

/** A bin and when it starts. */
export interface TimedBin extends Bin {
  /** Seconds since the session's first frame; a frame may have come a little before (see `add`). */
  readonly start: number;
}

/** A bin without a frame. */
export const EMPTY_BIN: Bin = Object.freeze({
  frames: 0,
  faces: 0,
  scoreSum: 0,
  emotionSums: mapEmotions(() => 0),
  last: null,
});

/** Sums two bins; `later` has the last word. */
export function mergeBins(earlier: Bin, later: Bin): Bin {
  return {
    frames: earlier.frames + later.frames,
    faces: earlier.faces + later.faces,
    scoreSum: earlier.scoreSum + later.scoreSum,
    emotionSums: mapEmotions(
      (emotion) => earlier.emotionSums[emotion] + later.emotionSums[emotion],
    ),
    last: later.last ?? earlier.last,
  };
}

/** The mean score of a bin; null without a face. */
export function binMean(bin: Bin): number | null {
  return bin.faces === 0 ? null : bin.scoreSum / bin.faces;
}

/** The expression with the greatest mean score of a bin; null without a face. */
export function binDominant(bin: Bin): (typeof EMOTIONS)[number] | null {
  if (bin.faces === 0) return null;
  return EMOTIONS.reduce((best, emotion) =>
    bin.emotionSums[emotion] > bin.emotionSums[best] ? emotion : best,
  );
}

/** A session in bins of equal length: sums at the full frame rate in memory that it does not decide. */
export class BinSeries {
  #seconds = BIN_SECONDS;
  // Only bins that hold a frame, in order of time.
  #indices: number[] = [];
  #bins: Bin[] = [];
  #latest = Number.NEGATIVE_INFINITY;

  /** The length of a bin in seconds: 0.1, doubled each time a session has outgrown it. */
  get seconds(): number {
    return this.#seconds;
  }

  /** How many bins hold a frame. */
  get length(): number {
    return this.#bins.length;
  }

  /**
   * Adds a frame; `face` is null when it shows none. Times never go backwards. A frame belongs to
   * the bin that its time lies in; but when that bin is taken and the frame is no part of a faster
   * stream, to the bin that it comes a little early for.
   */
  add(time: number, face: Omit<LastFrame, 'time'> | null): void {
    while (this.#indexAt(time) >= MOST_BINS) this.#mergePairs();
    const index = this.#freeIndexAt(time);
    this.#latest = time;
    const frame: Bin =
      face === null
        ? { ...EMPTY_BIN, frames: 1 }
        : {
            frames: 1,
            faces: 1,
            scoreSum: face.score,
            emotionSums: face.emotions,
            last: { time, ...face },
          };
    const at = this.#bins.length - 1;
    const current = this.#bins[at];
    if (current !== undefined && this.#indices[at] === index) {
      this.#bins[at] = mergeBins(current, frame);
      return;
    }
    this.#indices.push(index);
    this.#bins.push(frame);
  }

  /** The bins that hold a frame, in order of time. */
  *[Symbol.iterator](): Generator<TimedBin> {
    for (const [at, bin] of this.#bins.entries())
      yield { ...bin, start: (this.#indices[at] ?? 0) * this.#seconds };
  }

  #indexAt(time: number): number {
    return Math.floor(time / this.#seconds + EDGE_TOLERANCE);
  }

  #freeIndexAt(time: number): number {
    const index = this.#indexAt(time);
    const taken = this.#indices.at(-1);
    if (taken === undefined || index > taken) return index;
    const isOwn = time - this.#latest >= OWN_BIN_GAP * this.#seconds;
    const isNear = time >= (taken + 1 - EARLIEST) * this.#seconds;
    return isOwn && isNear ? taken + 1 : taken;
  }

  #mergePairs(): void {
    const indices: number[] = [];
    const bins: Bin[] = [];
    for (const [at, bin] of this.#bins.entries()) {
      const index = Math.floor((this.#indices[at] ?? 0) / 2);
      const before = bins.at(-1);
      if (before !== undefined && indices.at(-1) === index) {
        bins[bins.length - 1] = mergeBins(before, bin);
      } else {
        indices.push(index);
        bins.push(bin);
      }
    }
    this.#indices = indices;
    this.#bins = bins;
    this.#seconds *= 2;
  }
}
