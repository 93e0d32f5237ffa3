import type { Emotion, Frame } from '@poise/core';

/** One labelled image. */
export interface LabelledImage {
  /** What to call it in a message: a path inside the data set, or sheet and tile. */
  readonly name: string;
  /** The label of the data set. */
  readonly label: Emotion;
  /** The ten FER+ vote counts in the order of `FERPLUS_CLASSES`; null where none are known. */
  readonly votes: readonly number[] | null;
  /**
   * Reads the pixels.
   * @throws PoiseError when the image cannot be read.
   */
  load(): Promise<Frame>;
}

/** What a data set reader gives. */
export interface Dataset {
  /** The images of the chosen split, in the order of the data set. */
  readonly images: readonly LabelledImage[];
  /** The split that was chosen; null when the data set has none. */
  readonly split: string | null;
  /** What was left out and why, one sentence each. */
  readonly notes: readonly string[];
}

/** The split name that stands for every image of the data set. */
export const ALL_SPLITS = 'all';

/**
 * Splits to take when none is asked for, the first that exists. A model must not be judged on what
 * it was trained on, so training splits are never taken unasked.
 */
const DEFAULT_SPLITS = ['public_test', 'test', 'private_test', 'validation', 'valid', 'val'];

/** The split to evaluate when none was asked for; undefined when there is none to prefer. */
export function defaultSplit(splits: readonly string[]): string | undefined {
  const byName = new Map(splits.map((split) => [split.toLowerCase(), split]));
  for (const name of DEFAULT_SPLITS) {
    const split = byName.get(name);
    if (split !== undefined) return split;
  }
  return undefined;
}

/**
 * At most `limit` images, spread evenly over the whole list, so that a sorted data set still
 * gives every class its share. The same limit always gives the same images.
 */
export function takeEvenly<T>(items: readonly T[], limit: number | undefined): readonly T[] {
  if (limit === undefined || limit >= items.length) return items;
  const step = items.length / limit;
  return Array.from({ length: limit }, (_, i) => items[Math.floor(i * step)]).filter(
    (item) => item !== undefined,
  );
}
