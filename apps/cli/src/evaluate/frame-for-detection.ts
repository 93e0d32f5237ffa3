import type { Frame } from '@poise/core';
import { resizePlane } from './gray.js';

/** A shorter side below this is too small a picture for a face detector made for webcams. */
const SMALL_SIDE = 200;

/** The shorter side that a small picture is enlarged to: the detector's own input size. */
const ENLARGED_SIDE = 256;

/**
 * Border around an enlarged picture, as a share of its side. A small picture of a data set is
 * nearly always a face cut out tightly, and detectors look for a face with something around it.
 */
const BORDER = 0.5;

/**
 * The picture as a detector can use it: a small one is enlarged and its edge pixels are repeated
 * outwards as a border; a larger one stays as it is.
 */
export function frameForDetection(frame: Frame): Frame {
  const side = Math.min(frame.width, frame.height);
  if (side >= SMALL_SIDE) return frame;
  const factor = ENLARGED_SIDE / side;
  const innerWidth = Math.round(frame.width * factor);
  const innerHeight = Math.round(frame.height * factor);
  const border = Math.round(ENLARGED_SIDE * BORDER);
  const width = innerWidth + 2 * border;
  const height = innerHeight + 2 * border;
  const data = new Uint8Array(width * height * 3);
  for (let channel = 0; channel < 3; channel += 1) {
    const plane = Float32Array.from(
      { length: frame.width * frame.height },
      (_, i) => frame.data[i * 3 + channel] ?? 0,
    );
    const inner = resizePlane(plane, frame.width, frame.height, innerWidth, innerHeight);
    for (let y = 0; y < height; y += 1) {
      const row = Math.min(innerHeight - 1, Math.max(0, y - border)) * innerWidth;
      for (let x = 0; x < width; x += 1) {
        const column = Math.min(innerWidth - 1, Math.max(0, x - border));
        data[(y * width + x) * 3 + channel] = Math.round(inner[row + column] ?? 0);
      }
    }
  }
  return { width, height, data, timestamp: frame.timestamp };
}
