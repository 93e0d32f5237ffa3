import { useEffect, useState } from 'react';
import { useServices } from '../../app/services.js';
import type { StoredSession } from '../../storage/records.js';

/** What is known of a session that is asked for. */
export type SessionRequest =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'there'; readonly session: StoredSession };

const LOADING: SessionRequest = { status: 'loading' };

/** A finished session of the store. One without a report is not there yet. */
export function useStoredSession(id: string): SessionRequest {
  const { store } = useServices();
  const [request, setRequest] = useState<SessionRequest>(LOADING);
  useEffect(() => {
    let left = false;
    setRequest(LOADING);
    Promise.all([store.head(id), store.summary(id)])
      .then(([head, summary]): SessionRequest => {
        if (head === null || summary === null) return { status: 'missing' };
        return { status: 'there', session: { head, summary } };
      })
      .catch((error: unknown): SessionRequest => ({ status: 'failed', error }))
      .then((found) => {
        if (!left) setRequest(found);
      });
    return () => {
      left = true;
    };
  }, [store, id]);
  return request;
}
