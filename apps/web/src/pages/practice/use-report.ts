import { useCallback, useEffect, useState } from 'react';
import { goTo } from '../../app/router.js';
import { useServices } from '../../app/services.js';
import type { PracticeSession } from '../../practice/practice-session.js';
import type { PracticePhase } from '../../practice/snapshot.js';

/** The end of a practice. */
export interface PracticeEnd {
  /** Ends the session, and again after a failure. */
  readonly stop: () => void;
  /** What keeps the report from being made; null when nothing does. */
  readonly problem: unknown;
}

/** Makes the report of a session that has ended, by itself or by the person, and goes to it. */
export function useReport(session: PracticeSession, phase: PracticePhase): PracticeEnd {
  const { reports } = useServices();
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const ended = phase === 'finished';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt runs it again.
  useEffect(() => {
    if (!ended) return;
    let left = false;
    session
      .stop()
      .then((id) => reports.finish(id))
      .then(({ head }) => {
        if (!left) goTo({ page: 'review', id: head.id }, { replace: true });
      })
      .catch((error: unknown) => {
        if (!left) setProblem(error);
      });
    return () => {
      left = true;
    };
  }, [ended, session, reports, attempt]);

  const ending = phase === 'finishing';
  useEffect(() => {
    if (!ending) return;
    let left = false;
    // A session that ended by itself fails here; what it met with before does not count.
    session.stop().catch((error: unknown) => {
      if (!left) setProblem(error);
    });
    return () => {
      left = true;
    };
  }, [ending, session]);

  const stop = useCallback(() => {
    setProblem(null);
    setAttempt((before) => before + 1);
    session.stop().catch(setProblem);
  }, [session]);
  return { stop, problem };
}
