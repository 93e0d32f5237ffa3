/**
 * One picture, upright and with square pixels: rotation and pixel aspect ratio are already undone.
 * `data` is owned by the frame and never changes after the frame was handed out.
 */
export interface Frame {
  /** Width in pixels, at least 1. */
  readonly width: number;
  /** Height in pixels, at least 1. */
  readonly height: number;
  /** Interleaved RGB, 8 bits a channel, full range, row by row: `width * height * 3` bytes. */
  readonly data: Uint8Array;
  /** Time in the recording, in seconds; 0 for a still image. */
  readonly timestamp: number;
}
