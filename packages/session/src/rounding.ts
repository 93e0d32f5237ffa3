import { EMOTIONS, type Emotion } from '@poise/core';
import { mapEmotions } from './emotion-scores.js';

/** Decimals of a time in the exported JSON: a millisecond is finer than any frame. */
const TIME_DECIMALS = 3;

/** Decimals of a score in the exported JSON: finer than any model is sure of. */
const SCORE_DECIMALS = 4;

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/** Rounds seconds for the exported JSON. */
export function roundTime(seconds: number): number {
  return round(seconds, TIME_DECIMALS);
}

/** Rounds a score for the exported JSON. */
export function roundScore(score: number): number {
  return round(score, SCORE_DECIMALS);
}

/**
 * Rounds seven shares so that the rounded values still sum to the whole: each is rounded down, and
 * the units that are left go to the largest remainders (Hamilton's method of apportionment).
 *
 * @param shares - seven values of 0 or more that are not all 0.
 * @param total - what the rounded values sum to.
 * @param decimals - decimals that are kept.
 */
export function roundShares(
  shares: Readonly<Record<Emotion, number>>,
  total: number,
  decimals: number = SCORE_DECIMALS,
): Record<Emotion, number> {
  const units = Math.round(total * 10 ** decimals);
  const sum = EMOTIONS.reduce((partial, emotion) => partial + shares[emotion], 0);
  const exact = mapEmotions((emotion) => (shares[emotion] / sum) * units);
  const rounded = mapEmotions((emotion) => Math.floor(exact[emotion]));
  const left = units - EMOTIONS.reduce((partial, emotion) => partial + rounded[emotion], 0);
  const byRemainder = [...EMOTIONS].sort((a, b) => exact[b] - rounded[b] - (exact[a] - rounded[a]));
  for (const emotion of byRemainder.slice(0, left)) rounded[emotion] += 1;
  return mapEmotions((emotion) => rounded[emotion] / 10 ** decimals);
}
