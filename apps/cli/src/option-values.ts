import type { SecondsRange } from '@poise/analysis';
import type { FaceDetectorName } from '@poise/vision';
import { InvalidArgumentError } from 'commander';

/** Frames a second beyond this show nothing new of a face and only take time. */
const MAX_FPS = 60;

/** Reads a whole number of at least 1. */
export function parseCount(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('Give a whole number of 1 or more.');
  }
  return value;
}

/** Reads frames a second: above 0, at most 60. */
export function parseFps(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
  if (!(value > 0 && value <= MAX_FPS)) {
    throw new InvalidArgumentError(`Give a number above 0 and at most ${MAX_FPS}.`);
  }
  return value;
}

/** Reads the width of a face in pixels: 0 or more. */
export function parseFaceSize(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) {
    throw new InvalidArgumentError('Give pixels: a number of 0 or more.');
  }
  return value;
}

/** The face detectors that may be named. */
export const FACE_DETECTORS = ['blazeface', 'mtcnn'] satisfies FaceDetectorName[];

/** Reads where the resting face is: seconds as START-END, for example 0-5 or 2.5-8, or none. */
export function parseBaseline(text: string): SecondsRange | 'none' {
  if (text === 'none') return 'none';
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text);
  const start = Number(match?.[1]);
  const end = Number(match?.[2]);
  if (!(end > start)) {
    throw new InvalidArgumentError(
      'Give START-END in seconds with END after START, such as 0-5, or none.',
    );
  }
  return { start, end };
}
