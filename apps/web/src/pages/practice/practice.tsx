import { MINIMUM_FACE_SECONDS } from '@poise/session';
import { useRef, useState } from 'react';
import { goTo } from '../../app/router.js';
import type { PracticeSession } from '../../practice/practice-session.js';
import { countsDown, type PracticePlan, type PracticeSnapshot } from '../../practice/snapshot.js';
import { useSettings } from '../../settings/use-settings.js';
import { useText } from '../../text/text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useTitle } from '../../ui/use-title.js';
import { useReadings } from '../live/use-readings.js';
import { Announcer } from './announcer.js';
import { ConfidenceLine } from './confidence-line.js';
import { Controls } from './controls.js';
import { Details } from './details.js';
import { FaceLight } from './face-light.js';
import { KeyHints } from './key-hints.js';
import { PausePanel } from './pause-panel.js';
import { Stage } from './stage.js';
import { TimeLine } from './time-line.js';
import { Trouble } from './trouble.js';
import { useFocusBetween } from './use-focus-between.js';
import { usePracticeKeys } from './use-practice-keys.js';
import { useReady } from './use-ready.js';
import { useReport } from './use-report.js';

/** The page of a session that runs: the question under the camera, and below it a calm picture. */
export function Practice({
  plan,
  session,
  snapshot,
}: {
  readonly plan: PracticePlan;
  readonly session: PracticeSession;
  readonly snapshot: PracticeSnapshot;
}) {
  const { practice, setup } = useText();
  const { settings } = useSettings();
  const video = useRef<HTMLVideoElement>(null);
  const pauseButton = useRef<HTMLButtonElement>(null);
  const resumeButton = useRef<HTMLButtonElement>(null);
  const [asksToStop, setAsksToStop] = useState(false);
  const [showsDetails, setShowsDetails] = useState(false);
  const { phase, question } = snapshot;
  const ready = useReady();
  useReadings(video, (reading) => session.addReading(reading));
  const report = useReport(session, phase);
  useTitle(practice.title);

  const stop = (): void => {
    if (phase === 'finishing' || phase === 'finished') return;
    // Before the first question there is nothing to make a report of.
    if (question === null) goTo({ page: 'setup' });
    else if (snapshot.seconds >= MINIMUM_FACE_SECONDS) report.stop();
    else {
      session.pause('person');
      setAsksToStop(true);
    }
  };
  const resume = (): void => {
    if (ready) session.resume();
  };
  const actions = {
    pauseOrResume: () => (phase === 'paused' ? resume() : session.pause('person')),
    next: () => (question === null ? session.skipWarmUp() : session.nextQuestion()),
    stop,
    details: () => setShowsDetails((shown) => settings.liveNumbers && !shown),
  };
  usePracticeKeys(actions, settings.letterKeys);
  useFocusBetween(phase === 'paused', pauseButton, resumeButton);

  return (
    <div className="practice">
      <Announcer snapshot={snapshot} />
      <Stage
        snapshot={snapshot}
        problem={report.problem}
        onRetry={report.stop}
        onRetryLook={() => session.retryLook()}
        onSkipLook={() => session.skipWarmUp()}
      />
      {question !== null && phase !== 'finishing' && phase !== 'finished' ? (
        <TimeLine secondsLeft={question.secondsLeft} seconds={plan.secondsPerQuestion} />
      ) : null}
      {phase === 'paused' && !asksToStop ? (
        <PausePanel snapshot={snapshot} resumeButton={resumeButton} onResume={resume} />
      ) : null}
      {phase === 'asking' || countsDown(phase) ? <Trouble problem={snapshot.problem} /> : null}
      <div className="practice__picture" hidden={phase === 'finishing' || phase === 'finished'}>
        <video ref={video} className="preview" muted playsInline aria-label={setup.preview} />
        <FaceLight face={snapshot.face} />
        {settings.liveNumbers && question !== null ? <ConfidenceLine line={snapshot.line} /> : null}
      </div>
      <Controls snapshot={snapshot} actions={actions} pauseButton={pauseButton} />
      {settings.liveNumbers && question !== null ? (
        <Details snapshot={snapshot} open={showsDetails} onToggle={setShowsDetails} />
      ) : null}
      <KeyHints asks={question !== null} />
      <ConfirmDialog
        open={asksToStop}
        title={practice.stopTitle}
        text={practice.stopText(Math.floor(snapshot.seconds))}
        confirm={practice.stopConfirm}
        cancel={practice.stopCancel}
        onConfirm={() => {
          setAsksToStop(false);
          report.stop();
        }}
        onCancel={() => {
          setAsksToStop(false);
          resume();
        }}
      />
    </div>
  );
}
