import { basename } from 'node:path';
import { type Frame, PoiseError } from '@poise/core';
import { resolveFrameOptions } from '../frame-options.js';
import type { FrameOptions, FrameSource, MediaInfo } from '../frame-source.js';
import type { VideoCodecs } from './codecs.js';
import { holdEventLoop } from './hold-event-loop.js';
import { reportGivenUpMemory } from './native-memory.js';
import { readFrames } from './read-frames.js';
import type { Recording } from './recording.js';
import { uprightSize } from './upright-size.js';

/** Frames of a video file that mediabunny reads and the given codecs decode. */
export class VideoFileSource<Chunk> implements FrameSource {
  readonly info: MediaInfo;
  readonly #recording: Recording;
  readonly #codecs: VideoCodecs<Chunk>;
  readonly #warnings: string[] = [];
  readonly #closing = new AbortController();

  /** @param path - where the recording came from, as the person gave it. */
  constructor(path: string, recording: Recording, codecs: VideoCodecs<Chunk>) {
    this.#recording = recording;
    this.#codecs = codecs;
    const { orientation, pixelAspect } = recording.presentation;
    this.info = {
      kind: 'video',
      path,
      name: basename(path),
      ...uprightSize(recording.codedWidth, recording.codedHeight, pixelAspect, orientation),
      duration: recording.duration,
      container: recording.container,
      codec: recording.codec,
      frameRate: recording.frameRate,
      warnings: this.#warnings,
    };
  }

  async *frames(options: FrameOptions = {}): AsyncGenerator<Frame, void, undefined> {
    const resolved = resolveFrameOptions(options);
    const closing = this.#closing.signal;
    const signal =
      options.signal === undefined ? closing : AbortSignal.any([closing, options.signal]);
    try {
      yield* readFrames(
        {
          recording: this.#recording,
          codecs: this.#codecs,
          path: this.info.path,
          signal,
          warn: (message) => this.#warn(message),
          onSkip: reportGivenUpMemory,
          hold: holdEventLoop,
        },
        resolved,
      );
    } catch (cause) {
      if (closing.aborted) throw new PoiseError('DISPOSED', this.info.path);
      if (signal.aborted) throw new PoiseError('CANCELLED', this.info.path, { cause });
      throw cause;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#recording.input.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #warn(message: string): void {
    if (!this.#warnings.includes(message)) this.#warnings.push(message);
  }
}
