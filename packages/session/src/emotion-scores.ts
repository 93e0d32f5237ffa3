import { EMOTIONS, type Emotion, type EmotionScores, PoiseError } from '@poise/core';

/** Makes named scores from a function of the expression. */
export function mapEmotions(value: (emotion: Emotion) => number): Record<Emotion, number> {
  return {
    angry: value('angry'),
    disgust: value('disgust'),
    fear: value('fear'),
    happy: value('happy'),
    sad: value('sad'),
    surprise: value('surprise'),
    neutral: value('neutral'),
  };
}

/** Divides scores by their sum, so that they sum to 1. The sum must be above 0. */
export function toProbabilities(scores: EmotionScores): EmotionScores {
  // Dividing by the largest first keeps the sum of very large scores finite.
  const largest = Math.max(...EMOTIONS.map((emotion) => scores[emotion]));
  let sum = 0;
  for (const emotion of EMOTIONS) sum += scores[emotion] / largest;
  return mapEmotions((emotion) => scores[emotion] / largest / sum);
}

/**
 * Checks scores from outside and makes them sum to 1.
 *
 * @throws PoiseError EMOTIONS_INVALID when one of the seven is missing, not finite or negative, or
 * when all are 0.
 */
export function checkedScores(value: unknown): EmotionScores {
  if (typeof value !== 'object' || value === null)
    throw new PoiseError('EMOTIONS_INVALID', `got ${value === null ? 'null' : typeof value}`);
  const given = value as Partial<Record<Emotion, unknown>>;
  const scores = mapEmotions((emotion) => {
    const score = given[emotion];
    if (score === undefined) throw new PoiseError('EMOTIONS_INVALID', `"${emotion}" is missing`);
    if (typeof score !== 'number' || !Number.isFinite(score) || score < 0)
      throw new PoiseError('EMOTIONS_INVALID', `"${emotion}" is ${String(score)}`);
    return score;
  });
  if (EMOTIONS.every((emotion) => scores[emotion] === 0))
    throw new PoiseError('EMOTIONS_INVALID', 'all seven are 0');
  return toProbabilities(scores);
}
