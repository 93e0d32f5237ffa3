import { open } from 'node:fs/promises';

/** Bytes of a box header with a 64-bit size. */
const LONG_HEADER_BYTES = 16;

/**
 * Whether a file of the ISO base media family (mp4, mov) holds its index, the `moov` box. Recorders
 * write it last, so that a file that was cut off has none.
 */
export async function hasMovieBox(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(LONG_HEADER_BYTES);
    let position = 0;
    for (;;) {
      const { bytesRead } = await file.read(header, 0, LONG_HEADER_BYTES, position);
      if (bytesRead < 8) return false;
      if (header.toString('latin1', 4, 8) === 'moov') return true;
      const short = header.readUInt32BE(0);
      const size = short === 1 ? Number(header.readBigUInt64BE(8)) : short;
      if (size < 8) return false; // 0: this box reaches to the end of the file
      position += size;
    }
  } finally {
    await file.close();
  }
}
