import type { Emotion, EmotionScores, PoiseError } from '@poise/core';
import type { ConfidenceLevel, FeedbackCode } from '@poise/session';
import type { ToldLook } from './look-outcome.js';
import type { LookObstacle } from './look-reader.js';

/** Where a practice session stands. */
export type PracticePhase =
  /** The resting face is read for some seconds. */
  | 'baseline'
  /** The eyes are on the place of the questions, and are read there for some seconds. */
  | 'question-look'
  /** One of these could not be used: the person says whether to try again. */
  | 'look-outcome'
  /** Three, two, one. */
  | 'countdown'
  /** A question is up and the face is read. */
  | 'asking'
  /** Stopped for now, by the person, because the page was hidden, or because the camera is gone. */
  | 'paused'
  /** The last seconds are written. */
  | 'finishing'
  /** Everything is stored; the report can be made. */
  | 'finished';

/** Whether seconds pass before the first question. */
export function countsDown(phase: PracticePhase): boolean {
  return phase === 'baseline' || phase === 'question-look' || phase === 'countdown';
}

/** What one analysed frame says while the session runs. */
export interface LiveReading {
  /** 0–1, smoothed. */
  readonly confidence: number;
  readonly level: ConfidenceLevel;
  readonly feedbackCode: FeedbackCode;
  readonly dominant: Emotion;
  /** Smoothed; they sum to 1. */
  readonly emotions: EmotionScores;
}

/** Why a session is paused. */
export type PauseReason = 'person' | 'hidden' | 'camera' | 'engine';

/**
 * What the frames of the last moments say of the face. `waiting`: none was read yet. `too_small`: a
 * small one was lost. `too_slow`: too few frames come to say whether one is there.
 */
export type FaceSight = 'waiting' | 'found' | 'too_small' | 'missing' | 'too_slow';

/** Everything that the practice page shows, at most ten times a second. */
export interface PracticeSnapshot {
  readonly phase: PracticePhase;
  /** While paused: why. */
  readonly pauseReason: PauseReason | null;
  /** Seconds practised, pauses left out. */
  readonly seconds: number;
  /** The question that is up. */
  readonly question: {
    /** From 0 on. */
    readonly index: number;
    readonly count: number;
    readonly prompt: string;
    /** null when the questions have no limit of time. */
    readonly secondsLeft: number | null;
  } | null;
  /** Before the first question: whole seconds that are left. */
  readonly countdown: number | null;
  /** What came of the last look before the first question; null before one, and when skipped. */
  readonly look: ToldLook | null;
  /** Why the look that is read does not come on; null while it does. */
  readonly obstacle: LookObstacle | null;
  /** null while no face is seen. */
  readonly live: LiveReading | null;
  /** Whether the face is seen, and if not, why. */
  readonly face: FaceSight;
  /** The confidence of the last minute, two values a second, oldest first; null without a face. */
  readonly line: readonly (number | null)[];
  /** Frames analysed a second, over the last two seconds. */
  readonly framesPerSecond: number;
  /** Milliseconds from a frame's capture to its numbers, median of the last frames; null before. */
  readonly latency: number | null;
  /** What went wrong, when something did: the camera, the engine or the store. */
  readonly problem: PoiseError | null;
}

/** How a session is to go, as the person chose it. */
export interface PracticePlan {
  /** The questions in their order, at least one. */
  readonly questions: readonly string[];
  /** Seconds a question; null: the person goes on by hand. */
  readonly secondsPerQuestion: number | null;
  /** Whether the resting face is read first. */
  readonly withBaseline: boolean;
  /** Whether the camera's picture is kept in this browser. */
  readonly keepRecording: boolean;
}
