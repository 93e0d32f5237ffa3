import type { FrameAnalysis } from '@poise/session';
import { isSmallFace } from '../camera-check/face-size.js';
import type { FrameReading } from '../engine/reading.js';
import { LiveLine } from './live-line.js';
import { LEAST_TO_MISS_A_FACE, RateMeter } from './rate-meter.js';
import type { FaceSight, LiveReading, PracticeSnapshot } from './snapshot.js';

/** About as many frames as a camera gives in a second: a late one does not shake their median. */
const LATENCY_FRAMES = 31;

/** A face that is missing for less than this was turned for a moment; the light stays on. */
const FACE_MEMORY_SECONDS = 0.5;

/** A small face that is lost for less than this is still there, too small to be found. */
const SMALL_FACE_MEMORY_SECONDS = 3;

/** Frames a second under which a face in one of them says nothing of the half second around it. */
const LEAST_TO_FIND = 2;

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
type LiveParts = Pick<PracticeSnapshot, 'live' | 'face' | 'line' | 'framesPerSecond' | 'latency'>;

/** What the live picture shows of the frames; times are seconds on the clock of the frames. */
export class LivePicture {
  readonly #line = new LiveLine();
  readonly #rate = new RateMeter();
  readonly #latencies: number[] = [];
  #live: LiveReading | null = null;
  #lastFrame = Number.NEGATIVE_INFINITY;
  #lastFace = Number.NEGATIVE_INFINITY;
  #lastIsSmall = false;

  /** Notes a frame that was read. */
  addFrame(reading: FrameReading): void {
    const { time, face, latency } = reading;
    this.#rate.add(time);
    this.#latencies.push(latency);
    if (this.#latencies.length > LATENCY_FRAMES) this.#latencies.shift();
    this.#lastFrame = time;
    if (face === null) return;
    this.#lastFace = time;
    this.#lastIsSmall = isSmallFace(reading);
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
    const face = this.#faceAt(time);
    return {
      live: time - this.#lastFace <= FACE_MEMORY_SECONDS ? this.#live : null,
      face,
      line: this.#line.values,
      framesPerSecond: this.#rate.rate(time),
      latency: this.#latencies.toSorted((a, b) => a - b)[this.#latencies.length >> 1] ?? null,
    };
  }
  #faceAt(time: number): FaceSight {
    if (this.#latencies.length === 0) return 'waiting';
    const rate = this.#rate.rate(time);
    const missing = time - this.#lastFace;
    if (missing <= FACE_MEMORY_SECONDS && rate >= LEAST_TO_FIND) return 'found';
    // Where the last frames have a face, it is the frames that are late, not the face that is gone.
    const isLate = this.#lastFrame - this.#lastFace <= FACE_MEMORY_SECONDS;
    if (isLate || rate < LEAST_TO_MISS_A_FACE) return 'too_slow';
    return this.#lastIsSmall && missing <= SMALL_FACE_MEMORY_SECONDS ? 'too_small' : 'missing';
  }
}
