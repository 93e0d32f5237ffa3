import { PoiseError } from '@poise/core';
import { WorkerClient } from '../workers/worker-client.js';
import type { AnalyzedRecording, ImportCalls } from './import-calls.js';

/** How an import tells of its progress, and how it is stopped. */
export interface ImportOptions {
  /** Called as frames are done; the total is 0 when nothing states the recording's length. */
  readonly onProgress?: (secondsDone: number, secondsTotal: number) => void;
  readonly signal?: AbortSignal;
}

/** Analyses recordings that the person gives to the page, each in a worker of its own. */
export class ImportClient {
  /**
   * Takes a recording from its file to the summary of its session, which is not stored yet.
   *
   * @throws PoiseError CANCELLED when the signal is aborted, and then nothing is left behind; what
   * opening, decoding and detecting throw.
   */
  async analyze(
    file: File,
    { onProgress, signal }: ImportOptions = {},
  ): Promise<AnalyzedRecording> {
    const cancelled = (): PoiseError => new PoiseError('CANCELLED', file.name);
    if (signal?.aborted) throw cancelled();
    const worker = new WorkerClient<ImportCalls>(
      () =>
        new Worker(new URL('./import.worker.ts', import.meta.url), {
          type: 'module',
          name: 'poise-import',
        }),
    );
    const cancel = (): void => worker.dispose(cancelled());
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await worker.call('analyze', { file }, ({ secondsDone, secondsTotal }) =>
        onProgress?.(secondsDone, secondsTotal),
      );
    } finally {
      signal?.removeEventListener('abort', cancel);
      // With it go the models and their threads.
      worker.dispose();
    }
  }
}
