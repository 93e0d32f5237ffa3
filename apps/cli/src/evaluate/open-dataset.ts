import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PoiseError } from '@poise/core';
import { openClassFolders } from './class-folders.js';
import type { Dataset } from './dataset.js';
import { openSheets, type ReadImage } from './sheets.js';

/**
 * Opens a data set for evaluation: sheets with labels.csv, or a folder per expression.
 *
 * @param folder - the data set's folder.
 * @param split - a split name, "all", or undefined for the test split where there are splits.
 * @throws PoiseError INPUT_NOT_FOUND, DATASET_INVALID (also when no image is left).
 */
export async function openDataset(
  folder: string,
  split: string | undefined,
  readImage: ReadImage,
): Promise<Dataset> {
  const root = await stat(folder).catch((cause: unknown) => {
    throw new PoiseError('INPUT_NOT_FOUND', folder, { cause });
  });
  if (!root.isDirectory()) throw new PoiseError('DATASET_INVALID', `${folder} is not a folder`);
  const hasSheets = await stat(join(folder, 'labels.csv')).then(
    (entry) => entry.isFile(),
    () => false,
  );
  const dataset = hasSheets
    ? await openSheets(folder, split, readImage)
    : await openClassFolders(folder, split, readImage);
  if (dataset.images.length === 0) {
    throw new PoiseError('DATASET_INVALID', `${folder} holds no labelled images`);
  }
  return dataset;
}
