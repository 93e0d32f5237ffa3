import { PoiseError } from '@poise/core';
import { FERPLUS_CLASSES } from './ferplus.js';

/** One line of a labels.csv. */
export interface LabelRow {
  /** Number of the sheet: 3 stands for sheet-03.png. */
  readonly sheet: number;
  /** Number of the tile in the sheet, row by row from the top left. */
  readonly tile: number;
  /** The split, or null when the file has no such column. */
  readonly split: string | null;
  /** The label as written. */
  readonly label: string;
  /** The ten FER+ vote counts; null where the columns are missing or empty. */
  readonly votes: readonly number[] | null;
}

const VOTE_COLUMNS = FERPLUS_CLASSES.map((name) => `ferplus_${name}`);

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

/**
 * Reads the text of a labels.csv: a header with at least sheet, tile and label, then one line per
 * tile. Values hold no commas, so there is no quoting.
 *
 * @throws PoiseError DATASET_INVALID with the line number of the first line that cannot be read.
 */
export function parseLabelsCsv(text: string): LabelRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = (lines[0] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const column = new Map(header.map((name, i) => [name, i]));
  for (const name of ['sheet', 'tile', 'label']) {
    if (!column.has(name)) throw new PoiseError('DATASET_INVALID', `labels.csv has no ${name}`);
  }
  const hasVotes = VOTE_COLUMNS.every((name) => column.has(name));

  const rows: LabelRow[] = [];
  lines.slice(1).forEach((line, i) => {
    if (line.trim() === '') return;
    const cells = line.split(',').map((cell) => cell.trim());
    const cell = (name: string): string | undefined => cells[column.get(name) ?? -1];
    const sheet = wholeNumber(cell('sheet'));
    const tile = wholeNumber(cell('tile'));
    const label = cell('label') ?? '';
    const filled = hasVotes && VOTE_COLUMNS.some((name) => (cell(name) ?? '') !== '');
    const votes = filled ? VOTE_COLUMNS.map((name) => wholeNumber(cell(name))) : [];
    if (sheet === null || tile === null || label === '' || votes.includes(null)) {
      throw new PoiseError('DATASET_INVALID', `labels.csv, line ${i + 2}: "${line}"`);
    }
    rows.push({
      sheet,
      tile,
      split: cell('split') ?? null,
      label,
      votes: filled ? votes.filter((count) => count !== null) : null,
    });
  });
  return rows;
}
