import { PoiseError } from '@poise/core';
import { InputDisposedError, UnsupportedInputFormatError } from 'mediabunny';
import { FfmpegSource } from '../ffmpeg/ffmpeg-source.js';
import { findExecutable } from '../ffmpeg/find-executable.js';
import { probeWithFfmpeg } from '../ffmpeg/probe.js';
import { hasMovieBox } from '../files/has-movie-box.js';
import { isCutRiff } from '../files/is-cut-riff.js';
import { readFileHead } from '../files/read-file-head.js';
import { sniffContent } from '../files/sniff-content.js';
import type { FrameSource } from '../frame-source.js';
import { nativeCodecs } from './native-codecs.js';
import { containerOf, openInput, type Recording, readRecording } from './recording.js';
import { VideoFileSource } from './video-source.js';

/** What opening a video may be told. */
export interface OpenVideoOptions {
  /** Finds a program by its name, null when there is none; looks on the PATH when left out. */
  readonly findExecutable?: (name: string) => Promise<string | null>;
}

/** No container says what it is in fewer bytes than this. */
const SHORTEST_MEDIA = 12;

/**
 * Opens a video file: mp4, mov, webm, mkv and MPEG transport streams with H.264, H.265, VP8, VP9 or
 * AV1 by itself; everything else with the ffmpeg on the PATH, if there is one.
 *
 * A file that was cut off gives what it still holds, and a warning in its info, as long as its index
 * is there.
 *
 * @param path - the file; its content decides, not its name.
 * @throws PoiseError INPUT_NOT_FOUND, INPUT_UNREADABLE, INPUT_EMPTY, INPUT_NOT_MEDIA,
 * INPUT_IS_IMAGE, INPUT_TRUNCATED, INPUT_NO_VIDEO, INPUT_NEEDS_FFMPEG, INPUT_UNSUPPORTED_CODEC,
 * INPUT_DECODE_FAILED.
 */
export async function openVideo(
  path: string,
  options: OpenVideoOptions = {},
): Promise<FrameSource> {
  const find = options.findExecutable ?? findExecutable;
  const head = await readFileHead(path);
  if (head.length < SHORTEST_MEDIA) throw new PoiseError('INPUT_NOT_MEDIA', path);
  const content = sniffContent(head);
  if (content.kind === 'image') throw new PoiseError('INPUT_IS_IMAGE', path);
  if (content.kind === 'foreign') {
    const ffmpeg = await find('ffmpeg');
    if (ffmpeg === null) throw new PoiseError('INPUT_NEEDS_FFMPEG', `${path} (${content.format})`);
    const video = await probeWithFfmpeg(ffmpeg, path);
    const isCut = content.format === 'avi' && (await isCutRiff(path));
    return new FfmpegSource(ffmpeg, path, content.format, { ...video, isCut });
  }
  if (content.kind === 'isobmff' && !(await hasMovieBox(path))) {
    throw new PoiseError('INPUT_TRUNCATED', `${path} (no index)`);
  }
  return openWithMediabunny(path, find);
}

async function openWithMediabunny(
  path: string,
  find: (name: string) => Promise<string | null>,
): Promise<FrameSource> {
  const input = openInput(path);
  try {
    const recording = await readRecording(input, path);
    if (await isDecodable(recording)) return new VideoFileSource(path, recording, nativeCodecs);
    throw new PoiseError('INPUT_UNSUPPORTED_CODEC', `${path} (${recording.codec})`);
  } catch (error) {
    const reason = asVideoError(path, error);
    const ffmpeg = reason.code === 'INPUT_UNSUPPORTED_CODEC' ? await find('ffmpeg') : null;
    if (ffmpeg === null) {
      input.dispose();
      throw reason;
    }
    const container = await containerOf(input).finally(() => input.dispose());
    const video = await probeWithFfmpeg(ffmpeg, path);
    return new FfmpegSource(ffmpeg, path, container, { ...video, isCut: false });
  }
}

async function isDecodable(recording: Recording): Promise<boolean> {
  return nativeCodecs.isSupported(recording.config).catch(() => false);
}

function asVideoError(path: string, error: unknown): PoiseError {
  if (error instanceof PoiseError) return error;
  if (error instanceof UnsupportedInputFormatError) {
    return new PoiseError('INPUT_NOT_MEDIA', path, { cause: error });
  }
  if (error instanceof InputDisposedError) return new PoiseError('DISPOSED', path);
  return new PoiseError('INPUT_DECODE_FAILED', path, { cause: error });
}
