import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { FRANCK } from '../franck.js';

const { path: FFMPEG } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as {
  path: string;
};

/** Left and top of each of four faces in a picture of 1280 × 720. */
const PLACES = ['190:40', '690:40', '190:370', '690:370'] as const;

/** Seconds of a scene. */
const SECONDS = 20;

/**
 * Writes a video of 1280 × 720 at 24 frames a second with copies of franck on a wall, each of
 * 400 × 320.
 *
 * @param faces - how many, 1 to 4.
 */
export async function writeScene(path: string, faces: number): Promise<void> {
  const inputs = PLACES.slice(0, faces).flatMap(() => ['-t', String(SECONDS), '-i', FRANCK]);
  const scaled = PLACES.slice(0, faces).map((_, i) => `[${i}:v]scale=400:320[f${i}];`);
  const placed = PLACES.slice(0, faces).map((place, i) => {
    const onto = i === 0 ? '[wall]' : `[s${i - 1}]`;
    return `${onto}[f${i}]overlay=${place}${i === faces - 1 ? '' : `[s${i}];`}`;
  });
  const wall = `color=c=0x506070:s=1280x720:r=24:d=${SECONDS}[wall];`;
  await promisify(execFile)(FFMPEG, [
    ...['-v', 'error', '-nostdin', '-y', ...inputs],
    ...['-filter_complex', [wall, ...scaled, ...placed].join('')],
    ...['-pix_fmt', 'yuv420p', '-preset', 'veryfast', path],
  ]);
}
