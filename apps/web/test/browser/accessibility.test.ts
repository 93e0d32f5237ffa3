import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { expectAccessible } from './accessibility-audit.js';
import { fakeCameraFile } from './fake-camera.js';
import { archiveOf, importDocument, weekOfSessions } from './history-sessions.js';
import { letClockBeSet, setClockAhead } from './page-clock.js';
import { PageFixture } from './page-fixture.js';
import { agree, awaitQuestion, choose, getReady, startPractice } from './walk.js';

const { common, welcome, setup, practice, review, history, import: importing, about } = ENGLISH;

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

/** Stops of the Tab key after which the search for one is given up. */
const MOST_STOPS = 80;

describe('axe finds nothing wrong', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  });

  afterAll(() => fixture?.close());

  test('with the pages that need no camera', async () => {
    const { page, context } = await fixture.visit();
    await expectAccessible(page, 'welcome');
    await goTo(page, 'history', history.title);
    await page.getByRole('heading', { name: history.empty }).waitFor();
    await expectAccessible(page, 'history, empty');
    await goTo(page, 'import', importing.title);
    await expectAccessible(page, 'import');
    await page.getByLabel(importing.choose).setInputFiles({
      name: 'notes.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.from('no video at all'),
    });
    await page.getByRole('alert').waitFor(PATIENCE);
    await expectAccessible(page, 'import, failed');
    await goTo(page, 'about', about.title);
    await expectAccessible(page, 'about');
    await goTo(page, 'nowhere', ENGLISH.notFound.title);
    await expectAccessible(page, 'no such page');
    await goTo(page, 'review/20260101_000000', review.title);
    await page.getByText(review.missing).waitFor();
    await expectAccessible(page, 'no such report');
    await context.close();
  });

  test('with the history and the reports', async () => {
    const { page, context } = await fixture.visit({}, undefined, '#/history');
    const sessions = weekOfSessions();
    await importDocument(page, archiveOf(sessions));
    await page.getByText(history.imported(sessions.length, 0)).waitFor();
    await expectAccessible(page, 'history, filled');
    await page.getByRole('button', { name: history.deleteAll }).click();
    await expectAccessible(page, 'history, a question');
    await page.keyboard.press('Escape');
    await importDocument(page, 'nonsense');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page, 'history, an error');
    await goTo(page, `review/${sessions[2]?.session_id}`, review.scoreLabel);
    await page.getByRole('slider', { name: review.cursor }).press('ArrowRight');
    await expectAccessible(page, 'review');
    await goTo(page, `review/${sessions[3]?.session_id}`, review.notEnough);
    await expectAccessible(page, 'review, not enough evidence');
    await context.close();
  });

  test('with the setup and the practice', async () => {
    const { page, context } = await fixture.visit({}, (visit) => letClockBeSet(visit.context));
    await getReady(page);
    await page.getByText(setup.checks.face_found.ok).waitFor(PATIENCE);
    await expectAccessible(page, 'setup');
    await choose(page, { own: 'Who are you?' });
    await expectAccessible(page, 'setup, own list');
    await choose(page, { time: 'No limit' });
    await startPractice(page);
    await giveUpLook(page);
    await expectAccessible(page, 'practice, a look that was not read');
    await page.getByRole('button', { name: common.tryAgain }).press('Enter');
    await page.getByRole('heading', { name: practice.baselineTitle }).waitFor(PATIENCE);
    await giveUpLook(page);
    await page.getByRole('button', { name: practice.looks.goOn }).click();
    await awaitQuestion(page, 1, 1);
    await page.getByRole('button', { name: practice.stop, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: practice.stopTitle });
    await dialog.waitFor();
    await expectAccessible(page, 'practice, a question');
    await dialog.getByRole('button', { name: practice.stopCancel }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expectAccessible(page, 'practice');
    await page.getByText(practice.details, { exact: true }).click();
    await expectAccessible(page, 'practice, details');
    await page.getByRole('button', { name: practice.pause }).click();
    await page.getByRole('heading', { name: practice.paused.title }).waitFor();
    await expectAccessible(page, 'practice, paused');
    await context.close();
  });

  test('with a camera and models that fail', async () => {
    const { page, context } = await fixture.visit({ serviceWorkers: 'block' }, async (visit) => {
      await visit.context.route(/\.onnx$/, (route) => route.fulfill({ status: 503 }));
      await visit.context.addInitScript(() => {
        MediaDevices.prototype.getUserMedia = async () => {
          throw new DOMException('no', 'NotAllowedError');
        };
      });
    });
    await agree(page);
    await page.getByText(ENGLISH.errors.CAMERA_REFUSED).waitFor(PATIENCE);
    await page.getByText(ENGLISH.errors.ASSET_UNREACHABLE).waitFor(PATIENCE);
    await expectAccessible(page, 'setup, errors');
    await context.close();
  });
});

describe('the keyboard alone', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  });

  afterAll(() => fixture?.close());

  test('leads from the first page to a practice, and through it', async () => {
    const { page } = await fixture.visit();
    await page.getByRole('heading', { name: welcome.title }).waitFor();
    await tabTo(page, welcome.agree);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: setup.start, disabled: false }).waitFor(PATIENCE);
    await tabTo(page, setup.start);
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: practice.baselineTitle }).waitFor(PATIENCE);
    await tabTo(page, practice.skipBaseline);
    await page.keyboard.press('Enter');
    await awaitQuestion(page, 1, 3);
    await page.keyboard.press('n');
    await awaitQuestion(page, 2, 3);
    await page.keyboard.press('ArrowRight');
    await awaitQuestion(page, 3, 3);
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: practice.paused.title }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: practice.paused.title }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: practice.stopTitle }).waitFor();
    await tabTo(page, practice.stopConfirm);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: review.notEnough }).waitFor(PATIENCE);
  });
});

/** Waits until the page has given up reading the resting face, and is asking how to go on. */
async function giveUpLook(page: Page): Promise<void> {
  const { face } = practice.looks.unread;
  await page.getByRole('heading', { name: practice.baselineTitle }).waitFor(PATIENCE);
  await setClockAhead(page, 60);
  await page.getByRole('heading', { name: face.title }).waitFor(PATIENCE);
  await setClockAhead(page, 0);
  // Nothing is said of it without what is lost, and the way on is under the finger.
  expect(await page.getByText(face.lost, { exact: true }).isVisible()).toBe(true);
  const retry = page.getByRole('button', { name: common.tryAgain });
  expect(await retry.evaluate((button) => button === document.activeElement)).toBe(true);
}

/** Presses Tab until the element of a name has the focus, and sees that the focus is shown. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return null;
      return { name: element.innerText, outline: getComputedStyle(element).outlineStyle };
    });
    if (focused?.name !== name) continue;
    expect(focused.outline).not.toBe('none');
    return;
  }
  throw new Error(`The Tab key does not lead to "${name}".`);
}

/** Goes to a page by its address behind "#/". */
async function goTo(page: Page, route: string, heading: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${route}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor(PATIENCE);
}
