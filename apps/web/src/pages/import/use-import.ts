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
  /** The report is made, of what could be read of the recording. */
  | { readonly status: 'partial'; readonly id: string }
  | { readonly status: 'failed'; readonly error: unknown };

const WAITING: ImportState = { status: 'waiting' };

/**
 * Analyses a recording and goes to its report; when a part of the recording could not be read, it says
 * so first. Leaving the page cancels it.
 */
export function useImport(): {
  readonly state: ImportState;
  readonly start: (file: File) => void;
  readonly cancel: () => void;
} {
  const { imports, store } = useServices();
  const [state, setState] = useState<ImportState>(WAITING);
  const running = useRef<AbortController>(null);

  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );
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
        const { summary, warnings } = await imports.analyze(file, {
          onProgress: show,
          signal: abort.signal,
        });
        if (abort.signal.aborted) throw new PoiseError('CANCELLED', file.name);
        const { head } = await store.importSummary(summary);
        // Too late to cancel: it is stored.
        if (running.current !== abort) return;
        if (warnings.length > 0) setState({ status: 'partial', id: head.id });
        else goTo({ page: 'review', id: head.id });
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
