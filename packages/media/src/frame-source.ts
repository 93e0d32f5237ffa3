import type { Frame } from '@poise/core';

/** What is known of a picture or a recording before any frame of it is decoded. */
export interface MediaInfo {
  /** A still image gives one frame, a video many. */
  readonly kind: 'image' | 'video';
  /** The path it was opened from, as it was given. */
  readonly path: string;
  /** The last part of the path, for titles and tables. */
  readonly name: string;
  /** Width of the frames in pixels, after rotation and with square pixels. */
  readonly width: number;
  /** Height of the frames in pixels, after rotation and with square pixels. */
  readonly height: number;
  /** Length in seconds; 0 for an image. */
  readonly duration: number;
  /** The container or image format that the bytes show, for example `mp4`, `webm`, `jpeg`. */
  readonly container: string;
  /** The codec, for example `avc`, `vp9`; null when it is not known. */
  readonly codec: string | null;
  /** Frames a second on average over the first seconds; null for images and when not known. */
  readonly frameRate: number | null;
  /**
   * What a person should know of this recording: that it ends early, that damaged parts were left
   * out. The list grows while frames are read, so look at it again at the end.
   */
  readonly warnings: readonly string[];
}

/** Which frames to give. */
export interface FrameOptions {
  /**
   * Frames a second, above 0; 10 when left out. A video with fewer gives each of its frames once.
   */
  readonly fps?: number;
  /** The first moment, in seconds from the start of the recording; 0 when left out. */
  readonly start?: number;
  /** The first moment no longer wanted, in seconds; the end of the recording when left out. */
  readonly end?: number;
  /** Stops the reading: the iteration throws `CANCELLED`. */
  readonly signal?: AbortSignal;
}

/** Frames from a picture or a recording. */
export interface FrameSource extends AsyncDisposable {
  /** What is known of it. */
  readonly info: MediaInfo;
  /**
   * Gives the frames in ascending order of time, each in a buffer of its own. Every call reads from
   * the start with a decoder of its own; leaving the loop early frees it.
   *
   * @throws PoiseError OPTION_INVALID, CANCELLED, DISPOSED, INPUT_DECODE_FAILED,
   * INPUT_UNSUPPORTED_CODEC, INPUT_TRUNCATED.
   */
  frames(options?: FrameOptions): AsyncIterable<Frame>;
  /** Ends iterations that are under way and closes the file. Calling it again does nothing. */
  close(): Promise<void>;
}
