import { EMOTIONS, type Emotion, type EmotionScores } from '@poise/core';
import type { FrameDetails } from '@poise/session';
import type { FrameReading } from '../src/engine/reading.js';
import { LOG_COLUMNS } from '../src/storage/session-log.js';
import type { SessionDraft } from '../src/storage/session-store.js';

/** Scores with the given shares; neutral takes what is left of 1. */
export function scores(shares: Partial<Record<Emotion, number>> = {}): EmotionScores {
  const given = { angry: 0, disgust: 0, fear: 0, happy: 0, sad: 0, surprise: 0, ...shares };
  const sum = Object.values(given).reduce((total, value) => total + value, 0);
  return { ...given, neutral: 1 - sum };
}

/** Scores from seven numbers above 0, made to sum to 1. */
export function scoresOf(values: readonly number[]): EmotionScores {
  const sum = values.reduce((total, value) => total + value, 0);
  return Object.fromEntries(
    EMOTIONS.map((emotion, i) => [emotion, (values[i] ?? 0) / sum]),
  ) as EmotionScores;
}

/** What a face in good light shows that looks at the camera from the middle of the picture. */
export const DETAILS: FrameDetails = {
  frame: { width: 640, height: 480 },
  pose: { yaw: 2, pitch: -4, roll: 1 },
  eyes: {
    leftSide: { openness: 0.31, irisX: 0.02, irisY: -0.01 },
    rightSide: { openness: 0.3, irisX: 0.01, irisY: -0.02 },
  },
  mouth: { width: 0.8, cornerLift: 0.02, opening: 0.01 },
  quality: {
    value: 0.9,
    aspects: { size: 1, sharpness: 0.9, exposure: 1, contrast: 1, pose: 1, occlusion: 1 },
  },
};

/** A face with the given shares of expressions, as the engine reads it. */
export function faceOf(
  shares: Partial<Record<Emotion, number>> = {},
): NonNullable<FrameReading['face']> {
  return { box: [260, 150, 120, 160], emotions: scores(shares), details: DETAILS, score: 0.99 };
}

/** A reading of a frame of 640 × 480 with a face in good light in its middle. */
export function reading(time: number, changes: Partial<FrameReading> = {}): FrameReading {
  return {
    time,
    width: 640,
    height: 480,
    faces: [{ id: 1, box: [260, 150, 120, 160] }],
    face: faceOf(),
    light: { face: 130, surroundings: 110, frame: 113 },
    latency: 40,
    ...changes,
  };
}

/** A session of a live camera that began on 28 November 2025. */
export const DRAFT: SessionDraft = {
  startedAt: new Date(2025, 10, 28, 0, 12, 34).getTime(),
  source: { kind: 'live', name: null },
  model: { expression: 'emotion-bootstrap', faceDetector: 'blazeface' },
  baseline: null,
  questions: [],
  breaks: [],
  logColumns: LOG_COLUMNS,
};
