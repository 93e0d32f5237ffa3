import type { Frame } from '@poise/core';
import { uprightSize } from '@poise/core/pixels';
import { DecodingSource } from '../decoding-source.js';
import type { ResolvedFrameOptions } from '../frame-options.js';
import type { VideoCodecs } from './codecs.js';
import { holdEventLoop } from './hold-event-loop.js';
import { reportGivenUpMemory } from './native-memory.js';
import { readFrames } from './read-frames.js';
import type { Recording } from './recording.js';

/** Frames of a video file that mediabunny reads and the given codecs decode. */
export class VideoFileSource<Chunk> extends DecodingSource {
  readonly #recording: Recording;
  readonly #codecs: VideoCodecs<Chunk>;

  /** @param path - where the recording came from, as the person gave it. */
  constructor(path: string, recording: Recording, codecs: VideoCodecs<Chunk>) {
    const { orientation, pixelAspect } = recording.presentation;
    super({
      path,
      ...uprightSize(recording.codedWidth, recording.codedHeight, pixelAspect, orientation),
      duration: recording.duration,
      container: recording.container,
      codec: recording.codec,
      frameRate: recording.frameRate,
    });
    this.#recording = recording;
    this.#codecs = codecs;
  }

  override async close(): Promise<void> {
    await super.close();
    this.#recording.input.dispose();
  }

  protected override read(
    options: ResolvedFrameOptions,
    signal: AbortSignal,
  ): AsyncGenerator<Frame, void, undefined> {
    const context = {
      recording: this.#recording,
      codecs: this.#codecs,
      path: this.info.path,
      signal,
      warn: (message: string) => this.warn(message),
      onSkip: reportGivenUpMemory,
      hold: holdEventLoop,
    };
    return readFrames(context, options);
  }
}
