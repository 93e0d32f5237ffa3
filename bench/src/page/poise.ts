import { join } from 'node:path';
import { servePage } from '@poise/web/server';
import type { CDPSession, Page } from 'playwright-core';
import { median } from '../median.js';
import type { CameraBrowser } from './camera-browser.js';

/** The page as `npm run build:page` leaves it. */
const BUILT_PAGE = join(import.meta.dirname, '../../../apps/web/dist');

/**
 * Seconds after the start of a session that count as loading: the browser still compiles the hot parts
 * of the runtime.
 */
const SETTLE_SECONDS = 10;

/** Milliseconds between two looks at the page's own figures. */
const LOOK_MS = 500;

/** What was measured of the practice page. */
export interface PageFigures {
  /** Seconds from consent to the first frame that was read: a second visit, its text read first. */
  readonly firstFrame: number;
  /** Frames analysed a second, as the page says, median. */
  readonly fps: number;
  /** Milliseconds from a frame's capture to its numbers on the page's thread, median. */
  readonly latency: number;
  /** Tasks of the page's thread over 50 ms once the session runs, and the longest of them in ms. */
  readonly longTasks: number;
  readonly longestTask: number;
  /** What runs the models, as the page says. */
  readonly backend: string;
}

/** Used JavaScript memory of the page in MB, after a garbage collection. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Seconds of the first visit: the browser keeps the compiled runtime once its hot parts are. */
const FIRST_VISIT_SECONDS = 12;

/** Seconds that a person takes to read what they consent to. */
const READING_SECONDS = 5;

/** Serves the built page and opens it a second time, so that everything is cached. */
export async function openPage({
  context,
}: CameraBrowser): Promise<{ page: Page; close(): Promise<void> }> {
  const server = await servePage({ folder: BUILT_PAGE, host: '127.0.0.1', port: 0 });
  const first = await context.newPage();
  await first.goto(server.url);
  await first.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await consent(first);
  await first.waitForTimeout(FIRST_VISIT_SECONDS * 1000);
  await first.close();
  const page = await context.newPage();
  await page.goto(server.url);
  return {
    page,
    close: async () => {
      await page.close();
      await server.close();
    },
  };
}

/** Consents, and waits for the first frame that is read. @returns the seconds that it took. */
export async function consent(page: Page): Promise<number> {
  const agree = page.getByRole('button', { name: /I agree/ });
  await agree.waitFor();
  await page.evaluate(`
    document.addEventListener('click', () => performance.mark('bench:consent'), { once: true });
  `);
  await agree.click();
  // The page's policy forbids what Playwright's own waiting does: an expression is evaluated instead.
  while (!(await page.evaluate(`performance.getEntriesByName('poise:first-reading').length > 0`))) {
    await page.waitForTimeout(50);
  }
  const took = await page.evaluate(`
    performance.getEntriesByName('poise:first-reading')[0].startTime -
      performance.getEntriesByName('bench:consent')[0].startTime
  `);
  return Number(took) / 1000;
}

/** Starts a session without resting face and with no limit of time, and waits for its question. */
export async function startSession(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'No limit' }).check({ force: true });
  await page.getByRole('checkbox', { name: /resting face/ }).uncheck({ force: true });
  await page.getByRole('button', { name: 'Start the practice' }).click();
  await page.getByRole('button', { name: 'Next question' }).waitFor();
}

/** Measures one practice session of some seconds. */
export async function measurePage(browser: CameraBrowser, seconds: number): Promise<PageFigures> {
  const { page, close } = await openPage(browser);
  try {
    await page.waitForTimeout(READING_SECONDS * 1000);
    const firstFrame = await consent(page);
    const backend = (await page.getByText(/^On this device/).textContent()) ?? '';
    await startSession(page);
    await page.keyboard.press('d');
    await page.waitForTimeout(SETTLE_SECONDS * 1000);
    await page.evaluate(`
      globalThis.benchTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.benchTasks.push(duration);
      }).observe({ type: 'longtask' });
    `);
    const rates: number[] = [];
    const latencies: number[] = [];
    for (let elapsed = 0; elapsed < seconds * 1000; elapsed += LOOK_MS) {
      await page.waitForTimeout(LOOK_MS);
      rates.push(await numberBeside(page, 'Frames a second'));
      latencies.push(await numberBeside(page, 'From camera to score'));
    }
    const tasks = (await page.evaluate('globalThis.benchTasks')) as number[];
    return {
      firstFrame,
      fps: median(rates),
      latency: median(latencies),
      longTasks: tasks.length,
      longestTask: Math.max(0, ...tasks),
      backend,
    };
  } finally {
    await close();
  }
}

async function numberBeside(page: Page, term: string): Promise<number> {
  const text = await page.locator('dt', { hasText: term }).locator('xpath=../dd').textContent();
  return Number.parseFloat(text ?? '');
}
