import { EMOTIONS, type Emotion, type Frame, PoiseError } from '@poise/core';
import type { LabelledImage } from './dataset.js';

/** What the classifier of @poise/vision does with face crops. */
export interface CropClassifier {
  /** Seven probabilities per frame; `fer2013` is the model's second output, null where it has none. */
  classifyFrames(
    frames: readonly Frame[],
  ): Promise<{ readonly probabilities: Float32Array; readonly fer2013: Float32Array | null }>;
}

/** What came of one image. */
export interface ScoredImage {
  readonly label: Emotion;
  readonly votes: readonly number[] | null;
  /** Seven probabilities; null when no face was found. */
  readonly probabilities: Float32Array | null;
  /** The model's FER2013 output; null where it has none. */
  readonly fer2013: Float32Array | null;
}

/** The scored images and what it took. */
export interface Scores {
  readonly images: readonly ScoredImage[];
  /** Names of images that could not be read, and why. */
  readonly unreadable: readonly string[];
  /** Time spent on the images with a face, in milliseconds; reading the images is not in it. */
  readonly milliseconds: number;
}

/** How a long run is watched and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  onProgress(done: number): void;
}

/** Crops per call of the model: enough to keep it busy, few enough to report progress. */
const BATCH_SIZE = 64;

const CLASSES = EMOTIONS.length;

/**
 * Classifies images that are face crops already.
 *
 * @throws PoiseError CANCELLED when the signal was aborted.
 */
export async function scoreCrops(
  images: readonly LabelledImage[],
  classifier: CropClassifier,
  { signal, onProgress }: Watch,
): Promise<Scores> {
  const scored: ScoredImage[] = [];
  const unreadable: string[] = [];
  let milliseconds = 0;
  for (let start = 0; start < images.length; start += BATCH_SIZE) {
    if (signal.aborted) throw cancelled();
    const batch: LabelledImage[] = [];
    const frames: Frame[] = [];
    for (const image of images.slice(start, start + BATCH_SIZE)) {
      try {
        frames.push(await image.load());
        batch.push(image);
      } catch (error) {
        unreadable.push(unreadableNote(image, error));
      }
    }
    if (frames.length > 0) {
      const started = performance.now();
      const { probabilities, fer2013 } = await classifier.classifyFrames(frames);
      milliseconds += performance.now() - started;
      batch.forEach(({ label, votes }, i) => {
        const row = (all: Float32Array): Float32Array => all.slice(i * CLASSES, (i + 1) * CLASSES);
        scored.push({
          label,
          votes,
          probabilities: row(probabilities),
          fer2013: fer2013 === null ? null : row(fer2013),
        });
      });
    }
    onProgress(Math.min(images.length, start + BATCH_SIZE));
  }
  return { images: scored, unreadable, milliseconds };
}

/** One sentence on an image that could not be read. Errors that are not about the image go on. */
export function unreadableNote(image: LabelledImage, error: unknown): string {
  if (!(error instanceof PoiseError) || !error.code.startsWith('INPUT_')) throw error;
  return `Left out ${image.name}: ${error.what}.`;
}

/** The error of an evaluation that was stopped: half of a data set gives no figures. */
export function cancelled(): PoiseError {
  return new PoiseError('CANCELLED', 'no figures were made', {
    hint: 'Run the command again; --limit takes fewer images.',
  });
}
