import { PoiseError } from '@poise/core';
import { BlobSource } from 'mediabunny';
import { HEAD_BYTES, type ReadBytes } from '../files/read-bytes.js';
import type { FrameSource } from '../frame-source.js';
import { expectVideo } from '../video/expect-video.js';
import { readDecodable } from '../video/read-decodable.js';
import { openInput } from '../video/recording.js';
import { VideoFileSource } from '../video/video-source.js';
import { browserPlatform } from './browser-platform.js';

/** What opening a video may be told. */
export interface OpenVideoOptions {
  /** Names the recording in its info and in errors; the file's own name when left out. */
  readonly name?: string;
}

/** What a file without a name is called. */
const NAMELESS = 'recording';

/** What to do about a video that the browser cannot decode. */
const UNSUPPORTED_HINT =
  'Convert it to H.264 in mp4, or to VP8 or VP9 in webm, or analyse it with the command "poise analyze".';

/** What to do where there are no decoders at all. */
const NO_DECODERS_HINT =
  'This browser decodes no videos for pages: use a current one, or the command "poise analyze".';

/**
 * Opens a video that the person gave to the page: mp4, mov, webm, mkv and MPEG transport streams with
 * the codecs of the browser. Nothing is loaded whole: the file is read as its frames are. It works in
 * a page and in a worker.
 *
 * @param file - its content decides, not its name.
 * @throws PoiseError INPUT_UNREADABLE, INPUT_EMPTY, INPUT_NOT_MEDIA, INPUT_IS_IMAGE, INPUT_TRUNCATED,
 * INPUT_NO_VIDEO, INPUT_UNSUPPORTED_CODEC, INPUT_DECODE_FAILED.
 */
export async function openVideo(
  file: Blob,
  { name = nameOf(file) }: OpenVideoOptions = {},
): Promise<FrameSource> {
  const read: ReadBytes = async (position, length) => {
    try {
      return new Uint8Array(await file.slice(position, position + length).arrayBuffer());
    } catch (cause) {
      throw new PoiseError('INPUT_UNREADABLE', name, { cause });
    }
  };
  const head = await read(0, HEAD_BYTES);
  if (head.length === 0) throw new PoiseError('INPUT_EMPTY', name);
  const content = await expectVideo(head, read, name);
  if (content.kind === 'foreign') throw unsupported(`${name} (${content.format})`);
  if (typeof VideoDecoder === 'undefined') throw unsupported(name, NO_DECODERS_HINT);
  const input = openInput(new BlobSource(file));
  try {
    const recording = await readDecodable(input, name, browserPlatform.codecs);
    return new VideoFileSource({ path: name, name }, recording, browserPlatform);
  } catch (error) {
    input.dispose();
    const isCodec = error instanceof PoiseError && error.code === 'INPUT_UNSUPPORTED_CODEC';
    throw isCodec ? unsupported(error.detail) : error;
  }
}

function unsupported(detail: string, hint = UNSUPPORTED_HINT): PoiseError {
  return new PoiseError('INPUT_UNSUPPORTED_CODEC', detail, { hint });
}

function nameOf(file: Blob): string {
  return file instanceof File ? file.name : NAMELESS;
}
