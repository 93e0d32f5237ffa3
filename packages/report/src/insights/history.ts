import type { SessionSummary } from '@poise/session';
import { THRESHOLDS } from './thresholds.js';

/** A past session of the same person that has a score. */
export interface PastSession {
  readonly summary: SessionSummary;
  readonly average: number;
}

/** How a session stands against the same person's own past. */
export interface OwnHistory {
  /** Past sessions with a score, the oldest first. */
  readonly past: readonly PastSession[];
  /** Past sessions that had too little evidence for a score. */
  readonly withoutScore: number;
  /** Given sessions that are no past: this session itself, and any that began after it. */
  readonly notEarlier: number;
  /** Mean of the past averages, or null without any. */
  readonly pastAverage: number | null;
  /** This session's average minus the past average, or null when either is missing. */
  readonly difference: number | null;
  /** Whether the difference is larger than this session's uncertainty and a noticeable change. */
  readonly clear: boolean;
}

/**
 * Compares a session with the person's own past ones. The session itself, and any that began
 * after it, are left out of the past.
 */
export function compareWithHistory(
  summary: SessionSummary,
  history: readonly SessionSummary[],
): OwnHistory {
  const began = Date.parse(summary.created_at);
  const earlier = history
    .filter(
      (session) =>
        session.session_id !== summary.session_id && Date.parse(session.created_at) <= began,
    )
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const past = earlier.flatMap((session) =>
    session.evidence.sufficient && session.average_confidence !== null
      ? [{ summary: session, average: session.average_confidence }]
      : [],
  );
  const pastAverage =
    past.length === 0 ? null : past.reduce((sum, { average }) => sum + average, 0) / past.length;
  const average = summary.evidence.sufficient ? summary.average_confidence : null;
  const difference = average === null || pastAverage === null ? null : average - pastAverage;
  const interval = summary.confidence_interval;
  const uncertainty =
    interval === null ? Number.POSITIVE_INFINITY : (interval.upper - interval.lower) / 2;
  return {
    past,
    withoutScore: earlier.length - past.length,
    notEarlier: history.length - earlier.length,
    pastAverage,
    difference,
    clear:
      difference !== null &&
      Math.abs(difference) > Math.max(uncertainty, THRESHOLDS.noticeableChange),
  };
}
