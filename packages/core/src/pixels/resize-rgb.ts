import type { RgbPicture } from './yuv-to-rgb.js';

/** Fractional bits of a weight: two weights and a byte stay within 31 bits. */
const WEIGHT_BITS = 11;

/** The weight of a source position that counts alone. */
const ONE = 1 << WEIGHT_BITS;

/** Makes cutting off the fraction of a sum with two weights a rounding. */
const HALF = 1 << (2 * WEIGHT_BITS - 1);

/** For one output position along an axis: the two source positions and the weight of the second. */
interface Taps {
  readonly near: Int32Array;
  readonly far: Int32Array;
  readonly weight: Int32Array;
}

function linearTaps(from: number, to: number): Taps {
  const near = new Int32Array(to);
  const far = new Int32Array(to);
  const weight = new Int32Array(to);
  for (let i = 0; i < to; i++) {
    const center = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    near[i] = Math.floor(center);
    far[i] = Math.min(Math.floor(center) + 1, from - 1);
    weight[i] = Math.round((center - Math.floor(center)) * ONE);
  }
  return { near, far, weight };
}

/** Stretches one row; the values that it fills in are {@link ONE} times too large. */
function stretchRow(source: Uint8Array, start: number, across: Taps, row: Int32Array): void {
  const { near, far, weight } = across;
  for (let x = 0, out = 0; x < near.length; x++, out += 3) {
    const left = start + (near[x] as number) * 3;
    const right = start + (far[x] as number) * 3;
    const w = weight[x] as number;
    const v = ONE - w;
    row[out] = (source[left] as number) * v + (source[right] as number) * w;
    row[out + 1] = (source[left + 1] as number) * v + (source[right + 1] as number) * w;
    row[out + 2] = (source[left + 2] as number) * v + (source[right + 2] as number) * w;
  }
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
  const across = linearTaps(picture.width, width);
  const down = linearTaps(picture.height, height);
  const rgb = new Uint8Array(width * height * 3);
  // Each row of the source is stretched once: the rows above and below an output row are kept.
  let above = { y: -1, row: new Int32Array(width * 3) };
  let below = { y: -1, row: new Int32Array(width * 3) };
  const stretch = (kept: { y: number; row: Int32Array }, y: number) => {
    if (kept.y === y) return;
    stretchRow(picture.data, y * picture.width * 3, across, kept.row);
    kept.y = y;
  };
  for (let y = 0; y < height; y++) {
    const weight = down.weight[y] as number;
    const near = down.near[y] as number;
    if (near === below.y) [above, below] = [below, above];
    stretch(above, near);
    if (weight > 0) stretch(below, down.far[y] as number);
    mixRows(above.row, below.row, weight, rgb, y * width * 3);
  }
  return { width, height, data: rgb };
}

/** Puts a row between two stretched ones into the picture; with a weight of 0 the upper one alone. */
function mixRows(
  upper: Int32Array,
  lower: Int32Array,
  weight: number,
  rgb: Uint8Array,
  start: number,
): void {
  const length = upper.length;
  if (weight === 0) {
    for (let i = 0; i < length; i++) {
      rgb[start + i] = ((upper[i] as number) + (ONE >> 1)) >> WEIGHT_BITS;
    }
    return;
  }
  const rest = ONE - weight;
  for (let i = 0; i < length; i++) {
    const sum = (upper[i] as number) * rest + (lower[i] as number) * weight;
    rgb[start + i] = (sum + HALF) >> (2 * WEIGHT_BITS);
  }
}
