import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath, QUIET } from '../page/chromium.js';
import { ISOLATED, serveFiles } from '../page/serve-files.js';
import type { Plan } from './time-models.js';

const require = createRequire(import.meta.url);

/** Folders of the page's parts, by the first part of their address. */
const FOLDERS: Readonly<Record<string, string>> = {
  ort: dirname(require.resolve('onnxruntime-web/wasm')),
  bench: join(import.meta.dirname, '..'),
  web: join(import.meta.dirname, '../../web'),
};

/** What the browser measured. */
export interface BrowserTimes {
  /** Milliseconds a run for each model, median. */
  readonly times: readonly number[];
  /** The version of the browser. */
  readonly chromium: string;
}

/**
 * Runs models in headless Chromium as the page of Poise does: onnxruntime-web on WebAssembly, one
 * thread, in a worker.
 *
 * @param files - paths of ONNX files.
 * @throws Error when there is no Chromium, or a model cannot run.
 */
export async function timeInBrowser(files: readonly string[], plan: Plan): Promise<BrowserTimes> {
  await using browser = await chromium.launch({ executablePath: chromiumPath(), args: [...QUIET] });
  const server = await serveFiles((path) => {
    const [, first = '', ...rest] = path.split('/');
    if (first === 'models') return files[Number(rest[0])];
    const folder = FOLDERS[first];
    return folder === undefined ? undefined : join(folder, ...rest);
  }, ISOLATED);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}web/models.html`);
    const task = { models: files.map((_, i) => `/models/${i}`), plan };
    const times = (await page.evaluate(`
      new Promise((resolve, reject) => {
        const worker = new Worker('/web/models-worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => {
          if (data.error === undefined) resolve(data.times);
          else reject(new Error(data.error));
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(${JSON.stringify(task)});
      })
    `)) as number[];
    return { times, chromium: browser.version() };
  } finally {
    server.close();
  }
}
