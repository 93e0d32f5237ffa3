import { basename } from 'node:path';
import { type Frame, PoiseError } from '@poise/core';
import {
  createYuvConverter,
  resizeRgb,
  resolveYuvColor,
  uprightSize,
  yuvPictureFromPlanes,
} from '@poise/core/pixels';
import { CUT_WARNING, endsTooEarly } from '../cut-recording.js';
import { DecodingSource } from '../decoding-source.js';
import type { ResolvedFrameOptions } from '../frame-options.js';
import { matroskaFrames } from './matroska-frames.js';
import type { ForeignVideo } from './probe.js';
import { startProgram } from './program.js';
import { samplingExpression } from './sampling-expression.js';

/** ffmpeg is told to count in milliseconds, so that a time may be half of one too early. */
const TICK_SECONDS = 0.001;

/** Said when ffmpeg fails, or is ended by someone else, in the middle of a recording. */
const STOPPED_WARNING =
  'ffmpeg stopped before the end of the recording: what it gave until then was used.';

/** What is known of a recording that ffmpeg reads. */
export interface ForeignRecording extends ForeignVideo {
  /** Whether the file is known to have been cut off. */
  readonly isCut: boolean;
}

/**
 * Frames of a file that only ffmpeg reads, decoded in a process of their own. They come as Matroska,
 * because that carries the time of every frame beside its pixels: ffmpeg gives raw pixels at an even
 * rate only and repeats frames to keep it.
 */
export class FfmpegSource extends DecodingSource {
  readonly #ffmpeg: string;
  readonly #video: ForeignRecording;

  /**
   * @param ffmpeg - path of the program.
   * @param path - the file.
   * @param container - the name of its container.
   * @param video - what is known of it.
   */
  constructor(ffmpeg: string, path: string, container: string, video: ForeignRecording) {
    super({
      path,
      name: basename(path),
      ...uprightSize(video.width, video.height, video.pixelAspect, video.orientation),
      duration: video.duration,
      container,
      codec: video.codec,
      frameRate: video.frameRate,
    });
    this.#ffmpeg = ffmpeg;
    this.#video = video;
  }

  protected override async *read(
    options: ResolvedFrameOptions,
    signal: AbortSignal,
  ): AsyncGenerator<Frame, void, undefined> {
    signal.throwIfAborted();
    const toFrame = this.#createConverter();
    const program = startProgram(this.#ffmpeg, this.#arguments(options), signal);
    let decoded = 0;
    let last: number | null = null;
    try {
      for await (const { time, data } of matroskaFrames(program.output)) {
        signal.throwIfAborted();
        decoded += 1;
        if (time >= options.end) return;
        if (time < options.start - TICK_SECONDS) continue;
        last = time;
        yield toFrame(data, time);
      }
      const failure = await program.failure;
      signal.throwIfAborted();
      if (decoded === 0) {
        const cause = failure ?? undefined;
        throw new PoiseError('INPUT_DECODE_FAILED', this.info.path, { cause });
      }
      if (failure !== null) this.warn(STOPPED_WARNING);
      else if (this.#video.isCut || this.#missesItsEnd(last, options)) this.warn(CUT_WARNING);
    } finally {
      await program.stop();
    }
  }

  /** @param last - the time of the last frame wanted; null when there was none. */
  #missesItsEnd(last: number | null, options: ResolvedFrameOptions): boolean {
    const { frameRate, duration } = this.#video;
    // After the last frame wanted there may be others, up to the moment of the next one wanted.
    const nextWanted = last === null ? options.start : last + 1 / options.fps;
    return endsTooEarly(nextWanted + (frameRate === null ? 0 : 1 / frameRate), duration);
  }

  #createConverter(): (data: Uint8Array, timestamp: number) => Frame {
    const { width, height, color, orientation } = this.#video;
    const convert = createYuvConverter(resolveYuvColor(height, { ...color, fullRange: false }));
    const chromaWidth = (width + 1) >> 1;
    const lumaBytes = width * height;
    const chromaBytes = chromaWidth * ((height + 1) >> 1);
    const planes = [
      { offset: 0, stride: width },
      { offset: lumaBytes, stride: chromaWidth },
      { offset: lumaBytes + chromaBytes, stride: chromaWidth },
    ];
    return (data, timestamp) => {
      const picture = yuvPictureFromPlanes('I420', width, height, data, planes);
      if (picture === null || data.length < lumaBytes + 2 * chromaBytes) {
        throw new PoiseError('INPUT_DECODE_FAILED', this.info.path);
      }
      const upright = convert(picture, orientation);
      return { ...resizeRgb(upright, this.info.width, this.info.height), timestamp };
    };
  }

  #arguments({ start, fps }: ResolvedFrameOptions): string[] {
    const { width, height } = this.#video;
    const select = `select='${samplingExpression(start, fps)}'`;
    return [
      ...['-v', 'error', '-nostdin', '-noautorotate'],
      // All frames up to the start are decoded: many such files do not allow seeking.
      ...['-i', `file:${this.info.path}`],
      // Whatever the range of the file, what comes has the range that the converter expects.
      ...['-map', '0:v:0', '-vf', `${select},scale=${width}:${height}:out_range=tv`],
      ...['-c:v', 'rawvideo', '-pix_fmt', 'yuv420p', '-enc_time_base', '1:1000'],
      ...['-f', 'matroska', 'pipe:1'],
    ];
  }
}
