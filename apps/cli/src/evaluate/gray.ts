import type { Frame } from '@poise/core';

/** Rec. 601 luma weights of red, green and blue: what the expression models were trained on. */
const LUMA = [0.299, 0.587, 0.114] as const;

/** The luma of every pixel, 0–255, row by row. */
export function grayOf({ width, height, data }: Frame): Float32Array {
  const gray = new Float32Array(width * height);
  for (let i = 0, p = 0; i < gray.length; i += 1, p += 3) {
    gray[i] =
      LUMA[0] * (data[p] ?? 0) + LUMA[1] * (data[p + 1] ?? 0) + LUMA[2] * (data[p + 2] ?? 0);
  }
  return gray;
}

/** Which source pixels make up each target pixel along one axis, and how much each counts. */
function triangleTaps(from: number, to: number): { start: number; weights: number[] }[] {
  const scale = from / to;
  // Going down, the triangle widens with the scale: every source pixel counts, so nothing aliases.
  const radius = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const start = Math.max(0, Math.floor(centre - radius));
    const end = Math.min(from, Math.ceil(centre + radius));
    const raw = Array.from({ length: end - start }, (_, k) =>
      Math.max(0, 1 - Math.abs((start + k + 0.5 - centre) / radius)),
    );
    const sum = raw.reduce((a, b) => a + b, 0);
    return { start, weights: raw.map((weight) => weight / sum) };
  });
}

/**
 * Resizes planes of pixels with a triangle filter (bilinear, widened when it makes the picture
 * smaller). The aspect ratio is not kept.
 *
 * @param source - `width * height` values, row by row.
 * @returns `toWidth * toHeight` values; `source` itself when the size is the same.
 */
export function resizePlane(
  source: Float32Array,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
): Float32Array {
  if (width === toWidth && height === toHeight) return source;
  const rows = new Float32Array(toWidth * height);
  triangleTaps(width, toWidth).forEach(({ start, weights }, x) => {
    for (let y = 0; y < height; y += 1) {
      let sum = 0;
      weights.forEach((weight, k) => {
        sum += weight * (source[y * width + start + k] ?? 0);
      });
      rows[y * toWidth + x] = sum;
    }
  });
  const target = new Float32Array(toWidth * toHeight);
  triangleTaps(height, toHeight).forEach(({ start, weights }, y) => {
    for (let x = 0; x < toWidth; x += 1) {
      let sum = 0;
      weights.forEach((weight, k) => {
        sum += weight * (rows[(start + k) * toWidth + x] ?? 0);
      });
      target[y * toWidth + x] = sum;
    }
  });
  return target;
}
