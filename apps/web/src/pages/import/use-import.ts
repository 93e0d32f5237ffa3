import { PoiseError } from '@poise/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { goTo } from '../../app/router.js';
import { useServices } from '../../app/services.js';
import { timeLeft } from './time-left.js';

/** Where an import stands. */
export type ImportState =
  | { readonly status: 'waiting' }
  | {
      readonly status: 'working';
      readonly name: string;
      /** Seconds of the recording. */
      readonly done: number;
      /** 0 when not known. */
      readonly total: number;
      /** Seconds of the person's time; null when not known. */
      readonly left: number | null;
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: unknown };

const WAITING: ImportState = { status: 'waiting' };

/** Analyses a recording and goes to its report. Leaving the page cancels it. */
export function useImport(): {
  readonly state: ImportState;
  readonly start: (file: File) => void;
  readonly cancel: () => void;
} {
  const { imports, store } = useServices();
  const [state, setState] = useState<ImportState>(WAITING);
  const running = useRef<AbortController>(null);

  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(
    (file: File): void => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      let began: number | null = null;
      const show = (done: number, total: number): void => {
        const now = performance.now();
        // Until the first news the models are loaded: that is done once, and says nothing of the pace.
        if (total > 0) began ??= now;
        const left = began === null ? null : timeLeft((now - began) / 1000, done, total);
        setState({ status: 'working', name: file.name, done, total, left });
      };
      const run = async (): Promise<void> => {
        const { summary } = await imports.analyze(file, {
          onProgress: show,
          signal: abort.signal,
        });
        const { head } = await store.importSummary(summary);
        if (!abort.signal.aborted) goTo({ page: 'review', id: head.id });
      };
      show(0, 0);
      run().catch((error: unknown) => {
        if (running.current !== abort) return;
        const cancelled = error instanceof PoiseError && error.code === 'CANCELLED';
        setState(cancelled ? { status: 'cancelled' } : { status: 'failed', error });
      });
    },
    [imports, store],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}
