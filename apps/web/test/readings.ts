import { EMOTIONS, type Emotion, type EmotionScores } from '@poise/core';
import type { FrameReading } from '../src/engine/reading.js';
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

/** A reading of a frame of 640 × 480 with a face in good light in its middle. */
export function reading(time: number, changes: Partial<FrameReading> = {}): FrameReading {
  return {
    time,
    width: 640,
    height: 480,
    face: { box: [260, 150, 120, 160], emotions: scores(), score: 0.99 },
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
};
