import { useRef } from 'react';
import { goTo } from '../../app/router.js';
import { useVisit } from '../../app/visit.js';
import { useSettings } from '../../settings/use-settings.js';
import { useText } from '../../text/text.js';
import { Checkbox } from '../../ui/checkbox.js';
import { PageTitle } from '../../ui/page-title.js';
import { CameraProblem } from '../live/camera-problem.js';
import { useLiveCamera } from '../live/live-camera.js';
import { useEngine } from '../live/use-engine.js';
import { CameraChecklist } from './camera-checklist.js';
import { CameraChoice } from './camera-choice.js';
import { planOf, type SetupChoices } from './choices.js';
import { EngineStatus } from './engine-status.js';
import { QuestionChoice } from './question-choice.js';
import { questionsOf } from './questions-of.js';
import { useCameraCheck } from './use-camera-check.js';
import '../live/preview.css';
import './setup.css';

/** The camera on one side, what is practised on the other, and the start. */
export function SetupPage() {
  const text = useText();
  const { setup } = text;
  const { settings, update } = useSettings();
  const { choices, setChoices, setPlan } = useVisit();
  const engine = useEngine();
  const { state } = useLiveCamera();
  const video = useRef<HTMLVideoElement>(null);
  const checks = useCameraCheck(video);
  const change = (changes: Partial<SetupChoices>): void => setChoices({ ...choices, ...changes });
  const plan = planOf(choices, questionsOf(choices, settings.language));
  const ready = engine.status === 'ready' && state.status === 'open';
  const open = checks?.some(({ good }) => !good) ?? false;

  return (
    <>
      <PageTitle title={setup.title} lead={setup.lead} />
      <div className="setup">
        <section className="setup__camera" aria-labelledby="camera">
          <h2 id="camera">{setup.cameraTitle}</h2>
          <div className="setup__preview">
            <video ref={video} className="preview" muted playsInline aria-label={setup.preview} />
            {state.status === 'opening' ? (
              <p className="setup__opening muted">{setup.opening}</p>
            ) : null}
          </div>
          <CameraProblem />
          <CameraChoice />
          <EngineStatus />
          <CameraChecklist checks={checks} />
        </section>
        <div className="setup__choices">
          <QuestionChoice choices={choices} onChange={change} />
          <section className="section" aria-labelledby="options">
            <h2 id="options">{setup.optionsTitle}</h2>
            <div>
              <Checkbox
                {...setup.baseline}
                checked={choices.withBaseline}
                onChange={(withBaseline) => change({ withBaseline })}
              />
              <Checkbox
                {...setup.quiet}
                checked={!settings.liveNumbers}
                onChange={(quiet) => update({ liveNumbers: !quiet })}
              />
              <Checkbox
                {...setup.recording}
                checked={choices.keepRecording}
                onChange={(keepRecording) => change({ keepRecording })}
              />
            </div>
          </section>
          <div className="setup__start">
            <button
              type="button"
              className="button button--primary button--large"
              disabled={!ready || plan.questions.length === 0}
              aria-describedby="start-note"
              onClick={() => {
                setPlan(plan);
                goTo({ page: 'practice' });
              }}
            >
              {setup.start}
            </button>
            <p id="start-note" className="muted small">
              {plan.questions.length === 0
                ? setup.ownEmpty
                : ready
                  ? [
                      setup.plan(
                        plan.questions.length,
                        plan.secondsPerQuestion === null
                          ? null
                          : setup.timeSeconds(plan.secondsPerQuestion),
                      ),
                      ...(open ? [setup.adviceOpen] : []),
                    ].join('. ')
                  : setup.notReady}
            </p>
          </div>
        </div>
      </div>
    </>
  );
}
