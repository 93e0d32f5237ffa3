import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PoiseError } from '@poise/core';
import { fileError } from '@poise/media';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import { toPoiseError } from '../output/errors.js';
import { isAboutOthers } from './room-files.js';

/**
 * Reads a person's past sessions: every JSON file in a folder and its sub-folders, hidden ones left
 * out. A file that is no session of Poise is noted and skipped; what is about the other people of a
 * recording is skipped.
 *
 * @param folder - where the sessions lie.
 * @param note - called with one sentence for each file that is skipped.
 * @returns the sessions, the earliest first.
 * @throws PoiseError OPTION_INVALID when it is no folder; INPUT_NOT_FOUND, INPUT_UNREADABLE when the
 * folder cannot be read.
 */
export async function readHistory(
  folder: string,
  note: (sentence: string) => void,
): Promise<SessionSummary[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOTDIR') throw fileError(folder, cause);
      throw new PoiseError('OPTION_INVALID', `--history is no folder: ${folder}`, {
        hint: 'Give the folder in which the sessions (JSON) of your earlier recordings lie.',
      });
    },
  );
  const files = entries
    .filter((entry) => entry.isFile() && /^[^.].*\.json$/i.test(entry.name))
    // A history is of one person.
    .filter((entry) => !isAboutOthers(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const sessions: SessionSummary[] = [];
  for (const file of files) {
    try {
      sessions.push(parseSessionSummary(JSON.parse(await readFile(file, 'utf8'))));
    } catch (error) {
      const reason = error instanceof SyntaxError ? 'it is not JSON' : toPoiseError(error).what;
      note(`Left out of the history: ${file}: ${reason}.`);
    }
  }
  return sessions.sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
}
