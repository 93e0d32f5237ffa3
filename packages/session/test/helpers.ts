import { EMOTIONS, type Emotion, type EmotionScores } from '@poise/core';
import fc from 'fast-check';
import { InterviewEmotionAnalyzer, type InterviewEmotionAnalyzerOptions } from '../src/index.js';

/** Scores with the given shares; neutral takes what is left of 1. */
export function face(shares: Partial<Record<Emotion, number>> = {}): EmotionScores {
  const scores: Record<Emotion, number> = {
    angry: 0,
    disgust: 0,
    fear: 0,
    happy: 0,
    sad: 0,
    surprise: 0,
    neutral: 0,
    ...shares,
  };
  const sum = EMOTIONS.reduce((total, emotion) => total + scores[emotion], 0);
  return { ...scores, neutral: scores.neutral + Math.max(0, 1 - sum) };
}

/** A session fed at one frame rate from a function of the time; null is a frame without a face. */
export function session(
  fps: number,
  seconds: number,
  expression: (time: number) => EmotionScores | null,
  options: InterviewEmotionAnalyzerOptions = {},
): InterviewEmotionAnalyzer {
  const analyzer = new InterviewEmotionAnalyzer({ startedAt: new Date(0), ...options });
  const frames = Math.round(seconds * fps);
  for (let i = 0; i <= frames; i += 1) {
    const scores = expression(i / fps);
    if (scores === null) analyzer.addMissingFace(i / fps);
    else analyzer.addEmotionData(scores, undefined, i / fps);
  }
  return analyzer;
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** Any scores that sum to 1. */
export const anyScores: fc.Arbitrary<EmotionScores> = fc
  .tuple(unit, unit, unit, unit, unit, unit, fc.double({ min: 0.001, max: 1, noNaN: true }))
  .map((values) => {
    const sum = values.reduce((total, value) => total + value, 0);
    const [angry, disgust, fear, happy, sad, surprise, neutral] = values;
    return {
      angry: angry / sum,
      disgust: disgust / sum,
      fear: fear / sum,
      happy: happy / sum,
      sad: sad / sum,
      surprise: surprise / sum,
      neutral: neutral / sum,
    };
  });
