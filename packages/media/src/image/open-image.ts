import { basename } from 'node:path';
import { type Frame, PoiseError } from '@poise/core';
import sharp, { type Sharp } from 'sharp';
import { readFileHead } from '../files/read-file-head.js';
import { sniffContent } from '../files/sniff-content.js';
import { resolveFrameOptions } from '../frame-options.js';
import type { FrameOptions, FrameSource, MediaInfo } from '../frame-source.js';

/**
 * Pixels that an image may have: three times an 8K picture and every camera's photograph. A small
 * file can claim to be far larger and so fill the memory; such a file is refused before decoding.
 */
const MAX_IMAGE_PIXELS = 100_000_000;

/**
 * What shows through transparent parts: mid grey, so that neither dark nor light hair or skin at the
 * edge of a cut-out portrait melts into it.
 */
const BACKGROUND = { r: 128, g: 128, b: 128 };

/**
 * Opens a picture: JPEG, PNG, WebP, GIF, TIFF or AVIF, of which the first page counts. It is turned
 * upright as its EXIF orientation says, brought to 8-bit sRGB, and transparent parts become grey.
 *
 * @param path - the file; its content decides, not its name.
 * @throws PoiseError INPUT_NOT_FOUND, INPUT_UNREADABLE, INPUT_EMPTY, INPUT_NOT_IMAGE,
 * INPUT_TRUNCATED, INPUT_DECODE_FAILED.
 */
export async function openImage(path: string): Promise<FrameSource> {
  const content = sniffContent(await readFileHead(path));
  if (content.kind !== 'image') {
    throw new PoiseError('INPUT_NOT_IMAGE', path);
  }
  try {
    const metadata = await image(path).metadata();
    const { width, height } = metadata.autoOrient;
    if (width * height > MAX_IMAGE_PIXELS) throw tooLarge(path, width, height);
    return new ImageSource(path, width, height, content.format);
  } catch (error) {
    throw asImageError(path, error);
  }
}

function image(path: string): Sharp {
  // The limit is checked above, with a better message.
  return sharp(path, { page: 0, failOn: 'truncated', limitInputPixels: false });
}

function tooLarge(path: string, width: number, height: number): PoiseError {
  return new PoiseError('INPUT_DECODE_FAILED', `${path} is ${width} × ${height} pixels large`, {
    hint: `Scale it down: an image may have up to ${MAX_IMAGE_PIXELS / 1_000_000} million pixels.`,
  });
}

function asImageError(path: string, error: unknown): PoiseError {
  if (error instanceof PoiseError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const cut = /premature end|truncated|end of stream|unexpected end|read error|out of data/i.test(
    message,
  );
  return new PoiseError(cut ? 'INPUT_TRUNCATED' : 'INPUT_DECODE_FAILED', path, { cause: error });
}

/** One picture as a source of one frame. */
class ImageSource implements FrameSource {
  readonly info: MediaInfo;
  #closed = false;

  constructor(path: string, width: number, height: number, format: string) {
    this.info = {
      kind: 'image',
      path,
      name: basename(path),
      width,
      height,
      duration: 0,
      container: format,
      codec: null,
      frameRate: null,
      warnings: [],
    };
  }

  async *frames(options: FrameOptions = {}): AsyncGenerator<Frame, void, undefined> {
    const { start } = resolveFrameOptions(options);
    if (this.#closed) throw new PoiseError('DISPOSED', this.info.path);
    if (options.signal?.aborted) throw new PoiseError('CANCELLED', this.info.path);
    if (start > 0) return;
    yield await this.#decode();
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #decode(): Promise<Frame> {
    try {
      const { data, info } = await image(this.info.path)
        .autoOrient()
        .toColourspace('srgb')
        .flatten({ background: BACKGROUND })
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true });
      const rgb = info.channels === 3 ? new Uint8Array(data) : grayToRgb(data, info.channels);
      return { width: info.width, height: info.height, data: rgb, timestamp: 0 };
    } catch (error) {
      throw asImageError(this.info.path, error);
    }
  }
}

/** Repeats the first channel; sharp leaves pictures without colour at one channel. */
function grayToRgb(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let i = 0, out = 0; i < data.length; i += channels, out += 3) {
    rgb.fill(data[i] as number, out, out + 3);
  }
  return rgb;
}
