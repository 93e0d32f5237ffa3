import { useCallback, useEffect, useState } from 'react';
import { useServices } from '../../app/services.js';
import { useVisit } from '../../app/visit.js';
import type { SessionHead } from '../../storage/records.js';

/** The sessions without a report that no page is recording. */
export function useUnfinished(): {
  readonly heads: readonly SessionHead[];
  /** Takes one out of the list, when it is gone from the store. */
  readonly forget: (id: string) => void;
} {
  const { store } = useServices();
  const { settled } = useVisit();
  const [heads, setHeads] = useState<readonly SessionHead[]>([]);
  useEffect(() => {
    let left = false;
    settled
      .then(() => store.unfinished())
      .then((found) => {
        if (!left) setHeads(found);
      })
      // A store that cannot be read has nothing to offer; the history says why.
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [store, settled]);
  const forget = useCallback(
    (id: string) => setHeads((before) => before.filter((head) => head.id !== id)),
    [],
  );
  return { heads, forget };
}
