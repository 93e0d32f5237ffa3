import { EMOTIONS, type Emotion } from '@poise/core';

/** Other names that data sets give to the seven expressions. */
const SYNONYMS: ReadonlyMap<string, Emotion> = new Map<string, Emotion>(
  Object.entries({
    anger: 'angry',
    ang: 'angry',
    an: 'angry',
    disgusted: 'disgust',
    dis: 'disgust',
    di: 'disgust',
    fearful: 'fear',
    afraid: 'fear',
    scared: 'fear',
    fea: 'fear',
    fe: 'fear',
    happiness: 'happy',
    joy: 'happy',
    hap: 'happy',
    ha: 'happy',
    smile: 'happy',
    sadness: 'sad',
    sa: 'sad',
    surprised: 'surprise',
    sur: 'surprise',
    su: 'surprise',
    neutrality: 'neutral',
    natural: 'neutral',
    calm: 'neutral',
    neu: 'neutral',
    ne: 'neutral',
  } as const),
);

/**
 * The expression that a folder or label name means: the seven names and common synonyms, in any
 * case, with an optional number before or after it ("3_Happiness", "angry-01").
 *
 * @returns null for a name of another class, for example contempt.
 */
export function emotionFromName(name: string): Emotion | null {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/^\d+[\s._-]*/, '')
    .replace(/[\s._-]*\d+$/, '');
  return EMOTIONS.find((emotion) => emotion === word) ?? SYNONYMS.get(word) ?? null;
}
