import type { Page } from 'playwright-core';

/**
 * Puts a page out of sight. A headless browser has nothing that could cover a page, so that the page
 * is told what a browser tells it: its state, and that it has changed.
 */
export async function hidePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/** Brings a page back into sight. */
export async function showPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    // The document's own properties lie on its prototype, below those that were set.
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}
