import { type Frame, PoiseError } from '@poise/core';
import { type DecodedFrame, FrameConverter, packedToRgb } from '@poise/core/pixels';
import type { FrameImage } from './protocol.js';

/** Turns the images of a page into upright RGB; one call at a time. */
export class ImageReader {
  readonly #converter = new FrameConverter({
    orientation: { rotation: 0, flip: false },
    pixelAspect: 1,
    color: {},
  });
  #canvas: OffscreenCanvas | undefined;

  /**
   * Converts one image into a fresh buffer. The image is left open.
   *
   * @param timestamp - the time to give the frame, in seconds.
   * @throws PoiseError FRAME_INVALID when the image has no pixels (any more).
   */
  async convert(image: FrameImage, timestamp: number): Promise<Frame> {
    // Planes that can be read are converted by our own arithmetic, the same on every platform.
    if (typeof VideoFrame !== 'undefined' && image instanceof VideoFrame && image.format !== null) {
      return await this.#converter.convert(image as unknown as DecodedFrame, timestamp);
    }
    return this.#draw(image, timestamp);
  }

  /** For pictures in the memory of a graphics card, and for bitmaps. */
  #draw(image: FrameImage, timestamp: number): Frame {
    const width = 'displayWidth' in image ? image.displayWidth : image.width;
    const height = 'displayHeight' in image ? image.displayHeight : image.height;
    if (width === 0 || height === 0) {
      throw new PoiseError('FRAME_INVALID', 'the image is closed or empty');
    }
    this.#canvas ??= new OffscreenCanvas(width, height);
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new PoiseError('FRAME_INVALID', 'no canvas can be had here');
    context.drawImage(image, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return {
      ...packedToRgb({ width, height, data: bytes, stride: width * 4, order: 'rgb' }),
      timestamp,
    };
  }
}
