import { PoiseError } from '@poise/core';
import type { SessionSummary } from './schema.js';
import { sessionFileName } from './session-names.js';

/**
 * Writes a summary as JSON (Node only): the whole file or none of it.
 *
 * @param summary - the summary.
 * @param path - the folder (`outputs/` when not given), made when it is missing; or a file whose name
 * ends in `.json`.
 * @returns the path of the file, `interview_session_<session_id>.json` in the folder.
 * @throws PoiseError OPTION_INVALID when the path is not a string with something in it,
 * OUTPUT_UNWRITABLE when the file cannot be written.
 */
export async function saveSummary(summary: SessionSummary, path = 'outputs/'): Promise<string> {
  if (typeof path !== 'string' || path === '')
    throw new PoiseError('OPTION_INVALID', `path must be a folder, got ${JSON.stringify(path)}`);
  // Only here, so that everything else runs in a browser too.
  const { join } = await import('node:path');
  const { writeFileAtomically } = await import('@poise/core/node');
  const file = path.endsWith('.json') ? path : join(path, sessionFileName(summary.session_id));
  await writeFileAtomically(file, `${JSON.stringify(summary)}\n`);
  return file;
}
