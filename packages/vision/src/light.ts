import type { Box, Frame } from '@poise/core';

/** How bright the parts of a frame are: mean Rec. 601 luma, 0–255. */
export interface LightReading {
  /** The whole frame. */
  readonly frame: number;
  /** The face's box; null without a face. */
  readonly face: number | null;
  /** What lies outside the face's box; null when nothing does. */
  readonly surroundings: number | null;
}

/** About this many pixels of a frame are looked at: light changes slowly over a picture. */
const SAMPLES = 5000;

/**
 * Measures how bright a face and what is around it are, on an even grid of pixels.
 *
 * @param frame - RGB.
 * @param box - the face, in frame pixels; null when there is none.
 */
export function measureLight(frame: Frame, box: Box | null): LightReading {
  const { width, height, data } = frame;
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / SAMPLES)));
  const [left, top, boxWidth, boxHeight] = box ?? [0, 0, 0, 0];
  let inside = 0;
  let insideCount = 0;
  let outside = 0;
  let outsideCount = 0;
  for (let y = step >> 1; y < height; y += step) {
    const inRow = y >= top && y < top + boxHeight;
    for (let x = step >> 1; x < width; x += step) {
      const at = (y * width + x) * 3;
      const luma =
        0.299 * (data[at] as number) +
        0.587 * (data[at + 1] as number) +
        0.114 * (data[at + 2] as number);
      if (inRow && x >= left && x < left + boxWidth) {
        inside += luma;
        insideCount++;
      } else {
        outside += luma;
        outsideCount++;
      }
    }
  }
  const mean = (sum: number, count: number) => (count === 0 ? null : sum / count);
  return {
    frame: mean(inside + outside, insideCount + outsideCount) ?? 0,
    face: mean(inside, insideCount),
    surroundings: mean(outside, outsideCount),
  };
}
