import { useCallback, useEffect, useState } from 'react';
import { useServices } from '../../app/services.js';
import type { SessionHead } from '../../storage/records.js';

/** The sessions of the store. */
export function useSessions(): {
  /** The finished ones, newest first; null until they are read. */
  readonly heads: readonly SessionHead[] | null;
  /** How many were cut off, and have no report yet. */
  readonly unfinished: number;
  readonly problem: unknown;
  /** Reads them anew, after a change. */
  readonly reload: () => void;
} {
  const { store } = useServices();
  const [heads, setHeads] = useState<readonly SessionHead[] | null>(null);
  const [unfinished, setUnfinished] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const [changes, setChanges] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change in the store reads it again.
  useEffect(() => {
    let left = false;
    Promise.all([store.heads(), store.unfinished()])
      .then(([found, cutOff]) => {
        if (left) return;
        setHeads(found.filter(({ digest }) => digest !== null));
        setUnfinished(cutOff.length);
      })
      .catch((error: unknown) => {
        if (!left) setProblem(error);
      });
    return () => {
      left = true;
    };
  }, [store, changes]);
  const reload = useCallback(() => setChanges((before) => before + 1), []);
  return { heads, unfinished, problem, reload };
}
