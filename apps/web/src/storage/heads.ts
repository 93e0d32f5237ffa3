import { PoiseError } from '@poise/core';
import { type SessionSummary, sessionIdOf } from '@poise/session';
import type { SessionDigest, SessionHead } from './records.js';
import type { SessionDraft } from './session-store.js';

/** What the list of sessions shows of a summary. */
export function digestOf(summary: SessionSummary): SessionDigest {
  const { confidence_interval: interval } = summary;
  return {
    score: summary.average_confidence,
    level: summary.confidence_level,
    interval: interval === null ? null : [interval.lower, interval.upper],
    duration: summary.session_duration,
    sufficient: summary.evidence.sufficient,
  };
}

/** The head of a session that comes as a summary alone. */
export function headOfSummary(summary: SessionSummary): SessionHead {
  const { kind, name } = summary.source;
  return {
    id: summary.session_id,
    startedAt: Date.parse(summary.created_at),
    source: { kind: kind === 'live' ? 'live' : 'recording', name },
    model: {
      expression: summary.model.expression ?? '',
      faceDetector: summary.model.face_detector ?? '',
    },
    baseline: null,
    questions: summary.questions.map(({ prompt, start, end }) => ({ prompt, start, end })),
    breaks: summary.breaks,
    seconds: summary.session_duration,
    hasRecording: false,
    digest: digestOf(summary),
  };
}

/** The head of a session that begins. */
export function headOfDraft(draft: SessionDraft, id: string): SessionHead {
  return { ...draft, id, seconds: 0, hasRecording: false, digest: null };
}

/** The candidates for the id of a session, best first: the second of its start, then `_2`, `_3`, … */
export function* sessionIds(startedAt: number): Generator<string> {
  const id = sessionIdOf(new Date(startedAt));
  yield id;
  for (let n = 2; ; n += 1) yield `${id}_${n}`;
}

/**
 * The id under which the session of an analysed recording is stored: that of its earlier session,
 * which may have come to stand beside another of the same second; else its own; else one that is
 * free.
 *
 * @param heads - of all sessions that are stored.
 */
export function idOfImport(heads: readonly SessionHead[], summary: SessionSummary): string {
  const own = summary.session_id;
  const earlier = heads.find(
    (head) => (head.id === own || head.id.startsWith(`${own}_`)) && isSameRecording(head, summary),
  );
  if (earlier !== undefined) return earlier.id;
  const taken = new Set(heads.map(({ id }) => id));
  if (!taken.has(own)) return own;
  for (const id of sessionIds(Date.parse(summary.created_at))) if (!taken.has(id)) return id;
  throw new PoiseError('INTERNAL', 'no session id is free');
}

/** Whether a recording that was analysed is the one of a stored session: its name, time and length agree. */
function isSameRecording(head: SessionHead, summary: SessionSummary): boolean {
  return (
    head.source.kind === 'recording' &&
    head.source.name === summary.source.name &&
    head.startedAt === Date.parse(summary.created_at) &&
    head.seconds === summary.session_duration
  );
}

/** Puts heads into the order in which they are shown: newest first. */
export function newestFirst(heads: readonly SessionHead[]): SessionHead[] {
  return [...heads].sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
}
