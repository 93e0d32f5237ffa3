import { EMOTIONS, type Emotion, type EmotionScores, type Frame } from '@poise/core';
import type { LabelledImage } from './dataset.js';
import {
  cancelled,
  type ScoredImage,
  type Scores,
  unreadableNote,
  type Watch,
} from './score-crops.js';
import { withBorder } from './with-border.js';

/** What the detector of @poise/vision does with a picture. The largest face comes first. */
export interface FaceReader {
  detectEmotions(
    frame: Frame,
  ): Promise<
    readonly { readonly emotions: EmotionScores; readonly fer2013Emotions?: EmotionScores }[]
  >;
}

const row = (emotions: EmotionScores): Float32Array =>
  Float32Array.from(EMOTIONS, (emotion: Emotion) => emotions[emotion]);

/**
 * Finds the face in each image and reads its expression. Of several faces the largest counts.
 *
 * @throws PoiseError CANCELLED when the signal was aborted.
 */
export async function scoreImages(
  images: readonly LabelledImage[],
  detector: FaceReader,
  { signal, onProgress }: Watch,
): Promise<Scores> {
  const scored: ScoredImage[] = [];
  const unreadable: string[] = [];
  let milliseconds = 0;
  for (const [i, image] of images.entries()) {
    if (signal.aborted) throw cancelled();
    try {
      const frame = withBorder(await image.load());
      const started = performance.now();
      const [face] = await detector.detectEmotions(frame);
      // An image without a face ends early: its time would make a face look cheap or dear.
      if (face !== undefined) milliseconds += performance.now() - started;
      scored.push({
        label: image.label,
        votes: image.votes,
        probabilities: face === undefined ? null : row(face.emotions),
        fer2013: face?.fer2013Emotions === undefined ? null : row(face.fer2013Emotions),
      });
    } catch (error) {
      unreadable.push(unreadableNote(image, error));
    }
    onProgress(i + 1);
  }
  return { images: scored, unreadable, milliseconds };
}
