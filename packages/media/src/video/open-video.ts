import { basename } from 'node:path';
import { PoiseError } from '@poise/core';
import { FilePathSource } from 'mediabunny';
import { FfmpegSource } from '../ffmpeg/ffmpeg-source.js';
import { findExecutable } from '../ffmpeg/find-executable.js';
import { probeWithFfmpeg } from '../ffmpeg/probe.js';
import { isCutRiff } from '../files/is-cut-riff.js';
import { readFileHead } from '../files/read-file-head.js';
import { withFileReader } from '../files/with-file-reader.js';
import type { FrameSource } from '../frame-source.js';
import { expectVideo } from './expect-video.js';
import { nativePlatform } from './native-platform.js';
import { readDecodable } from './read-decodable.js';
import { containerOf, openInput } from './recording.js';
import { VideoFileSource } from './video-source.js';

/** What opening a video may be told. */
export interface OpenVideoOptions {
  /** Finds a program by its name, null when there is none; looks on the PATH when left out. */
  readonly findExecutable?: (name: string) => Promise<string | null>;
}

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
  const content = await withFileReader(path, (read) => expectVideo(head, read, path));
  if (content.kind === 'foreign') {
    const ffmpeg = await find('ffmpeg');
    if (ffmpeg === null) throw new PoiseError('INPUT_NEEDS_FFMPEG', `${path} (${content.format})`);
    const video = await probeWithFfmpeg(ffmpeg, path);
    const isCut = content.format === 'avi' && (await isCutRiff(path));
    return new FfmpegSource(ffmpeg, path, content.format, { ...video, isCut });
  }
  return openWithMediabunny(path, find);
}

async function openWithMediabunny(
  path: string,
  find: (name: string) => Promise<string | null>,
): Promise<FrameSource> {
  const input = openInput(new FilePathSource(path));
  try {
    const recording = await readDecodable(input, path, nativePlatform.codecs);
    return new VideoFileSource({ path, name: basename(path) }, recording, nativePlatform);
  } catch (error) {
    const unsupported = error instanceof PoiseError && error.code === 'INPUT_UNSUPPORTED_CODEC';
    const ffmpeg = unsupported ? await find('ffmpeg') : null;
    if (ffmpeg === null) {
      input.dispose();
      throw error;
    }
    const container = await containerOf(input).finally(() => input.dispose());
    const video = await probeWithFfmpeg(ffmpeg, path);
    return new FfmpegSource(ffmpeg, path, container, { ...video, isCut: false });
  }
}
