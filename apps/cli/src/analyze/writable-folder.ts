import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PoiseError } from '@poise/core';

/** The folder itself, or the nearest one above it that exists. */
async function nearestExisting(path: string): Promise<string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const parent = dirname(path);
  if (found !== null || parent === path) return path;
  return nearestExisting(parent);
}

/**
 * Makes sure, before hours of work, that the results can be written: writes and removes a file in
 * the folder, or in the nearest one above it where it does not exist yet. Makes no folder.
 *
 * @returns the folder that was tried.
 * @throws PoiseError OUTPUT_UNWRITABLE.
 */
export async function assertWritableFolder(folder: string): Promise<string> {
  try {
    const existing = await nearestExisting(resolve(folder));
    const probe = join(existing, `.poise-${randomUUID()}.tmp`);
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return existing;
  } catch (cause) {
    throw new PoiseError('OUTPUT_UNWRITABLE', folder, { cause });
  }
}
