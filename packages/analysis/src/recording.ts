import type { Box, EmotionScores, FaceDetails } from '@poise/core';
import { MINIMUM_BLINK_RATE } from '@poise/session';

/** The size of a frame in pixels, and its time in seconds. */
export interface FrameMoment {
  readonly width: number;
  readonly height: number;
  readonly timestamp: number;
}

/**
 * Frames a second that are looked at unless told otherwise: the fewest at which blinks are counted.
 * Expressions last a third of a second and more; ten would do for them, in two thirds of the time.
 */
export const DEFAULT_ANALYSIS_FPS = MINIMUM_BLINK_RATE;

/** A span of a recording, in seconds from its start. */
export interface SecondsRange {
  readonly start: number;
  readonly end: number;
}

/** Frames of a recording, wherever they come from: the sources of `@poise/media` are such. */
export interface RecordedFrames<F extends FrameMoment> {
  readonly info: {
    /** Seconds; 0 when nothing states it. */
    readonly duration: number;
    /** Frames a second; null when not known. */
    readonly frameRate: number | null;
  };
  /** Gives the frames of a span, of the whole recording when none is given, in ascending order. */
  frames(
    options: { readonly fps: number; readonly signal: AbortSignal } & Partial<SecondsRange>,
  ): AsyncIterable<F>;
}

/** A face as far as a session needs it. */
export interface ObservedFace {
  /** The same in every frame while the face is followed; left out by what does not follow faces. */
  readonly id?: number;
  readonly box: Box;
  readonly emotions: EmotionScores;
  /** What it shows beyond its expression, where the detector tells. */
  readonly details?: FaceDetails | null;
}

/** What finds the faces of a frame. */
export interface FaceReader<F extends FrameMoment> {
  detectEmotions(frame: F): Promise<readonly ObservedFace[]>;
}

/** What the analysis of a recording needs of a detector: the one of `@poise/vision` is such. */
export interface RecordingDetector<F extends FrameMoment> extends FaceReader<F> {
  readonly info: { readonly expressionModel: string; readonly faceDetector: string };
  /** Forgets the faces seen so far. */
  reset(): Promise<void>;
}
