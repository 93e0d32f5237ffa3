import { useCallback, useEffect, useState } from 'react';
import { useServices } from '../../app/services.js';
import type { SessionHead } from '../../storage/records.js';

/** The finished sessions of the store, newest first. */
export function useSessions(): {
  /** null until they are read. */
  readonly heads: readonly SessionHead[] | null;
  readonly problem: unknown;
  /** Reads them anew, after a change. */
  readonly reload: () => void;
} {
  const { store } = useServices();
  const [heads, setHeads] = useState<readonly SessionHead[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [changes, setChanges] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change in the store reads it again.
  useEffect(() => {
    let left = false;
    store
      .heads()
      .then((found) => {
        if (!left) setHeads(found.filter(({ digest }) => digest !== null));
      })
      .catch((error: unknown) => {
        if (!left) setProblem(error);
      });
    return () => {
      left = true;
    };
  }, [store, changes]);
  const reload = useCallback(() => setChanges((before) => before + 1), []);
  return { heads, problem, reload };
}
