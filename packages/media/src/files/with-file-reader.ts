import { open } from 'node:fs/promises';
import type { ReadBytes } from './read-bytes.js';

/** Opens a file for as long as the work takes. */
export async function withFileReader<T>(
  path: string,
  work: (read: ReadBytes) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(async (position, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, position);
      return bytes.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}
