import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GERMAN as GERMAN_REPORT, InterviewReportGenerator } from '@poise/report';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GERMAN } from '../../src/text/de.js';
import { fakeCameraFile } from './fake-camera.js';
import { archiveOf, importDocument, weekOfSessions } from './history-sessions.js';
import { englishAlone, wordsOn } from './languages-words.js';
import { PageFixture } from './page-fixture.js';

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

const SESSIONS = weekOfSessions();

describe('the page in German', () => {
  let fixture: PageFixture;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poise-languages-'));
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
    ({ page } = await fixture.visit({ locale: 'de-DE' }, undefined, '#/history'));
    await importDocument(page, archiveOf(SESSIONS));
    await page.getByText(GERMAN.history.imported(SESSIONS.length, 0)).waitFor();
  });

  afterAll(async () => {
    await fixture?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('is what a browser gets that asks for German', async () => {
    await goTo(page, '', GERMAN.welcome.title);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  test('has no English sentence on any of its pages', async () => {
    const [, , session, short] = SESSIONS;
    await goTo(page, '', GERMAN.welcome.title);
    await expectNoEnglish(page);
    await goTo(page, 'history', GERMAN.history.title);
    await page.getByRole('button', { name: GERMAN.history.deleteAll }).click();
    await expectNoEnglish(page);
    await page.getByRole('dialog').getByRole('button', { name: GERMAN.common.cancel }).click();
    await goTo(page, 'import', GERMAN.import.title);
    await expectNoEnglish(page);
    await goTo(page, 'about', GERMAN.about.title);
    await expectNoEnglish(page);
    await goTo(page, 'nowhere', GERMAN.notFound.title);
    await expectNoEnglish(page);
    await goTo(page, `review/${session?.session_id}`, GERMAN.review.scoreLabel);
    await expectNoEnglish(page);
    await goTo(page, `review/${short?.session_id}`, GERMAN.review.notEnough);
    await expectNoEnglish(page);
  });

  test('has no English sentence in the practice', async () => {
    await goTo(page, '', GERMAN.welcome.title);
    await page.getByRole('button', { name: GERMAN.welcome.agree }).click();
    const start = page.getByRole('button', { name: GERMAN.setup.start, disabled: false });
    await start.waitFor(PATIENCE);
    await page.getByText(GERMAN.setup.checks.face_found.ok).waitFor(PATIENCE);
    await expectNoEnglish(page);
    await start.click();
    await page.getByRole('heading', { name: GERMAN.practice.baselineTitle }).waitFor(PATIENCE);
    await expectNoEnglish(page);
    await page.getByRole('button', { name: GERMAN.practice.skipBaseline }).click();
    await page.getByText(GERMAN.practice.question(1, 3), { exact: true }).waitFor(PATIENCE);
    await expectNoEnglish(page);
    await page.getByRole('button', { name: GERMAN.practice.pause }).click();
    await page.getByRole('heading', { name: GERMAN.practice.paused.title }).waitFor();
    await expectNoEnglish(page);
  });

  test('saves its report in German: the text in words, the picture in pixels', async () => {
    const [, , session] = SESSIONS;
    if (session === undefined) throw new Error('There is no third session.');
    await goTo(page, `review/${session.session_id}`, GERMAN.review.scoreLabel);
    const text = (await save(page, GERMAN.review.text)).toString('utf8');
    expect(text).toContain('Zum eigenen Üben');
    expect(text).not.toMatch(/\b(?:the|and|your|session)\b/i);
    const ours = await pixelsOf(await save(page, GERMAN.review.png));
    const reports = new InterviewReportGenerator({ words: GERMAN_REPORT });
    const path = await reports.generateVisualReport(session, folder);
    expect(ours.equals(await pixelsOf(await readFile(path)))).toBe(true);
  });
});

describe('the choice of a language', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start();
  });

  afterAll(() => fixture?.close());

  test('holds on every page, and after the page is loaded again', async () => {
    const { page, context } = await fixture.visit();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByRole('heading', { name: GERMAN.welcome.title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await goTo(page, 'about', GERMAN.about.title);
    await page.reload();
    await page.getByRole('heading', { name: GERMAN.about.title, level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await context.close();
  });
});

/** Goes to a page by its address behind "#/". */
async function goTo(page: Page, route: string, heading: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${route}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor(PATIENCE);
}

async function expectNoEnglish(page: Page): Promise<void> {
  const english = englishAlone();
  const words = await wordsOn(page);
  expect(words.length).toBeGreaterThan(10);
  expect(words.filter((text) => english.has(text))).toEqual([]);
}

/** Presses a button of the report that saves a file. */
async function save(page: Page, button: string): Promise<Buffer> {
  const [saved] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function pixelsOf(png: Uint8Array): Promise<Buffer> {
  return await sharp(png).raw().toBuffer();
}
