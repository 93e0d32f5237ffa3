import { type FileHandle, open } from 'node:fs/promises';
import { PoiseError } from '@poise/core';
import { fileError } from './file-error.js';
import { HEAD_BYTES } from './read-bytes.js';

/**
 * Reads the first bytes of a file.
 *
 * @throws PoiseError INPUT_NOT_FOUND; INPUT_UNREADABLE, also for a folder; INPUT_EMPTY.
 */
export async function readFileHead(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const stats = await file.stat();
    if (stats.isDirectory()) {
      throw new PoiseError('INPUT_UNREADABLE', `${path} is a folder`, {
        hint: 'Give a file.',
      });
    }
    if (stats.isFile() && stats.size === 0) throw new PoiseError('INPUT_EMPTY', path);
    const head = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } catch (cause) {
    if (cause instanceof PoiseError) throw cause;
    throw fileError(path, cause);
  } finally {
    await file?.close();
  }
}
