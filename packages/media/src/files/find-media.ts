import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { PoiseError } from '@poise/core';
import { fileError } from './file-error.js';

/**
 * Names that recordings usually have, with the dot, in lower case. `.ts` and `.mts` are left out: in
 * most folders they are TypeScript. Such a recording can be opened by its own path.
 */
export const VIDEO_EXTENSIONS: readonly string[] = [
  '.mp4',
  '.m4v',
  '.mov',
  '.webm',
  '.mkv',
  '.avi',
  '.wmv',
  '.flv',
  '.mpg',
  '.mpeg',
  '.m2ts',
  '.3gp',
];

/** Names that pictures usually have, with the dot, in lower case. */
export const IMAGE_EXTENSIONS: readonly string[] = [
  '.jpg',
  '.jpeg',
  '.png',
  '.webp',
  '.gif',
  '.tif',
  '.tiff',
  '.avif',
];

/** A folder of installed packages: their example videos are nobody's recordings. */
const SKIPPED_FOLDER = 'node_modules';

/**
 * Finds the recordings in a folder and its sub-folders, by their names, sorted. Hidden files and
 * folders and `node_modules` are left out; a folder that is reached twice through links
 * counts once.
 *
 * @param directory - the folder.
 * @returns paths that begin with `directory`.
 * @throws PoiseError INPUT_NOT_FOUND, INPUT_UNREADABLE; INPUT_NO_MEDIA_IN_FOLDER when there is none.
 */
export async function findMedia(directory: string): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  await collect(directory, found, seen);
  if (found.length === 0) throw new PoiseError('INPUT_NO_MEDIA_IN_FOLDER', directory);
  return found.sort();
}

async function collect(directory: string, found: string[], seen: Set<string>): Promise<void> {
  const real = await realpath(directory).catch((cause) => {
    throw fileError(directory, cause);
  });
  if (seen.has(real)) return;
  seen.add(real);
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause) => {
    throw cause.code === 'ENOTDIR' ? notAFolder(directory) : fileError(directory, cause);
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(directory, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === 'folder' && entry.name !== SKIPPED_FOLDER) {
      // One folder that may not be read does not hide the recordings in the others.
      await collect(path, found, seen).catch(() => undefined);
    } else if (kind === 'file' && VIDEO_EXTENSIONS.includes(extname(entry.name).toLowerCase())) {
      found.push(path);
    }
  }
}

/** Follows links; one that leads nowhere is neither a file nor a folder. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'neither'> {
  const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
  if (target?.isDirectory()) return 'folder';
  return target?.isFile() ? 'file' : 'neither';
}

function notAFolder(path: string): PoiseError {
  return new PoiseError('INPUT_UNREADABLE', `${path} is not a folder`, {
    hint: 'Give a folder, or open the file by its own path.',
  });
}
