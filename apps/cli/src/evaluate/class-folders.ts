import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Emotion, PoiseError } from '@poise/core';
import { IMAGE_EXTENSIONS } from '@poise/media';
import { ALL_SPLITS, type Dataset, defaultSplit, type LabelledImage } from './dataset.js';
import { emotionFromName } from './labels.js';
import type { ReadImage } from './sheets.js';

interface ClassFolders {
  readonly classes: readonly { readonly folder: string; readonly emotion: Emotion }[];
  readonly others: readonly string[];
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

async function classFolders(folder: string): Promise<ClassFolders> {
  const classes: { folder: string; emotion: Emotion }[] = [];
  const others: string[] = [];
  for (const name of await subfolders(folder)) {
    const emotion = emotionFromName(name);
    if (emotion === null) others.push(name);
    else classes.push({ folder: join(folder, name), emotion });
  }
  return { classes, others };
}

async function imagesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .filter((entry) => IMAGE_EXTENSIONS.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readClasses(
  { classes, others }: ClassFolders,
  split: string | null,
  readImage: ReadImage,
): Promise<Dataset> {
  const images: LabelledImage[] = [];
  for (const { folder, emotion } of classes) {
    for (const path of await imagesUnder(folder)) {
      images.push({ name: path, label: emotion, votes: null, load: () => readImage(path) });
    }
  }
  const notes = others.map(
    (name) => `Left out the folder "${name}": its name is not one of the seven expressions.`,
  );
  return { images, split, notes };
}

/**
 * Opens a data set with one folder of images per expression, or one such set per split
 * ("test/happy/…"). Folder names may be synonyms; see `emotionFromName`.
 *
 * @param split - a split name, "all", or undefined for the test split.
 * @throws PoiseError DATASET_INVALID when no folder is named like an expression, or there is no
 * such split.
 */
export async function openClassFolders(
  root: string,
  split: string | undefined,
  readImage: ReadImage,
): Promise<Dataset> {
  const top = await classFolders(root);
  if (top.classes.length > 0) {
    if (split === undefined || split === ALL_SPLITS) return readClasses(top, null, readImage);
    throw new PoiseError('DATASET_INVALID', `there is no split "${split}"`, {
      hint: 'The folders of the expressions lie directly in the data set: leave out --split.',
    });
  }

  const splits = new Map<string, ClassFolders>();
  for (const name of top.others) {
    const inside = await classFolders(join(root, name));
    if (inside.classes.length > 0) splits.set(name, inside);
  }
  if (splits.size === 0) throw new PoiseError('DATASET_INVALID', root);
  const names = [...splits.keys()];
  if (split === ALL_SPLITS) {
    const parts = [...splits.values()];
    const classes = parts.flatMap((part) => part.classes);
    const others = [...new Set(parts.flatMap((part) => part.others))];
    return readClasses({ classes, others }, ALL_SPLITS, readImage);
  }
  const chosen = split ?? defaultSplit(names);
  const folders = chosen === undefined ? undefined : splits.get(chosen);
  if (chosen === undefined || folders === undefined) {
    const problem = chosen === undefined ? 'no split was chosen' : `there is no split "${chosen}"`;
    throw new PoiseError('DATASET_INVALID', problem, {
      hint: `Give --split with one of: ${[...names, ALL_SPLITS].join(', ')}.`,
    });
  }
  return readClasses(folders, chosen, readImage);
}
