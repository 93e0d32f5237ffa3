import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardsOf, cardWithFigures } from './cards.js';
import { modelDocument } from './document.js';
import type { Sources } from './sources.js';

/** A file that the script writes, whole or in part. */
export interface DocumentFile {
  /** From the folder of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * docs/models.md and the cards of the expression models, as the results make them.
 *
 * @param root - the folder of the repository; the cards are read from it, for what stands in them
 * besides the figures.
 * @throws TypeError when a card has no place for its figures; the message names it.
 */
export async function documentFiles(root: string, sources: Sources): Promise<DocumentFile[]> {
  const cards = cardsOf(sources).map(async (card) => {
    const path = `packages/models/${card}`;
    return { path, text: cardWithFigures(card, await readFile(join(root, path), 'utf8'), sources) };
  });
  return [{ path: 'docs/models.md', text: modelDocument(sources) }, ...(await Promise.all(cards))];
}
