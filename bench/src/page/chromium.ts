import { existsSync } from 'node:fs';

/** Where systems keep a Chromium; POISE_CHROMIUM names another. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of the Chromium that is measured. @throws Error when there is none. */
export function chromiumPath(): string {
  const found = process.env['POISE_CHROMIUM'] ?? PLACES.find((path) => existsSync(path));
  if (found !== undefined && existsSync(found)) return found;
  throw new Error('No Chromium: apt-get install chromium, or name one by POISE_CHROMIUM.');
}

/** Nothing of the browser itself may take time from what is measured. */
export const QUIET: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
