import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';
import { hidePage, showPage } from './page-sight.js';
import {
  awaitQuestion,
  awaitReport,
  awaitTimeLeft,
  choose,
  getReady,
  savedSummary,
  startPractice,
  timeLeft,
} from './walk.js';

/** Longer than the countdown and a busy machine together, so that it would show in the length. */
const PAUSE_SECONDS = 6;

/** So long without a frame would be a gap: as long as what the report calls an absence. */
const GAP_SECONDS = 2;

const secondsNow = (): number => performance.now() / 1000;

describe('a practice that runs', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  });

  afterAll(() => fixture?.close());

  test('keys skip the resting face, pause, go on and stop, without losing the focus, and the pause does not count', async () => {
    const { page } = await fixture.visit();
    await getReady(page);
    await choose(page, { own: 'Why us?\n\nWhy you?', time: '30 s' });
    const began = secondsNow();
    await startPractice(page);
    await page.getByRole('heading', { name: 'Relax your face' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await awaitQuestion(page, 1, 2);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Why us?');
    await awaitTimeLeft(page, 25);

    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    const left = await timeLeft(page);
    await page.waitForTimeout(PAUSE_SECONDS * 1000);
    expect(await timeLeft(page)).toBe(left);
    expect(await focused(page)).toBe('Resume');
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'Paused' }).waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Pause');

    await page.keyboard.press('ArrowRight');
    await awaitQuestion(page, 2, 2);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Why you?');
    await awaitTimeLeft(page, 23);
    await page.keyboard.press('d');
    await expect
      .poll(() => page.getByRole('definition').first().innerText(), { timeout: 30_000 })
      .toMatch(/^\d+ %$/);
    await page.keyboard.press('Escape');
    const passed = secondsNow() - began;
    await awaitReport(page);

    const summary = await savedSummary(page);
    expect(summary.questions.map(({ prompt }) => prompt)).toEqual(['Why us?', 'Why you?']);
    expect(summary.breaks).toHaveLength(1);
    expect(summary.session_duration).toBeGreaterThan(10);
    expect(summary.session_duration).toBeLessThan(passed - PAUSE_SECONDS);
    expect(summary.baseline.source).not.toBe('given');
    expect(summary.evidence.sufficient).toBe(true);
    await page.context().close();
  });

  test('a page that gets out of sight pauses, and what is hidden leaves no gap in the session', async () => {
    const { page } = await fixture.visit();
    await getReady(page);
    await choose(page, { time: '30 s', questions: 1, liveNumbers: false });
    const began = secondsNow();
    await startPractice(page);
    await page.getByRole('heading', { name: 'Relax your face' }).waitFor();
    await awaitQuestion(page, 1, 1);
    await awaitTimeLeft(page, 25);
    await expectNoNumbers(page);

    await hidePage(page);
    await page.getByText('The page was out of sight').waitFor();
    await page.waitForTimeout(PAUSE_SECONDS * 1000);
    await showPage(page);
    await page.getByRole('button', { name: 'Resume' }).click();
    const left = await timeLeft(page);
    await awaitTimeLeft(page, left - 8);
    await expectNoNumbers(page);
    await page.keyboard.press('s');
    const passed = secondsNow() - began;
    await awaitReport(page);

    const summary = await savedSummary(page);
    expect(summary.breaks).toHaveLength(1);
    expect(summary.session_duration).toBeGreaterThan(10);
    expect(summary.session_duration).toBeLessThan(passed - PAUSE_SECONDS);
    // Where the recording starts again he jumps, and few frames are read on a busy machine; the pause
    // as time without a face would make it half.
    expect(summary.face_detection_rate).toBeGreaterThanOrEqual(0.85);
    expect(summary.absences).toEqual([]);
    const { timestamps } = summary.time_series;
    const gaps = timestamps.slice(1).map((time, i) => time - (timestamps[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(GAP_SECONDS);
    expect(summary.baseline).toMatchObject({ applied: true, seconds: 5 });
    await page.context().close();
  });
});

/** What stands on the element that has the focus. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** All that may be said in figures is which question is up and how long it stays. */
async function expectNoNumbers(page: Page): Promise<void> {
  expect(await page.getByText('Details', { exact: true }).count()).toBe(0);
  expect(await page.getByText(ENGLISH.practice.lineLabel).count()).toBe(0);
  const shown = await page.getByRole('main').innerText();
  const figures = shown.replace(/Question \d of \d|\d+:\d\d left/g, '').match(/\d+.*/g);
  expect(figures).toBeNull();
}
