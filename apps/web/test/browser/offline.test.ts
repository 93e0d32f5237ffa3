import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture, type Visit } from './page-fixture.js';
import {
  awaitQuestion,
  awaitReport,
  awaitTimeLeft,
  choose,
  getReady,
  savedSummary,
  saveFile,
  startPractice,
} from './walk.js';

let fixture: PageFixture;
let visit: Visit;

beforeAll(async () => {
  fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  visit = await fixture.visit({ serviceWorkers: 'allow' });
  await awaitKept(visit.page);
});

afterAll(() => fixture?.close());

/** A service worker is ready when all that it keeps has been loaded. */
async function awaitKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

test('the page can be installed', async () => {
  const { page, context } = visit;
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A private window, which every context of a test is, installs nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { data, errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: expect.stringContaining('Poise') });
});

test('after the first visit, a session and its report need no server', async () => {
  const { page } = visit;
  await fixture.stopServing();
  await expect(fetch(fixture.url)).rejects.toThrow();

  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await getReady(page);
  await choose(page, { own: 'Does it work?', time: '30 s', baseline: false });
  await startPractice(page);
  await awaitQuestion(page, 1, 1);
  await awaitTimeLeft(page, 26);
  await page.keyboard.press('Escape');
  // So short a session has no score: the page asks whether it is to end.
  await page.getByRole('button', { name: 'Stop and see' }).click();
  await awaitReport(page);

  const summary = await savedSummary(page);
  expect(summary.frames_analyzed).toBeGreaterThan(0);
  expect(summary.questions.map(({ prompt }) => prompt)).toEqual(['Does it work?']);
  expect((await saveFile(page, 'Picture (PNG)')).bytes.length).toBeGreaterThan(10_000);
});
