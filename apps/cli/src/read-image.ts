import { type Frame, PoiseError } from '@poise/core';
import { openImage } from '@poise/media';

/**
 * The pixels of a picture file.
 *
 * @throws PoiseError INPUT_… when it cannot be read.
 */
export async function readImage(path: string): Promise<Frame> {
  await using source = await openImage(path);
  for await (const frame of source.frames()) return frame;
  throw new PoiseError('INPUT_DECODE_FAILED', path);
}
