import type { SessionSummary } from '@poise/session';
import type { SessionHead } from '../../storage/records.js';
import type { SessionStore } from '../../storage/session-store.js';

/** The text report compares with no more than this many sessions, the latest. */
const MOST_SUMMARIES = 10;

/** The summaries of the person's own sessions before one, the latest first. */
export async function pastSummaries(
  store: Pick<SessionStore, 'heads' | 'summary'>,
  { id, startedAt }: Pick<SessionHead, 'id' | 'startedAt'>,
): Promise<SessionSummary[]> {
  const earlier = (await store.heads())
    .filter((head) => head.id !== id && head.digest !== null && head.startedAt < startedAt)
    .slice(0, MOST_SUMMARIES);
  const summaries = await Promise.all(earlier.map((head) => store.summary(head.id)));
  return summaries.filter((summary) => summary !== null);
}
