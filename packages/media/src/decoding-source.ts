import { type Frame, PoiseError } from '@poise/core';
import { type ResolvedFrameOptions, resolveFrameOptions } from './frame-options.js';
import type { FrameOptions, FrameSource, MediaInfo } from './frame-source.js';

/** What a video source knows of its recording beside its warnings. */
export type VideoFacts = Omit<MediaInfo, 'kind' | 'warnings'>;

/**
 * What all sources of video frames share: every iteration ends when the source is closed or the
 * reader cancels, with the error that says which of the two it was, and each warning stands once.
 */
export abstract class DecodingSource implements FrameSource {
  readonly info: MediaInfo;
  readonly #warnings: string[] = [];
  readonly #closing = new AbortController();

  constructor(facts: VideoFacts) {
    this.info = { kind: 'video', ...facts, warnings: this.#warnings };
  }

  async *frames(options: FrameOptions = {}): AsyncGenerator<Frame, void, undefined> {
    const resolved = resolveFrameOptions(options);
    const closing = this.#closing.signal;
    const signal =
      options.signal === undefined ? closing : AbortSignal.any([closing, options.signal]);
    try {
      yield* this.read(resolved, signal);
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

  /** Reads with a decoder of its own; throws the signal's reason once it is aborted. */
  protected abstract read(
    options: ResolvedFrameOptions,
    signal: AbortSignal,
  ): AsyncGenerator<Frame, void, undefined>;

  /** Adds a sentence for a person to the warnings of the info. */
  protected warn(message: string): void {
    if (!this.#warnings.includes(message)) this.#warnings.push(message);
  }
}
