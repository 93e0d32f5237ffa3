import type { Ref } from 'react';
import { useServices } from '../../app/services.js';
import type { PracticeSnapshot } from '../../practice/snapshot.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { Notice } from '../../ui/notice.js';
import { useLiveCamera } from '../live/live-camera.js';
import { useEngineState } from '../live/use-engine.js';
import { useReady } from './use-ready.js';

/** Why the practice is paused, and the way on. */
export function PausePanel({
  snapshot,
  resumeButton,
  onResume,
}: {
  readonly snapshot: PracticeSnapshot;
  readonly resumeButton: Ref<HTMLButtonElement>;
  readonly onResume: () => void;
}) {
  const { practice, errors } = useText();
  const { engine } = useServices();
  const camera = useLiveCamera();
  const engineState = useEngineState();
  const ready = useReady();
  const reason = snapshot.pauseReason ?? 'person';
  const lost = reason === 'camera' || reason === 'engine';
  const problem =
    camera.state.status === 'failed'
      ? camera.state.error
      : engineState.status === 'failed'
        ? engineState.error
        : null;
  return (
    <div className="pause">
      <Notice kind={lost ? 'warning' : 'info'} announce={lost}>
        <h2>{practice.paused.title}</h2>
        <p>{practice.paused[reason]}</p>
        {problem === null ? null : <p>{errorSentence(errors, problem)}</p>}
        <div className="actions">
          {camera.state.status === 'failed' ? (
            <button type="button" className="button" onClick={camera.retry}>
              {practice.reconnect}
            </button>
          ) : null}
          {engineState.status === 'failed' ? (
            <button type="button" className="button" onClick={() => void engine.start()}>
              {practice.restartEngine}
            </button>
          ) : null}
          <button
            ref={resumeButton}
            type="button"
            className="button button--primary"
            disabled={!ready}
            onClick={onResume}
          >
            {practice.resume}
          </button>
        </div>
      </Notice>
    </div>
  );
}
