import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Frame } from '@poise/core';
import { FRANCK, videoFrames, WEBCAM } from './fixtures.js';

const { path: FFMPEG } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as {
  path: string;
};

/** Frames a second of the scenes: what `poise analyze` looks at. */
export const SCENE_FPS = 10;

/** Makes a scene out of franck, `[0:v]`, and cap12, `[1:v]`, by a filter graph of ffmpeg. */
async function scene(seconds: number, filters: string): Promise<Frame[]> {
  const folder = await mkdtemp(join(tmpdir(), 'poise-vision-'));
  const path = join(folder, 'scene.mp4');
  const input = (file: string) => ['-ss', '20', '-t', String(seconds), '-i', file];
  try {
    await promisify(execFile)(FFMPEG, [
      ...['-v', 'error', '-nostdin', ...input(FRANCK), ...input(WEBCAM)],
      ...['-filter_complex', filters, '-pix_fmt', 'yuv420p', '-preset', 'ultrafast', path],
    ]);
    return await videoFrames(path, { fps: SCENE_FPS, start: 0, end: seconds });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Two people side by side for 8 s, one in each half. The one on the right is gone from `from` to
 * `to`, in seconds.
 *
 * @param scale - the size of the whole picture; 1 is 744 × 288.
 */
export function sideBySide({ from = 0, to = 0, scale = 1 } = {}): Promise<Frame[]> {
  const gone = `drawbox=c=gray:t=fill:enable='gte(t,${from})*lt(t,${to})'`;
  return scene(
    8,
    `[0:v]fps=${SCENE_FPS},scale=-2:288[a];[1:v]fps=${SCENE_FPS},scale=-2:288,${gone}[b];` +
      `[a][b]hstack,scale=iw*${scale}:-2`,
  );
}

/** Pixels a second at which the two of {@link crossing} walk. */
const PACE = 110;

/**
 * Two people who walk past each other in 6 s, franck from left to right in front of the other.
 *
 * @returns the frames, and where the middle of franck's picture is at a time.
 */
export async function crossing(): Promise<{
  frames: Frame[];
  franckX: (timestamp: number) => number;
}> {
  const frames = await scene(
    6,
    `color=c=0x506070:s=960x360:r=${SCENE_FPS}:d=6[wall];` +
      `[0:v]fps=${SCENE_FPS},crop=200:240:90:20[a];[1:v]fps=${SCENE_FPS},crop=180:230:115:50[b];` +
      `[wall][b]overlay=x='700-${PACE}*t':y=60[c];[c][a]overlay=x='40+${PACE}*t':y=50`,
  );
  return { frames, franckX: (timestamp) => 40 + 100 + PACE * timestamp };
}
