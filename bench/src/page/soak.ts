import type { CameraBrowser } from './camera-browser.js';
import { consent, heapOf, openPage, startSession } from './poise.js';

/** Seconds before the first look at the memory: caches and compiled code have settled by then. */
const SETTLE_SECONDS = 20;

/** Used JavaScript memory of the page in MB at the begin and the end of what was done. */
export interface SoakFigures {
  readonly before: number;
  readonly after: number;
}

/** One long session: how much the page's memory grows. */
export async function soakSession(browser: CameraBrowser, seconds: number): Promise<SoakFigures> {
  const { page, close } = await openPage(browser);
  try {
    await consent(page);
    await startSession(page);
    const cdp = await browser.context.newCDPSession(page);
    await page.waitForTimeout(SETTLE_SECONDS * 1000);
    const before = await heapOf(cdp);
    await page.waitForTimeout(seconds * 1000);
    return { before, after: await heapOf(cdp) };
  } finally {
    await close();
  }
}

/** Camera and engine started and stopped again and again, by going to the setup page and leaving it. */
export async function soakCycles(browser: CameraBrowser, cycles: number): Promise<SoakFigures> {
  const { page, close } = await openPage(browser);
  try {
    await consent(page);
    const cdp = await browser.context.newCDPSession(page);
    const cycle = async () => {
      await page.getByRole('link', { name: 'About' }).first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.evaluate(`location.hash = '#/setup'`);
      await page.getByText('Your face is found.').waitFor();
    };
    // The first rounds load the pages' code.
    for (let i = 0; i < 3; i++) await cycle();
    const before = await heapOf(cdp);
    for (let i = 0; i < cycles; i++) await cycle();
    return { before, after: await heapOf(cdp) };
  } finally {
    await close();
  }
}
