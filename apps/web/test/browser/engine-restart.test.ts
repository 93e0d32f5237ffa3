import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { breakVisionWorker } from './engine-steps.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';
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

const { practice, errors } = ENGLISH;

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

/** The time for the question. */
const SECONDS = 30;

describe('a worker that breaks during a practice', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  });

  afterAll(() => fixture?.close());

  test('is started again once, and after that by the person', async () => {
    const { page } = await fixture.visit();
    await getReady(page);
    await choose(page, { time: '30 s', own: 'Who are you?', baseline: false });
    await startPractice(page);
    await awaitQuestion(page, 1, 1);
    await awaitTimeLeft(page, SECONDS - 4);

    const successor = page.waitForEvent('worker', PATIENCE);
    await breakVisionWorker(page);
    await successor;
    const firstBreak = SECONDS - (await timeLeft(page));
    // The practice runs on by itself: nothing is paused, and the clock goes on.
    // A busy machine takes seconds to load the models, and half a second more shows whose face it is.
    await awaitTimeLeft(page, SECONDS - firstBreak - 8);
    expect(await page.getByRole('heading', { name: practice.paused.title }).count()).toBe(0);

    await breakVisionWorker(page);
    await page.getByRole('heading', { name: practice.paused.title }).waitFor(PATIENCE);
    await page.getByText(practice.paused.engine).waitFor();
    await page.getByText(errors.RUNTIME_FAILED).waitFor();
    const resume = page.getByRole('button', { name: practice.resume });
    expect(await resume.isEnabled()).toBe(false);
    const secondBreak = SECONDS - (await timeLeft(page));
    await page.getByRole('button', { name: practice.restartEngine }).click();
    await resume.click(PATIENCE);

    await awaitReport(page);
    const summary = await savedSummary(page);
    expect(summary.breaks).toHaveLength(1);
    expect(summary.session_duration).toBeGreaterThan(SECONDS - 1);
    const seen = summary.all_frames.map(({ timestamp }) => timestamp);
    expect(seen.some((time) => time < firstBreak)).toBe(true);
    expect(seen.some((time) => time > firstBreak && time < secondBreak)).toBe(true);
    expect(seen.some((time) => time > secondBreak)).toBe(true);
  });
});
