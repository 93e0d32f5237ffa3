import type { CDPSession, Page } from 'playwright-core';

/** What an open page holds, once what nobody needs has been collected. */
export interface PageHold {
  /** Used JavaScript memory of the page itself, in MB. */
  readonly heap: number;
  /** Nodes of the document, and those that something still holds on to. */
  readonly nodes: number;
  readonly workers: number;
  /** Tracks of cameras that have not been stopped. */
  readonly openTracks: number;
}

/** Looks at what a page holds. It is made before the page loads, so that it sees each camera. */
export class PageMemory {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  /** Prepares a page that has not loaded yet. */
  static async watch(page: Page): Promise<PageMemory> {
    await page.addInitScript(() => {
      const tracks: WeakRef<MediaStreamTrack>[] = [];
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await open(constraints);
        tracks.push(...stream.getTracks().map((track) => new WeakRef(track)));
        return stream;
      };
      Object.assign(globalThis, {
        openTracks: () => tracks.filter((track) => track.deref()?.readyState === 'live').length,
      });
    });
    return new PageMemory(page, await page.context().newCDPSession(page));
  }

  /** What the page holds now. */
  async look(): Promise<PageHold> {
    const openTracks = (await this.#page.evaluate('openTracks()')) as number;
    // What finalizers let go of is collected by the second round.
    await this.#devtools.send('HeapProfiler.collectGarbage');
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#devtools.send('Runtime.getHeapUsage');
    const { nodes } = await this.#devtools.send('Memory.getDOMCounters');
    return { heap: usedSize / 1e6, nodes, workers: this.#page.workers().length, openTracks };
  }
}
