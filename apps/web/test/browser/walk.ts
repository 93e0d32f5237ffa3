import { readFile } from 'node:fs/promises';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';

/** The machine may be busy with other work; nothing here measures how long a step takes. */
const PATIENCE = { timeout: 90_000 };

/** How often a step looks whether it may go on; a tenth of a second is the page's own pace. */
const POLL = { ...PATIENCE, interval: 100 };

/** What is chosen on the setup page; what is left out stays as the page proposes it. */
export interface Choices {
  readonly time?: '30 s' | 'No limit';
  readonly questions?: number;
  /** The person's own list, in place of a set. */
  readonly own?: string;
  readonly baseline?: boolean;
  readonly liveNumbers?: boolean;
}

/** Gives consent, and waits until the practice can be started. */
export async function getReady(page: Page): Promise<void> {
  await agree(page);
  await startButton(page).waitFor(PATIENCE);
}

/** Gives consent. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I agree: open my camera' }).click();
  await page.getByRole('heading', { name: 'Get ready' }).waitFor(PATIENCE);
}

/** Chooses what is to be practised. */
export async function choose(page: Page, choices: Choices): Promise<void> {
  if (choices.own !== undefined) {
    await radio(page, 'Questions', 'My own list').check({ force: true });
    await page.getByRole('textbox', { name: 'Your questions, one a line' }).fill(choices.own);
  }
  if (choices.time !== undefined)
    await radio(page, 'Time for each question', choices.time).check({ force: true });
  if (choices.questions !== undefined)
    await radio(page, 'Number of questions', `${choices.questions}`).check({ force: true });
  if (choices.baseline !== undefined)
    await page.getByLabel('Read my resting face first').setChecked(choices.baseline);
  if (choices.liveNumbers !== undefined)
    await page.getByLabel('No live numbers').setChecked(!choices.liveNumbers);
}

/** Starts the practice. */
export async function startPractice(page: Page): Promise<void> {
  await startButton(page).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor(PATIENCE);
}

/** Waits until a question is up. */
export async function awaitQuestion(page: Page, number: number, count: number): Promise<void> {
  await page.getByText(`Question ${number} of ${count}`, { exact: true }).waitFor(PATIENCE);
}

/** Waits until the time that is left for the question is no more than some seconds. */
export async function awaitTimeLeft(page: Page, seconds: number): Promise<void> {
  await vi.waitUntil(async () => (await timeLeft(page)) <= seconds, POLL);
}

/** Seconds that are left for the question, as the page shows them; the next full one. */
export async function timeLeft(page: Page): Promise<number> {
  const shown = await page.getByRole('timer').innerText();
  const [, minutes, seconds] = /(\d+):(\d\d) left/.exec(shown) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Waits for the report. */
export async function awaitReport(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Keep it' }).waitFor(PATIENCE);
}

/** Presses a button of the report that saves a file. */
export async function saveFile(
  page: Page,
  button: 'Picture (PNG)' | 'Text' | 'Data (JSON)',
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

/** The session of the report that is open, as the person can save it. */
export async function savedSummary(page: Page): Promise<SessionSummary> {
  const { bytes } = await saveFile(page, 'Data (JSON)');
  return parseSessionSummary(JSON.parse(bytes.toString('utf8')));
}

function startButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Start the practice', disabled: false });
}

/** The circles themselves are not shown: the tile around each is. */
function radio(page: Page, group: string, name: string): Locator {
  return page.getByRole('group', { name: group }).getByRole('radio', { name });
}
