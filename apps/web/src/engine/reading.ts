import type { Box, EmotionScores } from '@poise/core';
import type { FrameDetails } from '@poise/session';
import type { LightReading } from '@poise/vision/browser';

/** Where a face is, and whose. */
export interface SeenFace {
  /** The person: the same in every frame while the face is followed. */
  readonly id: number;
  readonly box: Box;
}

/** What the engine says of one frame of the camera. */
export interface FrameReading {
  /** Seconds on the clock of `performance.now()`, when the frame was captured. */
  readonly time: number;
  /** Size of the frame in pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * Where the candidate's face is, and, where the person says who they are among several, those of
   * all others: of them nothing more is known.
   */
  readonly faces: readonly SeenFace[];
  /** The candidate's face: the one in front, or the one that was chosen; null when it is not seen. */
  readonly face: {
    readonly box: Box;
    readonly emotions: EmotionScores;
    /** What the face shows beyond its expression. */
    readonly details: FrameDetails | null;
    /** How sure the models are that this is a face, 0–1. */
    readonly score: number;
  } | null;
  readonly light: LightReading;
  /** Milliseconds from capture to this reading. */
  readonly latency: number;
}

/** Where the engine stands. */
export type EngineState =
  | { readonly status: 'idle' }
  /** Bytes of the models and the runtime. */
  | { readonly status: 'loading'; readonly loaded: number; readonly total: number }
  | {
      readonly status: 'ready';
      readonly device: 'wasm' | 'webgpu';
      readonly threads: number;
      readonly expressionModel: string;
      readonly faceDetector: string;
    }
  | { readonly status: 'failed'; readonly error: import('@poise/core').PoiseError };
