import {
  EMOTIONS,
  type Emotion,
  type EmotionScores,
  type FaceDetails,
  type QualityAspect,
} from '@poise/core';
import { isEvidence, worstAspect } from '@poise/session';
import { LEAST_TO_MISS_A_FACE, RateMeter } from './rate-meter.js';

/** Each reading that is kept is the mean of this long: ten of them say as much as 150 frames. */
const READING_SECONDS = 0.5;

/** Details are kept this often: a blink among them is outvoted, and a hundred frames are not stored. */
const DETAILS_SECONDS = 0.1;

/** Frames further apart than this do not show what the face did between them. */
const LONGEST_STEP_SECONDS = 0.5;

/** What keeps frames from counting is told after this long: less is a blink or a move of the hand. */
const OBSTACLE_SECONDS = 1.5;

/** A face that is lost is not gone yet for so long: what was wrong with it is what to put right. */
const REASON_SECONDS = 3;

/**
 * Why frames of a look do not count: no face, too few frames to say that there is none, or what is
 * worst about the one that is seen.
 */
export type LookObstacle = 'no_face' | 'too_few' | QualityAspect;

/** What was read of a face that does one thing for some seconds. */
export interface Look {
  /** Seconds of face. */
  readonly seconds: number;
  /** Expressions, each the mean of half a second. */
  readonly readings: readonly EmotionScores[];
  /** Details of some of the frames. */
  readonly details: readonly FaceDetails[];
}

/** Reads a face for some seconds; time without a face, or with one too poor to read, does not count. */
export class LookReader {
  readonly #length: number;
  readonly #readings: EmotionScores[] = [];
  readonly #details: FaceDetails[] = [];
  #seconds = 0;
  #lastFace: number | null = null;
  #sums: Record<Emotion, number> | null = null;
  #count = 0;
  #counted = 0;
  #missing: { readonly since: number; latest: number; obstacle: LookObstacle } | null = null;
  readonly #rate = new RateMeter();
  readonly #obstacles = new Map<LookObstacle, number>();
  /** What made the last face that was seen hard to read; null where nothing did. */
  #seen: { readonly time: number; readonly reason: LookObstacle | null } | null = null;

  /** @param length - seconds of face to read. */
  constructor(length: number) {
    this.#length = length;
  }

  /** Seconds that are left; 0 when the reading is done. */
  get secondsLeft(): number {
    return Math.max(0, this.#length - this.#seconds);
  }

  /** What was read so far. */
  get result(): Look {
    return {
      seconds: this.#length,
      readings: [...this.#readings],
      details: [...this.#details],
    };
  }

  /** Why no frame has counted for some time; null while they do. */
  get obstacle(): LookObstacle | null {
    const missing = this.#missing;
    return missing !== null && missing.latest - missing.since >= OBSTACLE_SECONDS
      ? missing.obstacle
      : null;
  }

  /** What kept frames from counting, most of all; `too_few` where most of them did count. */
  get mainObstacle(): LookObstacle {
    const [most] = [...this.#obstacles].sort(([, a], [, b]) => b - a);
    const missed = [...this.#obstacles.values()].reduce((sum, count) => sum + count, 0);
    return most === undefined || missed < this.#counted ? 'too_few' : most[0];
  }

  /**
   * Adds a frame.
   *
   * @param time - seconds on any clock that does not go backwards.
   * @param face - null when no face is seen.
   * @param isSmall - whether the face is so small that it may be lost in the next frame.
   */
  add(
    time: number,
    face: { readonly emotions: EmotionScores; readonly details: FaceDetails | null } | null,
    isSmall = false,
  ): void {
    if (this.secondsLeft === 0) return;
    this.#rate.add(time);
    if (face === null) {
      this.#lastFace = null;
      this.#miss(time, this.#reasonAt(time));
      return;
    }
    const quality = face.details?.quality;
    const aspect = quality === undefined || isEvidence(quality) ? null : worstAspect(quality);
    this.#seen = { time, reason: aspect ?? (isSmall ? 'size' : null) };
    if (aspect !== null) {
      this.#lastFace = null;
      this.#miss(time, aspect);
      return;
    }
    this.#missing = null;
    this.#counted += 1;
    if (this.#lastFace !== null)
      this.#seconds += Math.min(time - this.#lastFace, LONGEST_STEP_SECONDS);
    this.#lastFace = time;
    this.#collect(face.emotions);
    const seconds = Math.min(this.#seconds, this.#length);
    if (Math.floor(seconds / READING_SECONDS) > this.#readings.length) this.#keep();
    if (face.details !== null && seconds / DETAILS_SECONDS >= this.#details.length)
      this.#details.push(face.details);
  }

  /** Forgets where the last face was: time that passes now is not read. */
  interrupt(): void {
    this.#lastFace = null;
    this.#missing = null;
  }

  /** Why no face is seen: what was wrong with it just before, or the frames are too few to say. */
  #reasonAt(time: number): LookObstacle {
    const seen = this.#seen;
    const reason = seen !== null && time - seen.time <= REASON_SECONDS ? seen.reason : null;
    if (reason !== null) return reason;
    return this.#rate.rate(time) < LEAST_TO_MISS_A_FACE ? 'too_few' : 'no_face';
  }

  #miss(time: number, obstacle: LookObstacle): void {
    this.#obstacles.set(obstacle, (this.#obstacles.get(obstacle) ?? 0) + 1);
    this.#missing ??= { since: time, latest: time, obstacle };
    this.#missing.latest = time;
    this.#missing.obstacle = obstacle;
  }

  #collect(emotions: EmotionScores): void {
    this.#sums ??= { angry: 0, disgust: 0, fear: 0, happy: 0, sad: 0, surprise: 0, neutral: 0 };
    for (const emotion of EMOTIONS) this.#sums[emotion] += emotions[emotion];
    this.#count += 1;
  }

  #keep(): void {
    if (this.#sums === null) return;
    const mean = { ...this.#sums };
    for (const emotion of EMOTIONS) mean[emotion] /= this.#count;
    this.#readings.push(mean);
    this.#sums = null;
    this.#count = 0;
  }
}
