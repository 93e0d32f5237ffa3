import { type Orientation, UPRIGHT, walkUpright } from './orientation.js';
import type { RgbPicture } from './yuv-to-rgb.js';

/** A picture of four bytes a pixel. Its fourth byte is left out. */
export interface PackedPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Bytes from one row to the next. */
  readonly stride: number;
  /** Whether the bytes are red, green, blue or blue, green, red. */
  readonly order: 'rgb' | 'bgr';
}

/** Copies a picture of four bytes a pixel to upright RGB in a fresh buffer. */
export function packedToRgb(
  picture: PackedPicture,
  orientation: Orientation = UPRIGHT,
): RgbPicture {
  const { width, height, data, stride } = picture;
  const red = picture.order === 'rgb' ? 0 : 2;
  const blue = 2 - red;
  const walk = walkUpright(width, height, orientation);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    let out = (walk.origin + y * walk.stepY) * 3;
    let index = y * stride;
    for (let x = 0; x < width; x++) {
      rgb[out] = data[index + red] as number;
      rgb[out + 1] = data[index + 1] as number;
      rgb[out + 2] = data[index + blue] as number;
      index += 4;
      out += walk.stepX * 3;
    }
  }
  return { width: walk.width, height: walk.height, data: rgb };
}
