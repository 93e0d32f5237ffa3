import { EMOTIONS, type Emotion, type EmotionScores } from '@poise/core';

/** What two kinds of face score, whatever the weights are: the tests hold the weights to it. */
export const REFERENCE_SCORES = Object.freeze({
  /** A pure neutral face. */
  neutral: Object.freeze({ lower: 0.7, upper: 0.75 }),
  /** A clear smile, and nothing else. */
  clearSmile: Object.freeze({ lower: 0.85, upper: 1 }),
});

/**
 * What each expression adds to the confidence score of a frame, 0–1. The score of a frame is the
 * sum of weight × probability, so a pure expression scores its own weight.
 *
 * The weights are a convention, not a measurement: they order expressions by how an interviewer
 * who sees only the picture is likely to take them, and they hold to these rules. Neutral lies in
 * 0.70–0.75. Only a clear smile reaches 0.85. 0.3 of any negative expression beside a neutral face
 * costs less than 0.1, because those are the classes that models get wrong most. It follows that
 * no face scores under 0.40: of the six levels, the four down to "Nervous" can be reached.
 */
export const EXPRESSION_WEIGHTS: Readonly<Record<Emotion, number>> = Object.freeze({
  // Often a frown of concentration; far enough from neutral to be seen when it stays.
  angry: 0.42,
  // Often pressed lips or a wrinkled nose; as uncertain as angry.
  disgust: 0.42,
  // The one expression that reads as ill at ease on its own, so the lowest; but models read it
  // worst of all, so hardly lower than the others.
  fear: 0.4,
  // A smile is the clearest sign of ease, and the class that models read best. Under 1, so that a
  // full score is never promised; with neutral at 0.72, more than half of the probability has to
  // be a smile before a face reaches 0.85.
  happy: 0.95,
  // The class a resting face is most often mistaken for, so the mildest of the negative ones.
  sad: 0.45,
  // Raised brows may show interest or being caught out: between neutral and the negative classes.
  surprise: 0.6,
  // A calm face is a good interview face: the level "Confident", with room above it for a smile.
  neutral: 0.72,
});

/** The lowest and the highest score that a frame, and so an average, can have. */
export const SCORE_RANGE = Object.freeze({
  lower: Math.min(...Object.values(EXPRESSION_WEIGHTS)),
  upper: Math.max(...Object.values(EXPRESSION_WEIGHTS)),
});

/**
 * The confidence score of one frame: Σ weight × probability over the seven expressions.
 *
 * @param scores - probabilities that sum to 1, smoothed over time when they come from a video.
 * @returns 0.40–0.95, the lowest and the highest of {@link EXPRESSION_WEIGHTS}.
 */
export function frameConfidence(scores: EmotionScores): number {
  let sum = 0;
  for (const emotion of EMOTIONS) sum += EXPRESSION_WEIGHTS[emotion] * scores[emotion];
  return sum;
}
