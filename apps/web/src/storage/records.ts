import type { EmotionScores, FaceDetails } from '@poise/core';
import type { SessionSummary } from '@poise/session';

/** A question as it was asked; seconds on the session's clock. */
export interface AskedQuestion {
  readonly prompt: string;
  readonly start: number;
  /** null while it is up. */
  readonly end: number | null;
}

/** The resting face as it was read, its eyes on the camera. */
export interface RestingFace {
  /** Seconds of face that it took. */
  readonly seconds: number;
  /** Each the mean of half a second. */
  readonly readings: readonly EmotionScores[];
  /** Some frames of it; left out where the frames had none. */
  readonly details?: readonly FaceDetails[];
}

/** What the list of sessions shows of a finished one. */
export interface SessionDigest {
  readonly score: number | null;
  readonly level: string | null;
  readonly interval: readonly [lower: number, upper: number] | null;
  readonly duration: number;
  readonly sufficient: boolean;
}

/** Everything about a session but its frames and its summary. It is rewritten each second. */
export interface SessionHead {
  /** As `sessionIdOf` makes it; unique in the store. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly source: { readonly kind: 'live' | 'recording'; readonly name: string | null };
  readonly model: { readonly expression: string; readonly faceDetector: string };
  readonly baseline: RestingFace | null;
  /** What the face shows while its eyes are on a question; empty when that was not read. */
  readonly questionLook?: readonly FaceDetails[];
  /** Numbers a row of the log; left out in the logs of before there were details. */
  readonly logColumns?: number;
  readonly questions: readonly AskedQuestion[];
  /** Seconds on the session's clock at which it was paused. */
  readonly breaks: readonly number[];
  /** Seconds on the session's clock that are stored. */
  readonly seconds: number;
  readonly hasRecording: boolean;
  /** null until the report is made. */
  readonly digest: SessionDigest | null;
}

/** A finished session. */
export interface StoredSession {
  readonly head: SessionHead;
  readonly summary: SessionSummary;
}
