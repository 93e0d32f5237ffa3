import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type PageServer, type PageServerOptions, servePage } from '../../server/page-server.js';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../server/security-headers.js';
import { type BrowserOptions, BUILT_PAGE, launchChromium } from './chromium.js';

/** The folder that is tested; POISE_PAGE names a build elsewhere. */
export const PAGE_FOLDER = process.env['POISE_PAGE'] ?? BUILT_PAGE;

/**
 * As most people see it; tests of languages and sizes ask for others. The service worker would fetch
 * all of the page's files at each first visit: those that are about it ask for it.
 */
const USUAL: BrowserContextOptions = {
  locale: 'en-GB',
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
  serviceWorkers: 'block',
};

/** The page of one visitor, who has a storage of their own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A server that is not the usual one. */
export type ServerOptions = Partial<Pick<PageServerOptions, 'folder' | 'headers'>>;

/** The page's own headers; what breaches its policy, in a worker too, is told to the server. */
const HEADERS = {
  ...SECURITY_HEADERS,
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; report-uri /breach`,
};

/** Serves the built page to this machine, at any port that is free. */
export async function serveBuiltPage(options: ServerOptions = {}): Promise<PageServer> {
  const { folder = PAGE_FOLDER } = options;
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('The page is not built yet: run "npm run build".');
  return servePage({ headers: HEADERS, ...options, folder, host: '127.0.0.1', port: 0 });
}

/** The page, served, and a browser to open it with: one of them for a file of tests. */
export class PageFixture {
  readonly browser: Browser;
  readonly #server: PageServer;

  private constructor(server: PageServer, browser: Browser) {
    this.#server = server;
    this.browser = browser;
  }

  /** Starts the server and the browser. */
  static async start(options: BrowserOptions & ServerOptions = {}): Promise<PageFixture> {
    const server = await serveBuiltPage(options);
    return new PageFixture(server, await launchChromium(options));
  }

  /** Where the page is, with a slash at the end. */
  get url(): string {
    return this.#server.url;
  }

  /**
   * Opens the page in a context of its own, as someone who has never been there.
   *
   * @param options - of the context, over {@link USUAL}.
   * @param prepare - for what is to be there before the page loads.
   * @param hash - where in the page, for example `#/history`.
   */
  async visit(
    options: BrowserContextOptions = {},
    prepare: (visit: Visit) => Promise<unknown> = async () => undefined,
    hash = '',
  ): Promise<Visit> {
    const context = await this.browser.newContext({ ...USUAL, ...options });
    const visit = { context, page: await context.newPage() };
    await prepare(visit);
    await visit.page.goto(`${this.url}${hash}`);
    return visit;
  }

  /** Shuts the server down; the browser goes on. */
  async stopServing(): Promise<void> {
    await this.#server.close();
  }

  /** Ends the browser, and the server unless it was shut down. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.#server.close().catch(() => undefined);
  }
}
