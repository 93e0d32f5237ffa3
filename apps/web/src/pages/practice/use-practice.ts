import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.js';
import { useVisit } from '../../app/visit.js';
import { PracticeSession } from '../../practice/practice-session.js';
import { SessionRecorder } from '../../practice/session-recorder.js';
import type { PracticePlan, PracticeSnapshot } from '../../practice/snapshot.js';
import { useLiveCamera } from '../live/live-camera.js';
import { useEngine } from '../live/use-engine.js';

/** A practice session that runs, and what it shows. */
export interface RunningPractice {
  readonly session: PracticeSession;
  readonly snapshot: PracticeSnapshot;
}

/**
 * Begins a session as soon as the camera is open and the engine ready. A loss of either pauses it.
 * A session that is left in its middle is stopped: what was practised is kept, and its report is
 * offered on the first page.
 *
 * @returns null until it has begun.
 */
export function usePractice(plan: PracticePlan): RunningPractice | null {
  const { store, engine: eyes } = useServices();
  const engine = useEngine();
  const { state } = useLiveCamera();
  const { settle } = useVisit();
  const ready = engine.status === 'ready' && state.status === 'open';
  const [begun, setBegun] = useState(false);
  if (ready && !begun) setBegun(true);
  const [session, setSession] = useState<PracticeSession | null>(null);

  const begin = useEffectEvent((): PracticeSession | null => {
    if (engine.status !== 'ready' || state.status !== 'open') return null;
    const recorded = plan.keepRecording && SessionRecorder.supported;
    return new PracticeSession({
      plan,
      store,
      engineInfo: engine,
      now: () => performance.now() / 1000,
      startedAt: new Date(),
      recorder: recorded ? new SessionRecorder(state.camera.stream, store) : null,
    });
  });
  useEffect(() => {
    if (!begun) return;
    eyes.beginSession();
    const started = begin();
    setSession(started);
    started?.start();
    const stopWatching = started?.subscribe(() => {
      if (started.snapshot.phase === 'asking') eyes.settleOnCandidate();
    });
    return () => {
      stopWatching?.();
      eyes.endSession();
      if (started !== null) settle(leave(started));
    };
  }, [begun, settle, eyes]);

  usePauseOnLoss(session);
  const snapshot = useSyncExternalStore(
    session?.subscribe ?? subscribeToNothing,
    () => session?.snapshot ?? null,
  );
  return session === null || snapshot === null ? null : { session, snapshot };
}

/** What went wrong with the camera, the engine, or the sight of the page pauses the session. */
function usePauseOnLoss(session: PracticeSession | null): void {
  const { engine } = useServices();
  const { state } = useLiveCamera();
  useEffect(() => {
    if (session !== null && state.status === 'failed') session.pause('camera', state.error);
  }, [session, state]);
  useEffect(() => {
    if (session === null) return;
    return engine.subscribe(() => {
      if (engine.state.status === 'failed') session.pause('engine', engine.state.error);
    });
  }, [session, engine]);
  useEffect(() => {
    if (session === null) return;
    const pauseWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') session.pause('hidden');
    };
    document.addEventListener('visibilitychange', pauseWhenHidden);
    return () => document.removeEventListener('visibilitychange', pauseWhenHidden);
  }, [session]);
}

/** Before the first question there is nothing to keep; after the end nothing to do. */
async function leave(session: PracticeSession): Promise<void> {
  const { phase, question } = session.snapshot;
  if (phase === 'finished') return;
  try {
    if (question === null && phase !== 'finishing') await session.discard();
    else await session.stop();
  } catch {
    // What could not be stored now was stored each second before; nobody is left to be told.
  }
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
