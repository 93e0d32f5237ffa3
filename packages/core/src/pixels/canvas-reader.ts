import { PoiseError } from '../errors.js';
import type { PackedPicture } from './packed-to-rgb.js';

/**
 * Reads the pixels of images that only a canvas can read: bitmaps, and video frames in the memory of
 * a graphics card, whose format a browser does not tell. The browser turns their colours into RGB by
 * rules of its own. For browsers, in a page and in a worker.
 */
export class CanvasReader {
  #canvas: OffscreenCanvas | undefined;

  /**
   * Reads one image; its bytes are the caller's.
   *
   * @param image - drawn as it is shown, without its transparency.
   * @param width - width to draw it in, in pixels.
   * @param height - height to draw it in, in pixels.
   * @throws PoiseError FRAME_INVALID when the image is closed or empty, or no canvas can be had.
   */
  read(image: CanvasImageSource, width: number, height: number): PackedPicture {
    if (!(width > 0 && height > 0)) {
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
    return { width, height, data: bytes, stride: width * 4, order: 'rgb' };
  }
}
