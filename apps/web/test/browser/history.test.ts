import { readFile } from 'node:fs/promises';
import { formatPercent } from '@poise/report';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headOfDraft } from '../../src/storage/heads.js';
import { ENGLISH } from '../../src/text/en.js';
import { DRAFT } from '../readings.js';
import { holdSession, putHead, storedRecords } from './history-database.js';
import { archiveOf, importDocument, weekOfSessions } from './history-sessions.js';
import { PageFixture, type Visit } from './page-fixture.js';
import { awaitReport, saveFile } from './walk.js';

const { history, errors, review, common } = ENGLISH;

const SESSIONS = weekOfSessions();

let fixture: PageFixture;

beforeAll(async () => {
  fixture = await PageFixture.start();
});

afterAll(() => fixture?.close());

describe('the history of four sessions', () => {
  let visit: Visit;

  beforeEach(async () => {
    visit = await visitHistory(fixture);
    await importDocument(visit.page, archiveOf(SESSIONS));
    await visit.page.getByText(history.imported(SESSIONS.length, 0)).waitFor();
  });

  afterEach(() => visit.context.close());

  test('lists them, the newest first, and draws the trend of those with a score', async () => {
    const { page } = visit;
    const list = await sessionList(page);
    expect(list).toHaveLength(SESSIONS.length);
    expect(list[0]).toContain(history.noScore);
    for (const [i, { average_confidence: average }] of SESSIONS.slice(0, 3).entries()) {
      if (average === null) throw new Error('This session should have a score.');
      expect(list[SESSIONS.length - 1 - i]).toContain(formatPercent(average));
    }
    const trend = page.getByRole('img', { name: /^Scores of 3 sessions with their ranges/ });
    await trend.waitFor();
    expect(await trend.locator('circle').count()).toBe(3);
  });

  test('opens a session, and deletes one after it was asked', async () => {
    const { page } = visit;
    const before = await sessionList(page);
    await page.getByRole('listitem').filter({ hasText: '6 Mar' }).getByRole('link').click();
    await awaitReport(page);
    const saved = await saveFile(page, 'Data (JSON)');
    expect(JSON.parse(saved.bytes.toString('utf8'))).toEqual(SESSIONS[2]);
    const presence = page.getByRole('region', { name: 'Presence' });
    const shown = await presence.innerText();
    expect(shown).toMatch(/Blinks\s+16 a minute, between 11 and 22/);
    expect(shown).toMatch(/Eyes closed longer\s+once: 0:30–0:32/);
    expect(shown).toContain('your own open eye at rest, which is 34 % as high as wide');
    await page.getByText(review.facts.title).click();
    expect(await page.locator('.facts[open]').innerText()).toMatch(
      /Others in view\s+2, not part of this report; for 5 s while your face was not in view/,
    );
    await page.getByRole('link', { name: 'History' }).click();

    const entry = page.getByRole('listitem').filter({ hasText: '6 Mar' });
    await entry.getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: history.deleteTitle });
    await dialog.getByRole('button', { name: common.cancel }).click();
    expect(await sessionList(page)).toEqual(before);
    await entry.getByRole('button').click();
    await dialog.getByRole('button', { name: common.delete }).click();
    await entry.waitFor({ state: 'detached' });
    expect(await sessionList(page)).toEqual(before.filter((text) => !text.includes('6 Mar')));

    await page.goto(`${fixture.url}#/review/${SESSIONS[2]?.session_id}`);
    await page.getByText(review.missing).waitFor();
  });

  test('deletes all of them after it was asked, for good', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: history.deleteAll }).click();
    const dialog = page.getByRole('dialog', { name: history.deleteAllTitle });
    await dialog.getByText(history.deleteAllText(SESSIONS.length)).waitFor();
    await dialog.getByRole('button', { name: history.deleteAll }).click();
    await page.getByRole('heading', { name: history.empty }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: history.empty }).waitFor();
    expect(await storedRecords(page)).toEqual({ heads: 0, logs: 0, recordings: 0, summaries: 0 });
  });

  test('exports them to a file that another browser imports as they were', async () => {
    const { page } = visit;
    const before = await sessionList(page);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: history.exportAll }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('poise-sessions.json');
    const document = await readFile(await saved.path(), 'utf8');
    const other = await visitHistory(fixture);
    await importDocument(other.page, document);
    await other.page.getByText(history.imported(SESSIONS.length, 0)).waitFor();
    expect(await sessionList(other.page)).toEqual(before);
    await importDocument(other.page, document);
    await other.page.getByText(history.imported(0, SESSIONS.length)).waitFor();
    expect(await sessionList(other.page)).toEqual(before);
    await other.context.close();
  });

  test('keeps what is there when something else is imported, and says what it wants', async () => {
    const { page } = visit;
    const before = await sessionList(page);
    const others = {
      'a text': 'Dear diary',
      'the data of another program': '{"format":"calendar","sessions":[]}',
      'sessions that are none': '{"format":"poise-archive","version":1,"sessions":[{"summary":1}]}',
    };
    for (const [name, document] of Object.entries(others)) {
      expect(await page.getByRole('alert').count(), name).toBe(0);
      await importDocument(page, document);
      await page.getByRole('alert').getByText(errors.ARCHIVE_INVALID).waitFor();
      await page.reload();
      expect(await sessionList(page), name).toEqual(before);
    }
  });
});

test('delete all takes a session that was cut off, and not the one that another tab records', async () => {
  const { page, context } = await visitHistory(fixture);
  const deleteAll = page.getByRole('button', { name: history.deleteAll });
  expect(await deleteAll.isDisabled()).toBe(true);
  const other = await context.newPage();
  await other.goto(fixture.url);
  await holdSession(other, 'running');
  for (const id of ['running', 'cut-off']) await putHead(page, headOfDraft(DRAFT, id));
  await page.reload();
  await deleteAll.click();
  const dialog = page.getByRole('dialog', { name: history.deleteAllTitle });
  await dialog.getByText(history.deleteAllText(1)).waitFor();
  await dialog.getByRole('button', { name: history.deleteAll }).click();
  await expect.poll(async () => (await storedRecords(page))['heads']).toBe(1);
  await expect.poll(() => deleteAll.isDisabled()).toBe(true);
  await context.close();
});

async function visitHistory(fixture: PageFixture): Promise<Visit> {
  const visit = await fixture.visit({}, undefined, '#/history');
  await visit.page.getByRole('heading', { name: history.empty }).waitFor();
  return visit;
}

/** What the list shows of each session. */
async function sessionList(page: Page): Promise<string[]> {
  const list = page.getByRole('region', { name: history.list }).getByRole('listitem');
  await list.first().waitFor();
  return list.allInnerTexts();
}
