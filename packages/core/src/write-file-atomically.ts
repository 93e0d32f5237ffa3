import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PoiseError } from './errors.js';

/**
 * Writes a whole file or none: the bytes go to a temporary name in the same folder, are flushed to
 * disk, and the file is then renamed. A reader never sees half of it, and a failure leaves an
 * older file as it was. Folders that are missing are made.
 *
 * @throws PoiseError OUTPUT_UNWRITABLE when the folder or file cannot be written.
 */
export async function writeFileAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new PoiseError('OUTPUT_UNWRITABLE', path, { cause });
  }
}
