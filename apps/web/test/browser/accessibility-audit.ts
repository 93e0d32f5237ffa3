import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);

/** What `axe.run` finds; the page's policy does not let its script be loaded by a tag. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const WIDTHS = [390, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What depends on colours; in the other scheme a page differs in nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing wrong with what a page shows now, on a phone and on a desk, nothing
 * wrong with its colours in the dark either, and that a phone shows it without scrolling sideways.
 *
 * @param state - what the page shows, for the message.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page);
      const rules = colorScheme === 'light' ? undefined : COLOUR_RULES;
      for (const violation of await violations(page, rules))
        found.push(`${state}, ${colorScheme}, ${width} px: ${violation}`);
    }
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    if (scrollWidth > clientWidth) found.push(`${state}, ${width} px: ${scrollWidth} px wide`);
  }
  expect(found).toEqual([]);
}

/** Waits until the page has drawn what it has changed. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** What axe finds by some of its rules, or by all. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations: found } = await page.evaluate((values): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const only = values === undefined ? {} : { runOnly: { type: 'rule' as const, values } };
    return axe.run(document, { resultTypes: ['violations'], ...only });
  }, rules?.slice());
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html).join(' ')}`);
}
