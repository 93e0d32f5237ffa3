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
  for (let y = 0, out = 0; y < height; y++) {
    const near = down.near[y] as number;
    const far = down.far[y] as number;
    if (near === below.y) [above, below] = [below, above];
    for (const [kept, wanted] of [[above, near] as const, [below, far] as const]) {
      if (kept.y === wanted) continue;
      stretchRow(picture.data, wanted * picture.width * 3, across, kept.row);
      kept.y = wanted;
    }
    const w = down.weight[y] as number;
    const v = ONE - w;
    const upper = above.row;
    const lower = below.row;
    for (let i = 0; i < upper.length; i++, out++) {
      rgb[out] = ((upper[i] as number) * v + (lower[i] as number) * w + HALF) >> (2 * WEIGHT_BITS);
    }
  }
  return { width, height, data: rgb };
}
