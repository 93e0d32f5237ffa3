import type { ReadBytes } from './read-bytes.js';
import { latin1 } from './sniff-content.js';

/** Bytes of a box header with a 64-bit size. */
const LONG_HEADER_BYTES = 16;

/**
 * Whether a file of the ISO base media family (mp4, mov) holds its index, the `moov` box. Recorders
 * write it last, so that a file that was cut off has none.
 */
export async function hasMovieBox(read: ReadBytes): Promise<boolean> {
  let position = 0;
  for (;;) {
    const header = await read(position, LONG_HEADER_BYTES);
    if (header.length < 8) return false;
    if (latin1(header.subarray(4, 8)) === 'moov') return true;
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const short = view.getUint32(0);
    if (short === 1 && header.length < LONG_HEADER_BYTES) return false;
    const size = short === 1 ? Number(view.getBigUint64(8)) : short;
    if (size < 8) return false; // 0: this box reaches to the end of the file
    position += size;
  }
}
