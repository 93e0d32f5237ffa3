import type { Page, Worker } from 'playwright-core';
import { SECURITY_HEADERS } from '../../server/security-headers.js';

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

/** The headers of a server that cannot isolate its pages. */
export const HEADERS_WITHOUT_ISOLATION: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SECURITY_HEADERS).filter(([name]) => !name.startsWith('Cross-Origin-')),
);

/** What the setup page says of what runs the models, as soon as something does. */
export async function whatRuns(page: Page): Promise<string> {
  const line = page.getByText(/^On this device: /);
  await line.waitFor(PATIENCE);
  return (await line.innerText()).replace('On this device: ', '');
}

/** Waits until the camera check has found the face that the camera shows. */
export async function awaitFace(page: Page): Promise<void> {
  await page.getByText('Your face is found.').waitFor(PATIENCE);
}

/** The worker that runs the models. */
export async function visionWorker(page: Page): Promise<Worker> {
  for (const worker of page.workers())
    if ((await worker.evaluate(() => self.name)) === 'poise-vision') return worker;
  throw new Error('No worker runs the models.');
}

/** Breaks the worker that runs the models, and waits until it is gone. */
export async function breakVisionWorker(page: Page): Promise<void> {
  const worker = await visionWorker(page);
  const gone = worker.waitForEvent('close', PATIENCE);
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken on purpose');
    });
  });
  await gone;
}
