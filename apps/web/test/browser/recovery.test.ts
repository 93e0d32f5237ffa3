import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageServer } from '../../server/page-server.js';
import { fakeCameraFile } from './fake-camera.js';
import { LastingBrowser } from './lasting-browser.js';
import { serveBuiltPage } from './page-fixture.js';
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

/**
 * What a killed page may lose: the rows of the last second, which are written together; the write
 * itself and the tick that starts it, on a busy machine; and the first frame, which comes a moment
 * after the question.
 */
const MOST_LOST_SECONDS = 2.5;

const QUESTION_SECONDS = 30;

let server: PageServer;
let profile: string;
let browser: LastingBrowser;

beforeAll(async () => {
  server = await serveBuiltPage();
  profile = await mkdtemp(join(tmpdir(), 'poise-profile-'));
  browser = await LastingBrowser.start(profile, await fakeCameraFile({ seconds: 20 }));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(profile, { recursive: true, force: true });
});

test('a session whose tab was closed is offered at the next visit', async () => {
  const page = await practise(5);
  await page.close();
  const summary = await recover();
  expect(summary.session_duration).toBeGreaterThan(5 - MOST_LOST_SECONDS);
  expect(summary.frames_analyzed).toBeGreaterThan(0);
});

// The same visitor comes back: the browser has the page's files and code, as it does at home.
test('a session whose browser was killed is offered at the next visit, but for its last moments', async () => {
  const page = await practise(13);
  const practised = QUESTION_SECONDS - (await timeLeft(page));
  await browser.kill();

  browser = await LastingBrowser.start(profile, await fakeCameraFile({ seconds: 20 }));
  const summary = await recover();
  expect(summary.session_duration).toBeGreaterThan(practised - MOST_LOST_SECONDS);
  expect(summary.evidence.sufficient).toBe(true);
  expect(summary.average_confidence).not.toBeNull();
  expect(summary.questions).toHaveLength(1);
});

/** Practises for some seconds of the first question. */
async function practise(seconds: number): Promise<Page> {
  const page = await browser.open(server.url);
  await getReady(page);
  await choose(page, { time: '30 s', questions: 2, baseline: false });
  await startPractice(page);
  await awaitQuestion(page, 1, 2);
  await awaitTimeLeft(page, QUESTION_SECONDS - seconds);
  return page;
}

/** Has the report made that the first page offers, and comes back to find it offered no more. */
async function recover() {
  const page = await browser.open(server.url);
  await page.getByRole('heading', { name: 'A session was interrupted' }).waitFor();
  await page.getByRole('button', { name: 'Make its report' }).click();
  await awaitReport(page);
  const summary = await savedSummary(page);
  await page.getByRole('link', { name: 'Practise', exact: true }).click();
  await page.getByRole('button', { name: 'I agree: open my camera' }).waitFor();
  expect(await page.getByRole('heading', { name: 'A session was interrupted' }).count()).toBe(0);
  await page.close();
  return summary;
}
