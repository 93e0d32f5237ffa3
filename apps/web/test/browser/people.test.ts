import { READING_COLUMNS, readReading } from '@poise/session';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeCameraFile } from './fake-camera.js';
import { storedLog } from './history-database.js';
import { PageFixture } from './page-fixture.js';
import { awaitQuestion, choose, getReady, startPractice } from './walk.js';

/** The man of the recording twice: on the left as he is, on the right mirrored. */
const TWO = 'crop=320:480:170:0,split[a][b];[b]hflip[c];[a][c]hstack';
const WIDTH = 640;

let fixture: PageFixture;
let page: Page;

beforeAll(async () => {
  fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 8, filter: TWO }) });
  ({ page } = await fixture.visit());
  await getReady(page);
});

afterAll(async () => {
  await fixture?.close();
});

const others = () => page.getByLabel('Other people are in the picture');
const start = () => page.getByRole('button', { name: 'Start the practice' });
const faces = () => page.getByRole('group', { name: 'Which face is yours?' }).getByRole('radio');
const outlines = () => page.locator('.outline');

test('nobody is looked for beside the candidate unless it is asked for', async () => {
  expect(await others().isChecked()).toBe(false);
  expect(await outlines().count()).toBe(0);
  expect(await page.getByText('only if all of them have agreed').isVisible()).toBe(true);
});

test('faces are outlined, and the start waits until the candidate has said which is theirs', async () => {
  await choose(page, { own: 'Who are you?', time: 'No limit', baseline: false });
  await others().check();
  await expect.poll(() => faces().count(), { timeout: 60_000 }).toBe(2);
  expect(await outlines().count()).toBe(2);
  expect(await start().isDisabled()).toBe(true);
  await page.getByText('The start waits until you have chosen your face.').waitFor();
});

test('the session follows the face that was chosen', async () => {
  // The preview is mirrored: what the camera sees on its right stands on the left of the page.
  const places = await page
    .locator('.outline rect')
    .evaluateAll((rects) => rects.map((rect) => Number(rect.getAttribute('x'))));
  const chosen = places[0] !== undefined && places[0] < WIDTH / 2 ? 0 : 1;
  await faces().nth(chosen).check({ force: true });
  await startPractice(page);
  await awaitQuestion(page, 1, 1);
  await expect
    .poll(async () => (await storedLog(page)).length / READING_COLUMNS, { timeout: 60_000 })
    .toBeGreaterThan(30);
  const rows = Float64Array.from(await storedLog(page));
  let seen = 0;
  for (let at = 0; at + READING_COLUMNS <= rows.length; at += READING_COLUMNS) {
    const { face } = readReading(rows, at);
    if (face === null || face.box === null) continue;
    seen += 1;
    expect(face.box[0] + face.box[2] / 2).toBeGreaterThan(WIDTH / 2);
    expect(face.details?.frame?.width).toBe(WIDTH);
  }
  expect(seen).toBeGreaterThan(20);
});
