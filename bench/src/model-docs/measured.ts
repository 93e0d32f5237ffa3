import type { Look } from './looks.js';
import { benchConditions, modelTable } from './model-tables.js';
import { recallTable } from './recall-table.js';
import { calibrationTable, robustnessTable } from './sections.js';
import type { Sources } from './sources.js';

const READING = `The public test of FER2013 (Goodfellow et al. 2013), with the votes of FER+ (Barsoum et al. 2016); the private test is kept for an independent check. A model has two heads: the first learned from the FER+ votes and is what Poise uses, the second from FER2013's own labels and serves only for comparison with published figures.

- FER2013 label: how often the second head gives the label of FER2013.
- FER+ plurality: how often the first head gives the expression that most taggers saw, of the seven.
- macro-F1: the F1 of the classes, averaged, so that rare ones count as much as others.
- ECE: how far the probability of an answer is from how often it is right (15 bins); 0 is best.
- Neutral called negative: the share of the faces that taggers call neutral and the model calls angry, disgust, fear or sad.
- Without copies: the same without pictures of which there is a copy, for networks that have seen the copies look better than they are.
- With the mirrored picture: the same, averaged with what the model says of the picture mirrored. That is how Poise reads faces and what \`poise evaluate --crops\` measures; what is not called so is of one look at each picture.`;

/** What differs between the places where the figures of networks stand. */
export interface Place {
  /** Before the titles. */
  readonly heading: '##' | '###';
  /** What the classes are shown for besides one look at the whole test. */
  readonly looks: readonly Look[];
  /** Said besides what is said of training everywhere. */
  readonly ofTraining?: string;
  /** Said besides what is said of the bad webcam everywhere. */
  readonly ofWebcam?: string;
}

/** A section, or nothing where there is nothing to show. */
export function section(title: string, text: string, shown: string | undefined): string[] {
  return shown === undefined ? [] : [title, text, shown];
}

const sentences = (...texts: readonly (string | undefined)[]) =>
  texts.filter((text) => text !== undefined).join(' ');

/**
 * What was measured of the networks of some sources, in parts that blank lines separate: of
 * docs/models.md and of the cards. What has not been measured is left out.
 */
export function measuredParts(sources: Sources, place: Place): string[] {
  const models = modelTable(sources);
  const conditions = benchConditions(sources);
  const { heading, looks, ofTraining, ofWebcam } = place;
  return [
    ...(models === undefined ? [] : [READING, models]),
    ...(conditions === undefined ? [] : [conditions]),
    ...section(
      `${heading} Each expression`,
      'The share of the pictures of an expression that are found, and how many such pictures there are.',
      recallTable(sources, looks),
    ),
    ...section(
      `${heading} Training and calibration`,
      sentences(
        'The temperatures make the probabilities mean what they say; those of the networks trained here were found on pictures that are in neither training nor test. ECE is given before and after. Epochs and hours are those of the last run. A dash: the results do not say.',
        ofTraining,
      ),
      calibrationTable(sources),
    ),
    ...section(
      `${heading} A bad webcam`,
      sentences(
        'How often the first head gives the FER+ plurality; in brackets, neutral called negative.',
        ofWebcam,
      ),
      robustnessTable(sources),
    ),
  ];
}
