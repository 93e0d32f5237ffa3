import type { RgbPicture } from './yuv-to-rgb.js';

/** For one output position along an axis: the two source positions and the weight of the second. */
interface Taps {
  readonly near: Int32Array;
  readonly far: Int32Array;
  readonly weight: Float32Array;
}

function linearTaps(from: number, to: number): Taps {
  const near = new Int32Array(to);
  const far = new Int32Array(to);
  const weight = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const center = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    near[i] = Math.floor(center);
    far[i] = Math.min(Math.floor(center) + 1, from - 1);
    weight[i] = center - Math.floor(center);
  }
  return { near, far, weight };
}

/**
 * Stretches a picture to another size with linear interpolation; for pixels that are not square,
 * where one side grows by less than half. Gives the picture itself when the size is already right.
 *
 * @param picture - RGB, interleaved.
 * @param width - the width wanted, at least 1.
 * @param height - the height wanted, at least 1.
 */
export function resizeRgb(picture: RgbPicture, width: number, height: number): RgbPicture {
  if (picture.width === width && picture.height === height) return picture;
  const source = picture.data;
  const across = linearTaps(picture.width, width);
  const down = linearTaps(picture.height, height);
  const rgb = new Uint8ClampedArray(width * height * 3);
  let out = 0;
  for (let y = 0; y < height; y++) {
    const top = (down.near[y] as number) * picture.width;
    const bottom = (down.far[y] as number) * picture.width;
    const wy = down.weight[y] as number;
    for (let x = 0; x < width; x++) {
      const left = across.near[x] as number;
      const right = across.far[x] as number;
      const wx = across.weight[x] as number;
      for (let c = 0; c < 3; c++) {
        const a = source[(top + left) * 3 + c] as number;
        const b = source[(top + right) * 3 + c] as number;
        const d = source[(bottom + left) * 3 + c] as number;
        const e = source[(bottom + right) * 3 + c] as number;
        const upper = a + (b - a) * wx;
        rgb[out] = upper + (d + (e - d) * wx - upper) * wy;
        out += 1;
      }
    }
  }
  return { width, height, data: new Uint8Array(rgb.buffer) };
}
