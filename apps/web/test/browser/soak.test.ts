import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';
import { PageMemory } from './page-memory.js';
import { awaitQuestion, choose, getReady, startPractice } from './walk.js';

const { practice, setup, welcome } = ENGLISH;

/** What a page may grow by in half an hour of practice, in MB. */
const GROWTH_IN_HALF_AN_HOUR = 5;

/** What caches and compiled code make two looks at the same page differ by, in MB. */
const NOISE = 1;

/** Seconds until what only a session loads and compiles has been; all else was in the test before. */
const SETTLE_SECONDS = 8;

const SESSION_SECONDS = 30;

const WARM_UP_CYCLES = 2;
const CYCLES = 8;

const PATIENCE = { timeout: 60_000, interval: 50 };

let fixture: PageFixture;
let page: Page;
let memory: PageMemory;

// One page for all: what it compiles in the first test is no growth in the second.
beforeAll(async () => {
  fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  ({ page } = await fixture.visit({}, async (visit) => {
    memory = await PageMemory.watch(visit.page);
  }));
});

afterAll(() => fixture?.close());

test('going to the practice and back again and again leaves nothing behind', async () => {
  await getReady(page);
  await choose(page, { time: '30 s', questions: 1, baseline: true });
  for (let i = 0; i < WARM_UP_CYCLES; i += 1) await practiseAndLeave(page);
  const before = await memory.look();
  for (let i = 0; i < CYCLES; i += 1) await practiseAndLeave(page);
  // The first look may still see a page that the browser has not let go of yet: fewer is no fault.
  await expect
    .poll(async () => (await memory.look()).nodes, { timeout: 20_000, interval: 500 })
    .toBeLessThanOrEqual(before.nodes);
  const after = await memory.look();
  expect(after.heap - before.heap).toBeLessThan(NOISE);
  expect(after.workers).toBe(before.workers);
  expect([before.openTracks, after.openTracks]).toEqual([0, 0]);
});

test('a session grows by no more than its share of 5 MB in half an hour', async () => {
  await goTo(page, '#/setup', setup.checks.face_found.ok);
  await choose(page, { time: 'No limit', questions: 1, baseline: false });
  await startPractice(page);
  await awaitQuestion(page, 1, 1);
  await page.waitForTimeout(SETTLE_SECONDS * 1000);
  const before = await memory.look();
  await page.waitForTimeout(SESSION_SECONDS * 1000);
  const after = await memory.look();
  const share = (GROWTH_IN_HALF_AN_HOUR * SESSION_SECONDS) / 1800;
  expect(after.heap - before.heap).toBeLessThan(share + NOISE);
  expect(after.workers).toBe(before.workers);
  expect(after.openTracks).toBe(1);
});

/**
 * From the setup to the resting face of a practice, and to the first page. The elements are found in
 * the page itself: a locator would hold on to those that have made way.
 */
async function practiseAndLeave(page: Page): Promise<void> {
  await goTo(page, '#/setup', setup.checks.face_found.ok);
  await page.evaluate((name) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === name)?.click();
  }, setup.start);
  await awaitShown(page, practice.baselineTitle);
  await goTo(page, '#/', welcome.consentTitle);
}

async function goTo(page: Page, hash: string, awaited: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
  await awaitShown(page, awaited);
}

async function awaitShown(page: Page, words: string): Promise<void> {
  const shows = (): Promise<boolean> =>
    page.evaluate(
      (text) => document.querySelector('main')?.innerText.includes(text) === true,
      words,
    );
  await vi.waitUntil(shows, PATIENCE);
}
