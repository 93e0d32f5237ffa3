import { listModels } from '@poise/models';
import { readResults } from './read-results.js';
import type { Sources } from './sections.js';

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
