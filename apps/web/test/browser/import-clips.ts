import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FRANCK } from './fake-camera.js';

const execute = promisify(execFile);
const require = createRequire(import.meta.url);
const ffmpeg = (require('@ffmpeg-installer/ffmpeg') as { path: string }).path;

/** How long the clips are: a score needs 10 s of face. */
export const CLIP_SECONDS = 13;

/** The files that the tests give to the page, by their paths. */
export interface ImportClips {
  /** H.264. */
  readonly mp4: string;
  /** VP8. */
  readonly webm: string;
  readonly empty: string;
  /** A text that is named .mp4. */
  readonly text: string;
  readonly avi: string;
  readonly picture: string;
}

/** Makes the files in a folder. */
export async function makeClips(folder: string): Promise<ImportClips> {
  const path = (name: string): string => join(folder, name);
  const clips = {
    mp4: path('interview.mp4'),
    webm: path('interview.webm'),
    empty: path('empty.mp4'),
    text: path('notes.mp4'),
    avi: path('old.avi'),
    picture: path('portrait.png'),
  };
  const start = ['-v', 'error', '-nostdin', '-y', '-i'];
  const whole = ['-t', `${CLIP_SECONDS}`, '-an', '-c', 'copy'];
  await execute(ffmpeg, [...start, FRANCK, ...whole, clips.mp4]);
  await execute(ffmpeg, [...start, FRANCK.replace(/mp4$/, 'webm'), ...whole, clips.webm]);
  await execute(ffmpeg, [...start, FRANCK, '-t', '1', '-an', '-c:v', 'mpeg4', clips.avi]);
  await execute(ffmpeg, [...start, FRANCK, '-frames:v', '1', clips.picture]);
  await writeFile(clips.empty, '');
  await writeFile(clips.text, 'These are my notes for the interview.\n'.repeat(100));
  return clips;
}
