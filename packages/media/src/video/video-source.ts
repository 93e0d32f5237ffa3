import type { Frame } from '@poise/core';
import { uprightSize } from '@poise/core/pixels';
import { DecodingSource } from '../decoding-source.js';
import type { ResolvedFrameOptions } from '../frame-options.js';
import type { VideoPlatform } from './platform.js';
import { readFrames } from './read-frames.js';
import type { Recording } from './recording.js';

/** Where a recording came from. */
export interface VideoOrigin {
  /** As the person gave it: errors name it so. */
  readonly path: string;
  readonly name: string;
}

/** Frames of a video file that mediabunny reads and the codecs of the platform decode. */
export class VideoFileSource<Chunk> extends DecodingSource {
  readonly #recording: Recording;
  readonly #platform: VideoPlatform<Chunk>;

  constructor(origin: VideoOrigin, recording: Recording, platform: VideoPlatform<Chunk>) {
    const { orientation, pixelAspect } = recording.presentation;
    super({
      ...origin,
      ...uprightSize(recording.codedWidth, recording.codedHeight, pixelAspect, orientation),
      duration: recording.duration,
      container: recording.container,
      codec: recording.codec,
      frameRate: recording.frameRate,
    });
    this.#recording = recording;
    this.#platform = platform;
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
      ...this.#platform,
      recording: this.#recording,
      path: this.info.path,
      signal,
      warn: (message: string) => this.warn(message),
    };
    return readFrames(context, options);
  }
}
