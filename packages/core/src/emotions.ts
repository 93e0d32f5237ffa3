/**
 * The seven expression classes, in the order that every tensor, table and file of Poise uses.
 * They name what a face *shows*, never what a person feels.
 */
export const EMOTIONS = [
  'angry',
  'disgust',
  'fear',
  'happy',
  'sad',
  'surprise',
  'neutral',
] as const;

/** One of the seven expression classes. */
export type Emotion = (typeof EMOTIONS)[number];

/** A probability for each expression class; they lie in 0–1 and sum to 1. */
export type EmotionScores = Readonly<Record<Emotion, number>>;

/** The classes that models get wrong most, and that a resting face is most often mistaken for. */
export const NEGATIVE_EMOTIONS = ['angry', 'disgust', 'fear', 'sad'] as const satisfies Emotion[];

/**
 * Turns a row of seven probabilities into named scores.
 *
 * @param row - seven values in the order of {@link EMOTIONS}.
 * @param offset - where the row starts in a longer array, for example a batch.
 */
export function emotionScoresFromRow(row: ArrayLike<number>, offset = 0): EmotionScores {
  const scores = {} as Record<Emotion, number>;
  EMOTIONS.forEach((emotion, i) => {
    scores[emotion] = row[offset + i] ?? Number.NaN;
  });
  return scores;
}

/** The class with the highest score; the first in the order of {@link EMOTIONS} when two are equal. */
export function dominantEmotion(scores: EmotionScores): Emotion {
  let best: Emotion = EMOTIONS[0];
  for (const emotion of EMOTIONS) if (scores[emotion] > scores[best]) best = emotion;
  return best;
}
