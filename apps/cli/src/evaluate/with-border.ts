import type { Frame } from '@poise/core';

/**
 * A shorter side below this marks a small picture of a data set, which is nearly always a face cut
 * out tightly.
 */
const SMALL_SIDE = 200;

/** Detectors look for a face with something around it: half a side on each side is enough. */
const BORDER = 0.5;

/**
 * The picture as a detector can use it: around a small one its edge pixels are repeated outwards as
 * a border; a larger one stays as it is.
 */
export function withBorder(frame: Frame): Frame {
  const side = Math.min(frame.width, frame.height);
  if (side >= SMALL_SIDE) return frame;
  const border = Math.round(side * BORDER);
  const width = frame.width + 2 * border;
  const height = frame.height + 2 * border;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(frame.height - 1, Math.max(0, y - border)) * frame.width;
    for (let x = 0; x < width; x += 1) {
      const source = (row + Math.min(frame.width - 1, Math.max(0, x - border))) * 3;
      data.set(frame.data.subarray(source, source + 3), (y * width + x) * 3);
    }
  }
  return { width, height, data, timestamp: frame.timestamp };
}
