import { join } from 'node:path';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Writes a file into a folder, whole or not at all; a folder that is missing is made.
 *
 * @param folder - the folder.
 * @param name - the name of the file.
 * @returns the path of the file.
 * @throws PoiseError OUTPUT_UNWRITABLE when the folder or file cannot be written.
 */
export async function saveFile(
  folder: string,
  name: string,
  data: string | Uint8Array,
): Promise<string> {
  const path = join(folder, name);
  await writeFileAtomically(path, data);
  return path;
}
