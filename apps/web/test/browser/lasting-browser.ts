import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath, chromiumSwitches } from './chromium.js';

/** A browser that keeps what pages store, and that can be killed. */
export class LastingBrowser {
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  /**
   * Starts it.
   *
   * @param profile - the folder of what it keeps.
   * @param camera - what its camera shows.
   */
  static async start(profile: string, camera: string): Promise<LastingBrowser> {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      args: chromiumSwitches({ camera }),
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    });
    return new LastingBrowser(context);
  }

  /** Opens a tab. */
  async open(url: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(url);
    return page;
  }

  /** Ends its process at once: nothing in it is told. */
  async kill(): Promise<void> {
    const browser = this.#context.browser();
    if (browser === null) throw new Error('The browser does not tell its process.');
    const devtools = await browser.newBrowserCDPSession();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const main = processInfo.find(({ type }) => type === 'browser');
    if (main === undefined) throw new Error('The browser does not tell its process.');
    const closed = this.#context.waitForEvent('close');
    process.kill(main.id, 'SIGKILL');
    await closed;
  }

  /** Ends it as a person does. */
  async close(): Promise<void> {
    await this.#context.close();
  }
}
