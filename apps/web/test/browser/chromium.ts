import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep a Chromium; POISE_CHROMIUM names another. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of the Chromium that the tests drive. */
export function chromiumPath(): string {
  const named = process.env['POISE_CHROMIUM'];
  const found = named ?? PLACES.find((path) => existsSync(path));
  if (found !== undefined && existsSync(found)) return found;
  throw new Error(
    'The tests of the page need Chromium. On Debian: apt-get install chromium. ' +
      'Elsewhere name one: POISE_CHROMIUM=/path/to/chrome npm test',
  );
}

/** What the browser is to have. */
export interface BrowserOptions {
  /** What the camera shows; without it there is no camera. */
  readonly camera?: string;
  /** Further switches of Chromium. */
  readonly args?: readonly string[];
}

/** Nothing of the browser itself may ask the network for anything. */
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The switches that give a browser what it is to have. */
export function chromiumSwitches({ camera, args = [] }: BrowserOptions): string[] {
  const fake =
    camera === undefined
      ? []
      : [
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          `--use-file-for-fake-video-capture=${camera}`,
        ];
  return [...QUIET, ...fake, ...args];
}

/** Starts a headless Chromium of its own. */
export async function launchChromium(options: BrowserOptions = {}): Promise<Browser> {
  return await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumSwitches(options),
  });
}

/** The folder of the built page. */
export const BUILT_PAGE = join(import.meta.dirname, '../../dist');
