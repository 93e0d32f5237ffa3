import type { Frame } from '@poise/core';
import { CanvasReader, type DecodedFrame, FrameConverter, packedToRgb } from '@poise/core/pixels';
import type { FrameImage } from './protocol.js';

/** Turns the images of a page into upright RGB; one call at a time. */
export class ImageReader {
  readonly #converter = new FrameConverter({
    orientation: { rotation: 0, flip: false },
    pixelAspect: 1,
    color: {},
  });
  readonly #canvas = new CanvasReader();

  /**
   * Converts one image into a fresh buffer. The image is left open.
   *
   * @param timestamp - the time to give the frame, in seconds.
   * @throws PoiseError FRAME_INVALID when the image has no pixels (any more); INPUT_UNSUPPORTED_CODEC
   * when its pixel format is not known.
   */
  async convert(image: FrameImage, timestamp: number): Promise<Frame> {
    if (typeof VideoFrame !== 'undefined' && image instanceof VideoFrame) {
      return await this.#converter.convert(image as unknown as DecodedFrame, timestamp);
    }
    const { width, height } = image as ImageBitmap;
    return { ...packedToRgb(this.#canvas.read(image, width, height)), timestamp };
  }
}
