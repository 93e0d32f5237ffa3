import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatPercent, InterviewReportGenerator } from '@poise/report';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeCameraFile, recordingFile } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';
import {
  awaitQuestion,
  awaitReport,
  awaitTimeLeft,
  choose,
  getReady,
  saveFile,
  startPractice,
} from './walk.js';
import { Witness } from './witness.js';

/** One turn of the camera's picture; the session lasts as long. */
const SECONDS = 20;

const POISE = join(import.meta.dirname, '../../../cli/bin/poise.js');

const run = promisify(execFile);

/** What came of the one walk that these tests look at. */
interface Walk {
  readonly page: Page;
  readonly witness: Witness;
  readonly summary: SessionSummary;
  readonly files: Readonly<Record<'png' | 'text' | 'json', { name: string; bytes: Buffer }>>;
  readonly address: string;
  readonly shownScore: string;
  /** What was asked for while the session ran. */
  readonly askedMeanwhile: readonly string[];
}

describe('a practice of two questions in twenty seconds', () => {
  let fixture: PageFixture;
  let folder: string;
  let walk: Walk;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poise-session-'));
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: SECONDS }) });
    walk = await walkThrough(fixture);
  });

  afterAll(async () => {
    walk?.witness.stop();
    await fixture?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('the data satisfies the schema and tells of both questions', () => {
    const { summary, files } = walk;
    expect(files.json.name).toBe(`interview_session_${summary.session_id}.json`);
    expect(summary.source.kind).toBe('live');
    expect(summary.questions).toHaveLength(2);
    const [first, second] = summary.questions;
    expect(first?.prompt).not.toBe(second?.prompt);
    expect(first?.start).toBe(0);
    expect(second?.start).toBeGreaterThanOrEqual(first?.end ?? Number.POSITIVE_INFINITY);
    expect(summary.baseline.source).not.toBe('given');
    expect(summary.session_duration).toBeGreaterThan(SECONDS - 2);
  });

  test('a face is found in 95 % of the frames and more', () => {
    expect(walk.summary.face_detection_rate).toBeGreaterThanOrEqual(0.95);
    expect(walk.summary.absences).toEqual([]);
  });

  test('the page, the text and the data say the same score', () => {
    const { average_confidence: average } = walk.summary;
    if (average === null) throw new Error('The session has no score.');
    expect(walk.shownScore).toBe(formatPercent(average));
    expect(walk.files.text.bytes.toString('utf8')).toContain(formatPercent(average));
  });

  test('the picture has the pixels that Node draws of the same data', async () => {
    const path = await new InterviewReportGenerator().generateVisualReport(walk.summary, folder);
    expect(walk.files.png.name).toBe(path.split(/[/\\]/).at(-1));
    const [drawnHere, drawnThere] = await Promise.all(
      [await readFile(path), walk.files.png.bytes].map((png) =>
        sharp(png).raw().toBuffer({ resolveWithObject: true }),
      ),
    );
    expect(drawnThere?.info).toEqual(drawnHere?.info);
    expect(drawnHere !== undefined && drawnThere?.data.equals(drawnHere.data)).toBe(true);
  });

  test('the command line finds the same score in the same clip', async () => {
    const clip = join(folder, 'clip.mp4');
    await recordingFile(clip, SECONDS);
    const { stdout } = await run(process.execPath, [
      POISE,
      'analyze',
      clip,
      '--json',
      '--out',
      folder,
    ]);
    const recorded = parseSessionSummary(JSON.parse(stdout)).average_confidence;
    const practised = walk.summary.average_confidence;
    if (recorded === null || practised === null) throw new Error('One of them has no score.');
    expect(
      Math.abs(practised - recorded),
      `page ${practised}, command line ${recorded}`,
    ).toBeLessThanOrEqual(0.03);
  });

  test('no request is made while the session runs', () => {
    expect(walk.askedMeanwhile).toEqual([]);
  });

  test('after a reload the history has the session, and opens the same report', async () => {
    const { page, shownScore, address } = walk;
    await page.reload();
    await page.getByRole('link', { name: 'History' }).click();
    const session = page.getByRole('listitem').getByRole('link').filter({ hasText: shownScore });
    await session.click();
    await awaitReport(page);
    expect(page.url()).toBe(address);
    expect(await page.locator('.score__number').innerText()).toBe(shownScore);
  });

  test('over the whole way nothing is asked of another origin, and nothing goes wrong', () => {
    const { origin } = new URL(fixture.url);
    const { witness } = walk;
    expect(witness.asked.length).toBeGreaterThan(0);
    expect(witness.asked.filter((url) => new URL(url).origin !== origin)).toEqual([]);
    expect(witness.arrived.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(witness.complaints).toEqual([]);
  });
});

async function walkThrough(fixture: PageFixture): Promise<Walk> {
  let witness: Witness | undefined;
  const { page } = await fixture.visit({ serviceWorkers: 'allow' }, async ({ context }) => {
    witness = new Witness(context);
  });
  if (witness === undefined) throw new Error('Nobody has watched.');
  await getReady(page);
  await page.getByText('Your face is found.').waitFor();
  await choose(page, { time: '30 s', questions: 2, baseline: false });
  // The browser installs the service worker when it finds the time after loading: not the session asks.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await startPractice(page);
  const before = { asked: witness.asked.length, arrived: witness.arrived.length };
  await awaitQuestion(page, 1, 2);
  await awaitTimeLeft(page, 30 - SECONDS / 2);
  await page.keyboard.press('n');
  await awaitQuestion(page, 2, 2);
  await awaitTimeLeft(page, 30 - SECONDS / 2);
  const askedMeanwhile = [
    ...witness.asked.slice(before.asked),
    ...witness.arrived.slice(before.arrived),
  ];
  await page.keyboard.press('Escape');
  await awaitReport(page);
  const png = await saveFile(page, 'Picture (PNG)');
  const text = await saveFile(page, 'Text');
  const json = await saveFile(page, 'Data (JSON)');
  return {
    page,
    witness,
    summary: parseSessionSummary(JSON.parse(json.bytes.toString('utf8'))),
    files: { png, text, json },
    address: page.url(),
    shownScore: await page.locator('.score__number').innerText(),
    askedMeanwhile,
  };
}
