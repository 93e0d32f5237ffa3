import { PoiseError } from '@poise/core';
import { hasMovieBox } from '../files/has-movie-box.js';
import type { ReadBytes } from '../files/read-bytes.js';
import { type Content, sniffContent } from '../files/sniff-content.js';

/** No container says what it is in fewer bytes than this. */
const SHORTEST_MEDIA = 12;

/**
 * Names a file that is no video, or has lost its index, before anything tries to read it.
 *
 * @param head - its first bytes.
 * @param path - names it in errors.
 * @returns what its first bytes show it to be.
 * @throws PoiseError INPUT_NOT_MEDIA, INPUT_IS_IMAGE, INPUT_TRUNCATED.
 */
export async function expectVideo(
  head: Uint8Array,
  read: ReadBytes,
  path: string,
): Promise<Exclude<Content, { kind: 'image' }>> {
  if (head.length < SHORTEST_MEDIA) throw new PoiseError('INPUT_NOT_MEDIA', path);
  const content = sniffContent(head);
  if (content.kind === 'image') throw new PoiseError('INPUT_IS_IMAGE', path);
  if (content.kind === 'isobmff' && !(await hasMovieBox(read))) {
    throw new PoiseError('INPUT_TRUNCATED', `${path} (no index)`);
  }
  return content;
}
