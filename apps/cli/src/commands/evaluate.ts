import { PoiseError } from '@poise/core';
import { defaultModel, findModel } from '@poise/models';
import { EmotionDetector, ExpressionClassifier } from '@poise/vision';
import type { Environment } from '../environment.js';
import { type LabelledImage, takeEvenly } from '../evaluate/dataset.js';
import { evaluateScores } from '../evaluate/evaluation.js';
import { openDataset } from '../evaluate/open-dataset.js';
import { type Scores, scoreCrops, type Watch } from '../evaluate/score-crops.js';
import { scoreImages } from '../evaluate/score-images.js';
import { EXIT_CODES } from '../exit-codes.js';
import { formatEvaluation } from '../output/evaluation-text.js';
import { printJson } from '../output/terminal.js';
import { readImage } from '../read-image.js';

/** The options of `poise evaluate`. */
export interface EvaluateOptions {
  readonly model?: string;
  readonly crops: boolean;
  readonly split?: string;
  readonly limit?: number;
  readonly json: boolean;
}

/** Notes that are listed before the rest is only counted. */
const LISTED_NOTES = 10;

async function score(
  images: readonly LabelledImage[],
  model: string,
  crops: boolean,
  watch: Watch,
): Promise<Scores> {
  if (crops) {
    await using classifier = await ExpressionClassifier.create({ model });
    return await scoreCrops(images, classifier, watch);
  }
  // The images of a data set are small: the face of each counts, however few pixels it has.
  await using detector = await EmotionDetector.create({
    model,
    maxFaces: 1,
    minFaceSize: 0,
    tracking: false,
  });
  return await scoreImages(images, detector, watch);
}

/** Measures an expression model on a labelled data set. */
export async function evaluateCommand(
  folder: string,
  options: EvaluateOptions,
  { terminal, progress, interrupt }: Environment,
): Promise<number> {
  const model = (
    options.model === undefined
      ? defaultModel('expression')
      : findModel(options.model, 'expression')
  ).name;
  const dataset = await openDataset(folder, options.split, readImage);
  const images = takeEvenly(dataset.images, options.limit);

  progress.start(`evaluating ${model}`, images.length);
  const watch = {
    signal: interrupt.signal,
    onProgress: (done: number) => progress.update(done),
  };
  const scores = await score(images, model, options.crops, watch).finally(() => progress.stop());

  const notes = [...dataset.notes, ...scores.unreadable];
  for (const note of notes.slice(0, LISTED_NOTES)) terminal.note(note);
  if (notes.length > LISTED_NOTES) terminal.note(`… and ${notes.length - LISTED_NOTES} more.`);

  if (scores.images.length === 0) {
    throw new PoiseError('DATASET_INVALID', `no image of ${folder} could be read`, {
      hint: 'Open some of its images in a viewer: the notes above say what is wrong with each.',
    });
  }

  const { split } = dataset;
  const evaluation = evaluateScores(scores.images, {
    model,
    split,
    milliseconds: scores.milliseconds,
  });
  if (options.json) printJson(terminal, evaluation);
  else terminal.print(formatEvaluation(evaluation));
  return EXIT_CODES.done;
}
