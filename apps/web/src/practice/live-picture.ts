import type { FrameAnalysis } from '@poise/session';
import { LiveLine } from './live-line.js';
import { RateMeter } from './rate-meter.js';
import type { LiveReading, PracticeSnapshot } from './snapshot.js';

/** About as many frames as a camera gives in a second: a late one does not shake their median. */
const LATENCY_FRAMES = 31;

/** A face that is missing for less than this was turned for a moment; the light stays on. */
const FACE_MEMORY_SECONDS = 0.5;

function liveReading(analysis: FrameAnalysis): LiveReading {
  return {
    confidence: analysis.confidenceScore,
    level: analysis.confidenceLevel,
    feedbackCode: analysis.feedbackCode,
    dominant: analysis.dominantEmotion,
    emotions: analysis.smoothedEmotions,
  };
}

/** The parts of a snapshot that come from the frames. */
type LiveParts = Pick<
  PracticeSnapshot,
  'live' | 'faceFound' | 'line' | 'framesPerSecond' | 'latency'
>;

/** What the live picture shows of the frames; times are seconds on the clock of the frames. */
export class LivePicture {
  readonly #line = new LiveLine();
  readonly #rate = new RateMeter();
  readonly #latencies: number[] = [];
  #live: LiveReading | null = null;
  #lastFace = Number.NEGATIVE_INFINITY;

  /** Notes that a frame was read, and how many milliseconds after its capture. */
  addFrame(time: number, hasFace: boolean, latency: number): void {
    this.#rate.add(time);
    this.#latencies.push(latency);
    if (this.#latencies.length > LATENCY_FRAMES) this.#latencies.shift();
    if (hasFace) this.#lastFace = time;
  }

  /**
   * Notes what a frame of the session said, at a second of the session's clock; null without a face. A
   * face that is too poor to read says nothing.
   */
  addAnalysis(seconds: number, analysis: FrameAnalysis | null): void {
    const read = analysis?.isEvidence === true ? analysis : null;
    this.#line.add(seconds, read?.confidenceScore ?? null);
    this.#live = read === null ? null : liveReading(read);
  }

  /** The picture at a time. */
  at(time: number): LiveParts {
    const faceFound = time - this.#lastFace <= FACE_MEMORY_SECONDS;
    return {
      live: faceFound ? this.#live : null,
      faceFound,
      line: this.#line.values,
      framesPerSecond: this.#rate.rate(time),
      latency: this.#latencies.toSorted((a, b) => a - b)[this.#latencies.length >> 1] ?? null,
    };
  }
}
