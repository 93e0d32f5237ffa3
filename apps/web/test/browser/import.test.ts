import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { CLIP_SECONDS, type ImportClips, makeClips } from './import-clips.js';
import { PageFixture, type Visit } from './page-fixture.js';
import { awaitReport, savedSummary } from './walk.js';
import { Witness } from './witness.js';

const { errors, import: words, history } = ENGLISH;

const POISE = join(import.meta.dirname, '../../../cli/bin/poise.js');

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

/** How far the analysis is. */
const PROGRESS = new RegExp(`^0:\\d\\d of 0:${CLIP_SECONDS}$`);

const run = promisify(execFile);

describe('a recording that is given to the page', () => {
  let fixture: PageFixture;
  let folder: string;
  let clips: ImportClips;
  let visit: Visit;
  let witness: Witness;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poise-import-'));
    clips = await makeClips(folder);
    fixture = await PageFixture.start();
  });

  afterAll(async () => {
    await fixture?.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    visit = await fixture.visit({}, async ({ context }) => {
      witness = new Witness(context);
    });
    await visit.page.getByRole('link', { name: 'Import', exact: true }).click();
    await visit.page.getByRole('heading', { name: words.title }).waitFor();
  });

  afterEach(async () => {
    witness.stop();
    await visit.context.close();
    expect(witness.asked.filter((url) => !url.startsWith(fixture.url))).toEqual([]);
  });

  test('gives the numbers of the command when an H.264 file is chosen', async () => {
    const { page } = visit;
    await chooseFile(page, clips.mp4);
    await expectProgress(page, clips.mp4);
    await expectNumbersOfTheCommand(page, clips.mp4);
  });

  test('gives the numbers of the command when a WebM file is dropped', async () => {
    const { page } = visit;
    await dropFile(page, clips.webm, 'video/webm');
    await expectProgress(page, clips.webm);
    await expectNumbersOfTheCommand(page, clips.webm);
  });

  test('leaves nothing behind when the analysis is cancelled', async () => {
    const { page } = visit;
    await chooseFile(page, clips.mp4);
    await page.getByText(PROGRESS).waitFor(PATIENCE);
    expect(importWorkers(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(words.cancelled).waitFor();
    await expect.poll(() => importWorkers(page), { timeout: 30_000 }).toEqual([]);
    // The one that the first page starts early, for the camera, may be there.
    expect(page.workers().length).toBeLessThanOrEqual(1);
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('heading', { name: history.empty }).waitFor();
  });

  test('is not analysed to its end when the person goes to another page', async () => {
    const { page } = visit;
    await chooseFile(page, clips.mp4);
    await page.getByText(PROGRESS).waitFor(PATIENCE);
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('heading', { name: history.empty }).waitFor();
    await expect.poll(() => importWorkers(page), { timeout: 30_000 }).toEqual([]);
    // The one that the first page starts early, for the camera, may be there.
    expect(page.workers().length).toBeLessThanOrEqual(1);
  });

  test('is refused in a sentence of its own when it is no video, and the next one is taken', async () => {
    const { page } = visit;
    const refusals = [
      [clips.empty, errors.INPUT_EMPTY],
      [clips.text, errors.INPUT_NOT_MEDIA],
      [clips.avi, errors.INPUT_UNSUPPORTED_CODEC],
      [clips.picture, errors.INPUT_IS_IMAGE],
    ] as const;
    for (const [file, sentence] of refusals) {
      await chooseFile(page, file);
      const notice = page.getByRole('alert');
      await notice.getByText(sentence).waitFor(PATIENCE);
      expect(await notice.getByRole('heading').innerText()).toBe(words.failed);
    }
    expect(new Set(refusals.map(([, sentence]) => sentence)).size).toBe(refusals.length);
    await chooseFile(page, clips.mp4);
    await page.getByText(words.working(basename(clips.mp4))).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });
});

async function chooseFile(page: Page, path: string): Promise<void> {
  await page.getByLabel(words.choose).setInputFiles(path);
}

/** Drops a file on the page as a person does who drags it from a folder. */
async function dropFile(page: Page, path: string, type: string): Promise<void> {
  const content = (await readFile(path)).toString('base64');
  const dragged = await page.evaluateHandle(
    ({ content, name, type }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    { content, name: basename(path), type },
  );
  await page.getByText(words.drop).dispatchEvent('drop', { dataTransfer: dragged });
}

function importWorkers(page: Page): Worker[] {
  return page.workers().filter((worker) => worker.url().includes('import.worker'));
}

async function expectProgress(page: Page, path: string): Promise<void> {
  await page.getByRole('heading', { name: words.working(basename(path)) }).waitFor();
  const bar = page.getByRole('progressbar', { name: words.progressLabel });
  const share = (): Promise<number> => bar.evaluate((it) => (it as HTMLProgressElement).position);
  await page.getByText(PROGRESS).waitFor(PATIENCE);
  const before = await share();
  expect(before).toBeLessThan(1);
  await expect.poll(share, { timeout: 60_000 }).toBeGreaterThan(before);
}

/** Waits for the report and compares it with what the command says of the same file. */
async function expectNumbersOfTheCommand(page: Page, path: string): Promise<void> {
  await awaitReport(page);
  expect(importWorkers(page)).toEqual([]);
  const ours = await savedSummary(page);
  const theirs = await analyzedByCommand(path);
  expect(ours.source).toEqual({ kind: 'recording', name: basename(path) });
  expect(ours.frames_analyzed).toBe(theirs.frames_analyzed);
  expect(ours.face_detection_rate).toBe(theirs.face_detection_rate);
  const [average, expected] = [ours.average_confidence, theirs.average_confidence];
  if (average === null || expected === null) throw new Error('There is no average.');
  expect(Math.abs(average - expected)).toBeLessThanOrEqual(0.005);
  expect(ours.session_duration).toBeCloseTo(theirs.session_duration, 2);
}

async function analyzedByCommand(path: string): Promise<SessionSummary> {
  const { stdout } = await run(process.execPath, [POISE, 'analyze', path, '--json'], {
    cwd: join(path, '..'),
    maxBuffer: 64_000_000,
  });
  const document: unknown = JSON.parse(stdout);
  return parseSessionSummary(document);
}
