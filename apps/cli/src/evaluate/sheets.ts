import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Frame, PoiseError } from '@poise/core';
import { ALL_SPLITS, type Dataset, defaultSplit, type LabelledImage } from './dataset.js';
import { emotionFromName } from './labels.js';
import { type LabelRow, parseLabelsCsv } from './labels-csv.js';

/** Side of a tile in pixels: the size of a FER2013 image. */
const TILE_SIZE = 48;

/** Reads one picture file; injected so that the reader can be tested without files. */
export type ReadImage = (path: string) => Promise<Frame>;

/** Cuts tile number `tile` out of a sheet whose tiles lie row by row. */
export function cutTile(sheet: Frame, tile: number): Frame {
  const columns = Math.floor(sheet.width / TILE_SIZE);
  const rows = Math.floor(sheet.height / TILE_SIZE);
  if (tile >= columns * rows) {
    throw new PoiseError('DATASET_INVALID', `tile ${tile} is not on its sheet`, {
      hint: `The sheet holds ${columns} × ${rows} tiles of ${TILE_SIZE} × ${TILE_SIZE} pixels, numbered from 0.`,
    });
  }
  const left = (tile % columns) * TILE_SIZE;
  const top = Math.floor(tile / columns) * TILE_SIZE;
  const data = new Uint8Array(TILE_SIZE * TILE_SIZE * 3);
  for (let y = 0; y < TILE_SIZE; y += 1) {
    const start = ((top + y) * sheet.width + left) * 3;
    data.set(sheet.data.subarray(start, start + TILE_SIZE * 3), y * TILE_SIZE * 3);
  }
  return { width: TILE_SIZE, height: TILE_SIZE, data, timestamp: 0 };
}

function chooseSplit(rows: readonly LabelRow[], asked: string | undefined): string | null {
  const splits = [...new Set(rows.map((row) => row.split).filter((split) => split !== null))];
  if (splits.length === 0 && asked === undefined) return null;
  const split = asked ?? defaultSplit(splits);
  if (split !== undefined && (split === ALL_SPLITS || splits.includes(split))) return split;
  const problem = split === undefined ? 'no split was chosen' : `there is no split "${split}"`;
  throw new PoiseError('DATASET_INVALID', problem, {
    hint: `Give --split with one of: ${[...splits, ALL_SPLITS].join(', ')}.`,
  });
}

/**
 * Opens a data set of sheets: sheet-NN.png, each a grid of 48 × 48 tiles, and labels.csv.
 *
 * @param folder - the folder that holds them.
 * @param split - a split name, "all", or undefined for the test split.
 * @throws PoiseError DATASET_INVALID when labels.csv cannot be read or has no such split.
 */
export async function openSheets(
  folder: string,
  split: string | undefined,
  readImage: ReadImage,
): Promise<Dataset> {
  const rows = parseLabelsCsv(await readFile(join(folder, 'labels.csv'), 'utf8'));
  const chosen = chooseSplit(rows, split);
  const ofSplit = rows.filter(
    (row) => chosen === null || chosen === ALL_SPLITS || row.split === chosen,
  );

  // Rows come sheet by sheet, so one decoded sheet at a time is enough.
  let current: { sheet: number; frame: Promise<Frame> } | undefined;
  const loadSheet = (sheet: number): Promise<Frame> => {
    if (current?.sheet !== sheet) {
      const file = `sheet-${String(sheet).padStart(2, '0')}.png`;
      current = { sheet, frame: readImage(join(folder, file)) };
    }
    return current.frame;
  };

  const images: LabelledImage[] = [];
  const otherLabels = new Set<string>();
  for (const { sheet, tile, label, votes } of ofSplit) {
    const emotion = emotionFromName(label);
    if (emotion === null) {
      otherLabels.add(label);
      continue;
    }
    const name = `sheet ${sheet}, tile ${tile}`;
    const load = async (): Promise<Frame> => cutTile(await loadSheet(sheet), tile);
    images.push({ name, label: emotion, votes, load });
  }
  const notes = [...otherLabels].map(
    (label) => `Left out the images labelled "${label}": not one of the seven expressions.`,
  );
  return { images, split: chosen, notes };
}
