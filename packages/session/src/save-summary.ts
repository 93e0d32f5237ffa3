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
 * OUTPUT_UNWRITABLE when the file cannot be written, and always in a browser.
 */
export async function saveSummary(summary: SessionSummary, path = 'outputs/'): Promise<string> {
  if (typeof path !== 'string' || path === '')
    throw new PoiseError('OPTION_INVALID', `path must be a folder, got ${JSON.stringify(path)}`);
  // Only here, so that nothing else waits for it; in a browser it refuses.
  const { saveFile, writeFileAtomically } = await import('@poise/core/node');
  const text = `${JSON.stringify(summary)}\n`;
  if (!path.endsWith('.json')) return saveFile(path, sessionFileName(summary.session_id), text);
  await writeFileAtomically(path, text);
  return path;
}
