import { EMOTIONS, type Emotion, type PoiseError } from '@poise/core';
import { EmotionDetector, type FaceDetectorName, type FaceResult } from '@poise/vision';
import { detailsJson } from '../detect/details-json.js';
import type { DetectedFace, DetectedImage } from '../detect/detected-image.js';
import type { Environment } from '../environment.js';
import { EXIT_CODE_OF, EXIT_CODES } from '../exit-codes.js';
import { formatDetection } from '../output/detection-text.js';
import { errorJson, reportError, toPoiseError } from '../output/errors.js';
import { round } from '../output/round.js';
import { printJson } from '../output/terminal.js';
import { readImage } from '../read-image.js';

/** The options of `poise detect`. */
export interface DetectOptions {
  readonly detector?: FaceDetectorName;
  /** Width of the smallest face in pixels; that of EmotionDetector when left out. */
  readonly minFaceSize?: number;
  readonly model?: string;
  readonly maxFaces?: number;
  readonly json: boolean;
}

function faceJson({
  box: [x, y, w, h],
  score,
  emotions,
  dominantEmotion,
  details,
}: FaceResult): DetectedFace {
  const rounded = Object.fromEntries(EMOTIONS.map((e) => [e, round(emotions[e], 6)]));
  return {
    box: [round(x, 2), round(y, 2), round(w, 2), round(h, 2)],
    score: round(score, 4),
    emotions: rounded as Record<Emotion, number>,
    dominantEmotion,
    details: detailsJson(details),
  };
}

async function detectFile(file: string, detector: EmotionDetector): Promise<DetectedImage> {
  const frame = await readImage(file);
  const faces = await detector.detectEmotions(frame);
  return { file, width: frame.width, height: frame.height, faces: faces.map(faceJson) };
}

/** Finds the faces in pictures and says which expression each shows. */
export async function detectCommand(
  files: readonly string[],
  { detector: faceDetector, minFaceSize, model, maxFaces, json }: DetectOptions,
  { terminal, progress, interrupt, debug }: Environment,
): Promise<number> {
  await using detector = await EmotionDetector.create({
    tracking: false,
    ...(faceDetector === undefined ? {} : { faceDetector }),
    ...(minFaceSize === undefined ? {} : { minFaceSize }),
    ...(model === undefined ? {} : { model }),
    ...(maxFaces === undefined ? {} : { maxFaces }),
  });
  const images: DetectedImage[] = [];
  let firstError: PoiseError | undefined;
  progress.start('detecting', files.length);
  for (const file of files) {
    if (interrupt.signal.aborted) break;
    try {
      images.push(await detectFile(file, detector));
    } catch (thrown) {
      reportError(terminal, thrown, debug);
      const error = toPoiseError(thrown);
      firstError ??= error;
      images.push({ file, width: null, height: null, faces: [], error: errorJson(error) });
    }
    progress.update(images.length);
  }
  progress.stop();
  if (json) printJson(terminal, { images });
  else terminal.print(images.map(formatDetection).join('\n'));
  const exitCode = firstError === undefined ? EXIT_CODES.done : EXIT_CODE_OF[firstError.code];
  return interrupt.exitCode() ?? exitCode;
}
