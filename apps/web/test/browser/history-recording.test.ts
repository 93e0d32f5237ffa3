import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { fakeCameraFile } from './fake-camera.js';
import { storedRecords } from './history-database.js';
import { PageFixture } from './page-fixture.js';
import {
  awaitQuestion,
  awaitReport,
  awaitTimeLeft,
  choose,
  getReady,
  savedSummary,
  startPractice,
} from './walk.js';

const { review, common, setup, history } = ENGLISH;

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

/** One turn of the camera's picture: a smile from 1.2 to 4.9 s, and a face at rest. */
const TURN_SECONDS = 10;

/** Whenever a practice of this length begins, it holds a whole smile, and enough for a score. */
const PRACTICE_SECONDS = 14;

/** The time for the question. */
const QUESTION_SECONDS = 30;

describe('a session', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: TURN_SECONDS }) });
  });

  afterAll(() => fixture?.close());

  test('that was kept as a recording plays its moments, and takes the recording with it when it is deleted', async () => {
    const { page, context } = await fixture.visit();
    await getReady(page);
    await page.getByLabel(setup.recording.name).check();
    await practise(page);

    const summary = await savedSummary(page);
    const [moment] = summary.moments;
    if (moment === undefined) throw new Error('The camera shows a smile, and none was noticed.');
    const video = page.locator('video');
    await expect
      .poll(() => video.evaluate((it) => (it as HTMLVideoElement).readyState), PATIENCE)
      .toBeGreaterThan(1);
    const before = await storedRecords(page);
    expect(before['recordings']).toBeGreaterThan(10);

    await page
      .getByRole('button', { name: new RegExp(`^Play: ${review.momentKinds[moment.kind]}`) })
      .first()
      .click();
    const from = Math.max(0, moment.start - 2);
    await expect.poll(() => timeOf(page), PATIENCE).toBeGreaterThan(from);
    const played = await timeOf(page);
    await expect.poll(() => timeOf(page), PATIENCE).toBeGreaterThan(played);
    expect(await video.evaluate((it) => (it as HTMLVideoElement).videoWidth)).toBe(640);

    await page.getByRole('button', { name: common.delete }).click();
    await page.getByRole('dialog').getByRole('button', { name: common.delete }).click();
    await page.getByRole('heading', { name: history.empty }).waitFor();
    expect(await storedRecords(page)).toEqual({ heads: 0, logs: 0, recordings: 0, summaries: 0 });
    await context.close();
  });

  test('is practised to its report, with a word that it is not kept, where the browser stores nothing', async () => {
    const { page, context } = await fixture.visit({}, ({ context: prepared }) =>
      prepared.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('Storage is off.', 'InvalidStateError');
        };
      }),
    );
    await getReady(page);
    await page.getByText(common.notKept).waitFor();
    await practise(page);
    await page.getByText(common.notKept).waitFor();
    const { evidence } = await savedSummary(page);
    expect(evidence.sufficient).toBe(true);
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText(common.notKept).waitFor();
    await page.getByRole('listitem').filter({ hasText: history.live }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: history.empty }).waitFor();
    await context.close();
  });
});

/** Answers one question, and stops before its time is up. */
async function practise(page: Page): Promise<void> {
  await choose(page, { time: '30 s', own: 'Who are you?', baseline: false });
  await startPractice(page);
  await awaitQuestion(page, 1, 1);
  await awaitTimeLeft(page, QUESTION_SECONDS - PRACTICE_SECONDS);
  await page.keyboard.press('Escape');
  await awaitReport(page);
}

/** Where the recording is played, in seconds. */
function timeOf(page: Page): Promise<number> {
  return page.locator('video').evaluate((it) => (it as HTMLVideoElement).currentTime);
}
