import type { RecordingLocks } from '../storage/recording-locks.js';
import type { StoredSession } from '../storage/records.js';
import type { SessionStore } from '../storage/session-store.js';
import { sessionGone } from '../storage/storage-error.js';
import { replaySession } from './replay-session.js';

/**
 * Makes the report of a stored session, once: when it is there, it is read. A session that is still
 * being recorded in another tab is waited for.
 *
 * @throws PoiseError STORAGE_FAILED, also when there is no such session.
 */
export async function finishSession(
  id: string,
  store: Pick<SessionStore, 'head' | 'summary' | 'readLog' | 'finish'>,
  locks: Pick<RecordingLocks, 'exclusively'>,
): Promise<StoredSession> {
  return locks.exclusively(id, async () => {
    const [head, summary] = await Promise.all([store.head(id), store.summary(id)]);
    if (head === null) throw sessionGone(id);
    if (summary !== null) return { head, summary };
    return store.finish(id, await replaySession(head, store.readLog(id)));
  });
}
