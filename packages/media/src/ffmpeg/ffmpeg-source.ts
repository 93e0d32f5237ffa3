import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { type Frame, PoiseError } from '@poise/core';
import { resolveYuvColor } from '../color/matrix.js';
import { yuvPictureFromPlanes } from '../color/pixel-format.js';
import { resizeRgb } from '../color/resize-rgb.js';
import { createYuvConverter } from '../color/yuv-to-rgb.js';
import { type ResolvedFrameOptions, resolveFrameOptions } from '../frame-options.js';
import type { FrameOptions, FrameSource, MediaInfo } from '../frame-source.js';
import { JITTER_SECONDS } from '../sampling-grid.js';
import { uprightSize } from '../video/upright-size.js';
import type { ForeignVideo } from './probe.js';

/** Keeps a start that lies on a moment of the grid from being rounded past it. */
const ROUNDING = 1e-6;

/** The last words of ffmpeg that an error repeats. */
const MAX_COMPLAINT_CHARACTERS = 500;

/**
 * Frames of a file that only ffmpeg reads, decoded in a process of their own. ffmpeg drops frames
 * down to the rate wanted, so times are those of an even grid.
 */
export class FfmpegSource implements FrameSource {
  readonly info: MediaInfo;
  readonly #ffmpeg: string;
  readonly #video: ForeignVideo;
  readonly #closing = new AbortController();

  /**
   * @param ffmpeg - path of the program.
   * @param path - the file.
   * @param container - the name of its container.
   * @param video - what {@link probeWithFfmpeg} found in it.
   */
  constructor(ffmpeg: string, path: string, container: string, video: ForeignVideo) {
    this.#ffmpeg = ffmpeg;
    this.#video = video;
    this.info = {
      kind: 'video',
      path,
      name: basename(path),
      ...uprightSize(video.width, video.height, video.pixelAspect, video.orientation),
      duration: video.duration,
      container,
      codec: video.codec,
      frameRate: video.frameRate,
      warnings: [],
    };
  }

  async *frames(options: FrameOptions = {}): AsyncGenerator<Frame, void, undefined> {
    const resolved = resolveFrameOptions(options);
    const closing = this.#closing.signal;
    const signal =
      options.signal === undefined ? closing : AbortSignal.any([closing, options.signal]);
    try {
      yield* this.#decode(resolved, signal);
    } catch (cause) {
      if (closing.aborted) throw new PoiseError('DISPOSED', this.info.path);
      if (signal.aborted) throw new PoiseError('CANCELLED', this.info.path, { cause });
      throw cause;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async *#decode(
    options: ResolvedFrameOptions,
    signal: AbortSignal,
  ): AsyncGenerator<Frame, void, undefined> {
    signal.throwIfAborted();
    const { width, height, color, frameRate, orientation } = this.#video;
    const rate = Math.min(options.fps, frameRate ?? options.fps);
    const firstMoment = Math.ceil(options.start * rate - ROUNDING);
    const convert = createYuvConverter(resolveYuvColor(height, color));
    const chromaWidth = (width + 1) >> 1;
    const lumaBytes = width * height;
    const chromaBytes = chromaWidth * ((height + 1) >> 1);
    const planes = [
      { offset: 0, stride: width },
      { offset: lumaBytes, stride: chromaWidth },
      { offset: lumaBytes + chromaBytes, stride: chromaWidth },
    ];
    const child = spawn(this.#ffmpeg, this.#arguments(options, rate), {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((resolve) => {
      child.on('close', () => resolve());
      child.on('error', () => resolve());
    });
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString('utf8')).slice(-MAX_COMPLAINT_CHARACTERS);
    });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop);
    let count = 0;
    try {
      for await (const bytes of records(child.stdout, lumaBytes + 2 * chromaBytes)) {
        signal.throwIfAborted();
        const timestamp = (firstMoment + count) / rate;
        if (timestamp >= options.end) break;
        const picture = yuvPictureFromPlanes('I420', width, height, bytes, planes);
        if (picture === null) break;
        count += 1;
        yield {
          ...resizeRgb(convert(picture, orientation), this.info.width, this.info.height),
          timestamp,
        };
      }
      signal.throwIfAborted();
      if (count === 0 && options.start === 0 && options.end > 0) {
        await ended;
        throw new PoiseError('INPUT_DECODE_FAILED', this.info.path, {
          cause: new Error(complaint.trim()),
        });
      }
    } finally {
      signal.removeEventListener('abort', stop);
      child.kill('SIGKILL');
      await ended;
    }
  }

  #arguments(options: ResolvedFrameOptions, rate: number): string[] {
    const { width, height } = this.#video;
    // The filter gives the last frame that is rounded to a moment. Moving the frames so makes that
    // the frame at the moment, with the tolerance for jitter that all other videos get.
    const shift = 0.5 / rate - JITTER_SECONDS;
    const times = shift > 0 ? `settb=AVTB,setpts=PTS+${shift.toFixed(6)}/TB,` : '';
    return [
      ...['-v', 'error', '-nostdin', '-noautorotate'],
      ...['-i', `file:${this.info.path}`],
      // After the input: slower than seeking in the file, which many such files do not allow.
      ...(options.start > 0 ? ['-ss', String(options.start)] : []),
      ...['-map', '0:v:0', '-vf', `${times}fps=${rate}:round=near,scale=${width}:${height}`],
      ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
    ];
  }
}

/** Cuts a stream into records of equal size; an unfinished one at the end is left out. */
async function* records(stream: Readable, size: number): AsyncGenerator<Uint8Array> {
  let record = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let taken = 0;
    while (taken < chunk.length) {
      const part = chunk.subarray(taken, taken + size - filled);
      record.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled === size) {
        yield record;
        record = new Uint8Array(size);
        filled = 0;
      }
    }
  }
}
