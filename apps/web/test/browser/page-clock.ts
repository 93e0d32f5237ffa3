import type { BrowserContext, Page } from 'playwright-core';

/** Lets the clock of the pages to come be set ahead, for what would take long to wait for. */
export async function letClockBeSet(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const real = performance.now.bind(performance);
    let ahead = 0;
    performance.now = () => real() + ahead;
    Reflect.set(window, 'setClockAhead', (seconds: number) => {
      ahead = seconds * 1000;
    });
  });
}

/** Sets the clock of a page ahead of the real one. */
export async function setClockAhead(page: Page, seconds: number): Promise<void> {
  await page.evaluate((ahead) => Reflect.get(window, 'setClockAhead')(ahead), seconds);
}
