import { listModels, type ModelEntry } from '@poise/models';
import { type Results, readResults } from './read-results.js';

/** What a section is written from. */
export interface Sources extends Results {
  /** The expression models that ship, in the order of the manifest. */
  readonly shipped: readonly ModelEntry[];
}

/**
 * All that docs/models.md is written from.
 *
 * @param root - the folder of the repository.
 * @throws TypeError when a file of results is not of its form.
 */
export async function readSources(root: string): Promise<Sources> {
  const shipped = listModels().filter(({ task }) => task === 'expression');
  return { ...(await readResults(root)), shipped };
}
