import type { SessionSummary } from '@poise/session';
import type { Language } from '../settings/settings.js';
import type { StoredSession } from '../storage/records.js';
import type { OpenedStore } from '../storage/session-store.js';
import { sessionGone } from '../storage/storage-error.js';
import { WorkerClient } from '../workers/worker-client.js';
import type { PictureTheme, ReportCalls } from './report-calls.js';

/** Makes reports, in a worker that is started with the first one. */
export class ReportClient {
  readonly #opened: OpenedStore;
  readonly #worker = new WorkerClient<ReportCalls>(
    () =>
      new Worker(new URL('./report.worker.ts', import.meta.url), {
        type: 'module',
        name: 'poise-report',
      }),
  );

  /** @param opened - the page's store; one in memory is read here, for the worker cannot see it. */
  constructor(opened: OpenedStore) {
    this.#opened = opened;
  }

  /**
   * Makes the report of a session that was stopped or broken off, and stores it. When it is there
   * already, it is read.
   *
   * @throws PoiseError STORAGE_FAILED, also when there is no such session.
   */
  async finish(id: string): Promise<StoredSession> {
    const { store, persistent } = this.#opened;
    if (persistent) return this.#worker.call('finish', { id });
    const [head, summary] = await Promise.all([store.head(id), store.summary(id)]);
    if (head === null) throw sessionGone(id);
    if (summary !== null) return { head, summary };
    const log: Float64Array[] = [];
    for await (const rows of store.readLog(id)) log.push(rows);
    return store.finish(id, await this.#worker.call('replay', { head, log }));
  }

  /**
   * Draws a report.
   *
   * @returns an image/png.
   * @throws PoiseError ASSET_UNREACHABLE, ASSET_IS_HTML, SUMMARY_INVALID.
   */
  png(summary: SessionSummary, theme: PictureTheme, language: Language): Promise<Blob> {
    return this.#worker.call('png', { summary, theme, language });
  }

  /**
   * Writes a report.
   *
   * @param history - the same person's other sessions.
   * @returns a text/plain in UTF-8.
   * @throws PoiseError SUMMARY_INVALID.
   */
  text(
    summary: SessionSummary,
    history: readonly SessionSummary[],
    language: Language,
  ): Promise<Blob> {
    return this.#worker.call('text', { summary, history, language });
  }

  /** Ends the worker. */
  dispose(): void {
    this.#worker.dispose();
  }
}
