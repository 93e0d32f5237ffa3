import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { BrowserContext, Request } from 'playwright-core';

/** Told by Node of every request that any server of this process receives. */
const ARRIVALS = 'http.server.request.start';

/**
 * Sees what a browser context asks for and what goes wrong in it. Requests are seen from both sides:
 * the browser tells those of pages, their workers and the service worker, also to other origins; the
 * server tells all that reach it, whoever sent them.
 */
export class Witness {
  /** Where the browser has asked for something, over the network or of the service worker. */
  readonly asked: string[] = [];
  /** What has reached the server. */
  readonly arrived: string[] = [];
  /** Errors of scripts, of the console, and breaches of the content security policy. */
  readonly complaints: string[] = [];
  readonly #onArrival = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    this.arrived.push(`${request.method} ${request.url}`);
    // The one thing that is sent, and not asked for, is a browser's report of a breach.
    if (request.method !== 'GET')
      request.on('data', (report) => this.complaints.push(String(report)));
  };

  /** @param context - without a page yet. */
  constructor(context: BrowserContext) {
    context.on('request', (request: Request) => this.#ask(request.url()));
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.complaints.push(message.text());
    });
    subscribe(ARRIVALS, this.#onArrival);
  }

  /** Stops watching the server. */
  stop(): void {
    unsubscribe(ARRIVALS, this.#onArrival);
  }

  #ask(url: string): void {
    // What was made in the page itself has a name, but is no request.
    if (!/^(blob|data):/.test(url)) this.asked.push(url);
  }
}
