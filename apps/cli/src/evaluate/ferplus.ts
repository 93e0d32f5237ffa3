import type { Emotion } from '@poise/core';

/** The ten answers of FER+ (Barsoum et al. 2016), in the order of the columns of labels.csv. */
export const FERPLUS_CLASSES = [
  'neutral',
  'happiness',
  'surprise',
  'sadness',
  'anger',
  'disgust',
  'fear',
  'contempt',
  'unknown',
  'not_face',
] as const;

/** One of the ten answers of FER+. */
export type FerplusClass = (typeof FERPLUS_CLASSES)[number];

/** The answers that are one of the seven expressions; the other three have no counterpart. */
const AS_EMOTION: Readonly<Partial<Record<FerplusClass, Emotion>>> = {
  neutral: 'neutral',
  happiness: 'happy',
  surprise: 'surprise',
  sadness: 'sad',
  anger: 'angry',
  disgust: 'disgust',
  fear: 'fear',
};

/** A single tagger against the other nine is taken for a slip, as the makers of FER+ do. */
const FEWEST_VOTES = 2;

/**
 * The label on which most taggers agree.
 *
 * @param votes - ten counts in the order of {@link FERPLUS_CLASSES}.
 * @returns the answer with the most votes after single votes are dropped; null when two answers
 * share the first place, when no vote is left, and when contempt, unknown or not_face wins.
 */
export function ferplusLabel(votes: readonly number[]): Emotion | null {
  const kept = FERPLUS_CLASSES.map((_, i) => {
    const count = votes[i] ?? 0;
    return count < FEWEST_VOTES ? 0 : count;
  });
  const most = Math.max(...kept);
  if (most === 0) return null;
  const winners = FERPLUS_CLASSES.filter((_, i) => kept[i] === most);
  const [winner] = winners;
  if (winner === undefined || winners.length > 1) return null;
  return AS_EMOTION[winner] ?? null;
}
