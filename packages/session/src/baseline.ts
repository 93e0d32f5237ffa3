import { EMOTIONS, type Emotion, type EmotionScores, PoiseError } from '@poise/core';
import { clampUnit } from './clamp-unit.js';
import { checkedScores, mapEmotions, toProbabilities } from './emotion-scores.js';

/** A shift of each expression's logarithm; 0 leaves the expression as it is. */
export type BaselineShift = Readonly<Record<Emotion, number>>;

/** What a resting face should read: neutral, and a trace of everything else. */
export const RESTING_TARGET: EmotionScores = Object.freeze({
  angry: 0.02,
  disgust: 0.02,
  fear: 0.02,
  happy: 0.02,
  sad: 0.02,
  surprise: 0.02,
  neutral: 0.88,
});

/** A resting face that reads at least this much neutral needs no help: nothing is shifted. */
export const NEUTRAL_ENOUGH = 0.8;

/** At this much neutral or less the whole shift counts; between the two it fades in. */
export const NEUTRAL_LOST = 0.5;

/**
 * The furthest that an expression's logarithm is moved: its odds against neutral fall to at most a
 * 55th. That is enough for a resting face that reads three times as sad as neutral, and an
 * expression that is read with 99 % can still be seen through it.
 */
export const LARGEST_SHIFT = 4;

/**
 * The same for happy, whose odds fall to at most a quarter: a person who smiles while the resting
 * face is recorded must not lose the smile for the whole session.
 */
export const LARGEST_SMILE_SHIFT = Math.log(4);

/**
 * Odds of happy against neutral up to this on the resting face are left as they are: a tenth happy
 * is the wavering of the reading, and taking it off would turn faint smiles neutral.
 */
export const RESTING_SMILE_ODDS = 1 / 9;

/** Scores under this are treated as this, because the logarithm of 0 has no end. */
const SMALLEST_SCORE = 1e-4;

function mean(readings: readonly EmotionScores[]): EmotionScores {
  return mapEmotions(
    (emotion) => readings.reduce((sum, scores) => sum + scores[emotion], 0) / readings.length,
  );
}

function oddsAgainstNeutral(scores: EmotionScores, emotion: Emotion): number {
  return Math.max(scores[emotion], SMALLEST_SCORE) / Math.max(scores.neutral, SMALLEST_SCORE);
}

/**
 * How far a person's scores have to be moved, so that their resting face reads as neutral.
 *
 * For each expression the odds against neutral on the resting face (mean of the readings) are
 * compared with those of the target. Where they are higher, the difference of the logarithms is
 * taken off, within a bound; where they are not, nothing is. Neutral itself is never moved. This is
 * the correction of a classifier's outputs for its class priors (Saerens et al. 2002), with the
 * person's resting face in the place of the prior.
 *
 * @param resting - readings of the resting face, at least one.
 * @param target - what the resting face should read.
 * @returns shifts of 0 or less; all 0 for a face that already reads as neutral.
 * @throws PoiseError OPTION_INVALID without a reading, EMOTIONS_INVALID when one is not valid.
 */
export function baselineShift(
  resting: readonly EmotionScores[],
  target: EmotionScores = RESTING_TARGET,
): BaselineShift {
  if (!Array.isArray(resting) || resting.length === 0)
    throw new PoiseError('OPTION_INVALID', 'resting must be a list with at least one reading');
  const rest = mean(resting.map(checkedScores));
  const aim = checkedScores(target);
  const strength = clampUnit((NEUTRAL_ENOUGH - rest.neutral) / (NEUTRAL_ENOUGH - NEUTRAL_LOST));
  return mapEmotions((emotion) => {
    if (emotion === 'neutral') return 0;
    const aimed = oddsAgainstNeutral(aim, emotion);
    const allowed = emotion === 'happy' ? Math.max(aimed, RESTING_SMILE_ODDS) : aimed;
    const excess = Math.log(oddsAgainstNeutral(rest, emotion) / allowed);
    const bound = emotion === 'happy' ? LARGEST_SMILE_SHIFT : LARGEST_SHIFT;
    // 0 − x rather than −x: an expression that is not moved has 0, not −0.
    return 0 - strength * Math.min(Math.max(excess, 0), bound);
  });
}

/**
 * Moves scores by a shift: each is multiplied by exp(shift), and they are made to sum to 1 again.
 *
 * @param scores - probabilities.
 * @param shift - from {@link baselineShift}; with all seven 0 the scores come back as they are.
 */
export function applyBaseline(scores: EmotionScores, shift: BaselineShift): EmotionScores {
  if (EMOTIONS.every((emotion) => shift[emotion] === 0)) return scores;
  return toProbabilities(mapEmotions((emotion) => scores[emotion] * Math.exp(shift[emotion])));
}
