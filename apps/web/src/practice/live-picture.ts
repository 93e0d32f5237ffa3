import type { FrameAnalysis } from '@poise/session';
import { LiveLine } from './live-line.js';
import { RateMeter } from './rate-meter.js';
import type { LiveReading, PracticeSnapshot } from './snapshot.js';

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

/** What the live picture shows of the frames; times are seconds on the clock of the frames. */
export class LivePicture {
  readonly #line = new LiveLine();
  readonly #rate = new RateMeter();
  #live: LiveReading | null = null;
  #lastFace = Number.NEGATIVE_INFINITY;

  /** Notes that a frame was read. */
  addFrame(time: number, hasFace: boolean): void {
    this.#rate.add(time);
    if (hasFace) this.#lastFace = time;
  }

  /** Notes what a frame of the session said, at a second of the session's clock; null without a face. */
  addAnalysis(seconds: number, analysis: FrameAnalysis | null): void {
    this.#line.add(seconds, analysis?.confidenceScore ?? null);
    if (analysis !== null) this.#live = liveReading(analysis);
  }

  /** The picture at a time. */
  at(time: number): Pick<PracticeSnapshot, 'live' | 'faceFound' | 'line' | 'framesPerSecond'> {
    const faceFound = time - this.#lastFace <= FACE_MEMORY_SECONDS;
    return {
      live: faceFound ? this.#live : null,
      faceFound,
      line: this.#line.values,
      framesPerSecond: this.#rate.rate(time),
    };
  }
}
