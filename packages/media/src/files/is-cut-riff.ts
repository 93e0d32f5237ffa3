import { open } from 'node:fs/promises';

/** Bytes before the part of a RIFF file that its header counts: the name and the count itself. */
const HEADER_BYTES = 8;

/**
 * Whether a RIFF file (AVI) holds fewer bytes than its header counts. ffmpeg shortens the length
 * that it reports to what is left of such a file, so that the length does not tell.
 */
export async function isCutRiff(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0);
    const { size } = await file.stat();
    return bytesRead === HEADER_BYTES && size < header.readUInt32LE(4) + HEADER_BYTES;
  } finally {
    await file.close();
  }
}
