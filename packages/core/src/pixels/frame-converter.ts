import { PoiseError } from '../errors.js';
import type { Frame } from '../frame.js';
import { CanvasReader } from './canvas-reader.js';
import type { DecodedFrame } from './decoded-frame.js';
import { type ColorTags, resolveYuvColor } from './matrix.js';
import type { Orientation } from './orientation.js';
import { packedToRgb } from './packed-to-rgb.js';
import { yuvPictureFromPlanes } from './pixel-format.js';
import { resizeRgb } from './resize-rgb.js';
import { uprightSize } from './upright-size.js';
import { createYuvConverter, type RgbPicture } from './yuv-to-rgb.js';

/** What the container says about how frames are to be shown. */
export interface Presentation {
  readonly orientation: Orientation;
  /** Width of a stored pixel over its height. */
  readonly pixelAspect: number;
  /** The colours as the container describes them. */
  readonly color: ColorTags;
}

/** Pixel formats of four bytes a pixel. */
const PACKED_ORDERS: ReadonlyMap<string, 'rgb' | 'bgr'> = new Map([
  ['RGBA', 'rgb'],
  ['RGBX', 'rgb'],
  ['BGRA', 'bgr'],
  ['BGRX', 'bgr'],
]);

type Converter = ReturnType<typeof createYuvConverter>;

/**
 * Turns decoded frames into upright RGB with square pixels. Planes that can be read are converted by
 * the arithmetic of this package, the same on every platform; a browser's frame in the memory of a
 * graphics card, which has no format, is drawn on a canvas.
 */
export class FrameConverter {
  readonly #presentation: Presentation;
  readonly #converters = new Map<string, Converter>();
  readonly #canvas = new CanvasReader();
  #scratch = new Uint8Array(0);

  constructor(presentation: Presentation) {
    this.#presentation = presentation;
  }

  /**
   * Converts one frame into a fresh buffer. One call at a time; the frame is left open.
   *
   * @param timestamp - the time to give the frame, in seconds.
   * @throws PoiseError INPUT_UNSUPPORTED_CODEC when its pixel format is not known; FRAME_INVALID when
   * it has no pixels (any more).
   */
  async convert(frame: DecodedFrame, timestamp: number): Promise<Frame> {
    const rgb = frame.format === null ? this.#draw(frame) : await this.#copy(frame);
    const stored = this.#storedSize(frame);
    const { pixelAspect, orientation } = this.#presentation;
    const { width, height } = uprightSize(stored.width, stored.height, pixelAspect, orientation);
    return { ...resizeRgb(rgb, width, height), timestamp };
  }

  #storedSize(frame: DecodedFrame): { width: number; height: number } {
    return {
      width: Math.round(frame.visibleRect?.width ?? 0),
      height: Math.round(frame.visibleRect?.height ?? 0),
    };
  }

  async #copy(frame: DecodedFrame): Promise<RgbPicture> {
    const size = frame.allocationSize();
    if (this.#scratch.byteLength < size) this.#scratch = new Uint8Array(size);
    const bytes = this.#scratch.subarray(0, size);
    const planes = await frame.copyTo(bytes);
    return this.#toRgb(frame, bytes, planes);
  }

  #draw(frame: DecodedFrame): RgbPicture {
    const { width, height } = this.#storedSize(frame);
    // Only a browser's own frames have no format.
    const image = frame as unknown as VideoFrame;
    return packedToRgb(this.#canvas.read(image, width, height), this.#presentation.orientation);
  }

  #toRgb(
    frame: DecodedFrame,
    bytes: Uint8Array,
    planes: readonly { readonly offset: number; readonly stride: number }[],
  ): RgbPicture {
    const { width, height } = this.#storedSize(frame);
    const { orientation } = this.#presentation;
    const format = frame.format ?? 'unknown';
    // Such planes hold green, blue and red, and the decoder names them wrongly.
    if (frame.colorSpace.matrix === 'rgb' && !PACKED_ORDERS.has(format)) {
      throw new PoiseError('INPUT_UNSUPPORTED_CODEC', 'its pixels are planar RGB');
    }
    const yuv = yuvPictureFromPlanes(format, width, height, bytes, planes);
    if (yuv !== null) return this.#converterFor(frame, yuv.bits)(yuv, orientation);
    const order = PACKED_ORDERS.get(format);
    if (order === undefined) {
      throw new PoiseError('INPUT_UNSUPPORTED_CODEC', `its pixels are in the format ${format}`);
    }
    return packedToRgb(
      {
        width,
        height,
        data: bytes,
        stride: planes[0]?.stride ?? width * 4,
        order,
      },
      orientation,
    );
  }

  #converterFor(frame: DecodedFrame, bits: number): Converter {
    const color = resolveYuvColor(frame.codedHeight, frame.colorSpace, this.#presentation.color);
    const key = `${color.matrix} ${color.fullRange} ${bits}`;
    let converter = this.#converters.get(key);
    if (converter === undefined) {
      converter = createYuvConverter(color, bits);
      this.#converters.set(key, converter);
    }
    return converter;
  }
}
