import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { CameraBrowser } from './camera-browser.js';
import { serveFiles } from './serve-files.js';

const require = createRequire(import.meta.url);
const human = dirname(dirname(require.resolve('@vladmandic/human')));
const tfjs = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
const web = join(import.meta.dirname, '../../web');

/** Where the parts of the page come from, by the first part of their address. */
const FOLDERS: Readonly<Record<string, string>> = {
  human: join(human, 'dist'),
  models: join(human, 'models'),
  tfjs,
  '': web,
};

/** The file of an address, as the page of Human asks for it. */
function locate(path: string): string {
  const [, first = '', second] = path.split('/');
  return join(FOLDERS[second === undefined ? '' : first] ?? web, basename(second ?? first));
}

/** What Human measured of itself in the page. */
export interface HumanFigures {
  readonly backend: string;
  /** Frames read a second. */
  readonly fps: number;
  /** Share of the frames in which it found a face. */
  readonly found: number;
  /** Milliseconds from a frame's capture to its result, median. */
  readonly latency: number;
  /** Tasks of the page's thread over 50 ms, and the longest of them in ms. */
  readonly longTasks: number;
  readonly longestTask: number;
}

/** How much of the frame before Human may use: see bench/README.md. */
export type Reuse = 'none' | 'detector' | 'all';

/** Reads the camera with Human in a page of its own. */
export async function measureHuman(
  { context }: CameraBrowser,
  reuse: Reuse,
  seconds: number,
): Promise<HumanFigures> {
  const server = await serveFiles(locate);
  const page = await context.newPage();
  try {
    await page.goto(`${server.url}human.html`);
    await page.waitForFunction('typeof globalThis.measure === "function"');
    const call = `globalThis.measure(${JSON.stringify(reuse)}, ${seconds})`;
    return (await page.evaluate(call)) as HumanFigures;
  } finally {
    await page.close();
    server.close();
  }
}
