import { useEffect, useRef, useState } from 'react';
import { goTo } from '../../app/router.js';
import { useServices } from '../../app/services.js';
import { useVisit } from '../../app/visit.js';
import { SessionRecorder } from '../../practice/session-recorder.js';
import { useSettings } from '../../settings/use-settings.js';
import { useText } from '../../text/text.js';
import { Checkbox } from '../../ui/checkbox.js';
import { NotKept } from '../../ui/not-kept.js';
import { PageTitle } from '../../ui/page-title.js';
import { CameraProblem } from '../live/camera-problem.js';
import { useLiveCamera } from '../live/live-camera.js';
import { useEngine } from '../live/use-engine.js';
import { Unfinished } from '../unfinished/unfinished.js';
import { CameraChecklist } from './camera-checklist.js';
import { CameraChoice } from './camera-choice.js';
import { planOf, type SetupChoices } from './choices.js';
import { EngineStatus } from './engine-status.js';
import { FaceChoice, FaceOutlines } from './face-choice.js';
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
  const { engine: eyes } = useServices();
  const [chosen, setChosen] = useState(eyes.chosen);
  // Who came back from a practice and goes forward again has not asked for another one.
  useEffect(() => setPlan(null), [setPlan]);
  const { state } = useLiveCamera();
  const video = useRef<HTMLVideoElement>(null);
  const { checks, people } = useCameraCheck(video, choices.withOthers);
  const change = (changes: Partial<SetupChoices>): void => setChoices({ ...choices, ...changes });
  const questions = questionsOf(choices, settings.language);
  const count = Math.min(choices.count, questions.length);
  const ready = engine.status === 'ready' && state.status === 'open';
  // A face that is no longer there is no choice.
  const isThere = people.faces.some(({ id }) => id === chosen);
  const choosing = choices.withOthers && !isThere;
  const advised = checks.some(({ state: found }) => found === 'advice');

  return (
    <>
      <Unfinished />
      <PageTitle title={setup.title} lead={setup.lead} />
      <NotKept />
      <div className="setup">
        <section className="setup__camera" aria-labelledby="camera">
          <h2 id="camera">{setup.cameraTitle}</h2>
          <div className="setup__preview">
            <video ref={video} className="preview" muted playsInline aria-label={setup.preview} />
            {choices.withOthers ? <FaceOutlines people={people} chosen={chosen} /> : null}
            {state.status === 'opening' ? (
              <p className="setup__opening muted">{setup.opening}</p>
            ) : null}
          </div>
          <CameraProblem />
          <CameraChoice />
          {choices.withOthers && ready ? (
            <FaceChoice
              people={people}
              chosen={chosen}
              onChoose={(id) => {
                eyes.choose(id);
                setChosen(id);
              }}
            />
          ) : null}
          <EngineStatus />
          <CameraChecklist checks={checks} />
        </section>
        <div className="setup__choices">
          <QuestionChoice choices={choices} onChange={setChoices} />
          <section className="section" aria-labelledby="options">
            <h2 id="options">{setup.optionsTitle}</h2>
            <div>
              <Checkbox
                {...setup.baseline}
                checked={choices.withBaseline}
                onChange={(withBaseline) => change({ withBaseline })}
              />
              <Checkbox
                {...setup.others}
                checked={choices.withOthers}
                onChange={(withOthers) => {
                  change({ withOthers });
                  setChosen(null);
                  eyes.tellOfSeveral(withOthers);
                }}
              />
              <Checkbox
                {...setup.quiet}
                checked={!settings.liveNumbers}
                onChange={(quiet) => update({ liveNumbers: !quiet })}
              />
              {SessionRecorder.supported ? (
                <Checkbox
                  {...setup.recording}
                  checked={choices.keepRecording}
                  onChange={(keepRecording) => change({ keepRecording })}
                />
              ) : null}
            </div>
          </section>
          <div className="setup__start">
            <button
              type="button"
              className="button button--primary button--large"
              disabled={!ready || count === 0 || choosing}
              aria-describedby="start-note"
              onClick={() => {
                setPlan(planOf(choices, questions, Math.random));
                goTo({ page: 'practice' });
              }}
            >
              {setup.start}
            </button>
            <p id="start-note" className="muted small">
              {count === 0
                ? setup.ownEmpty
                : ready && choosing
                  ? setup.chooseFace
                  : ready
                    ? [
                        setup.plan(
                          count,
                          choices.secondsPerQuestion === null
                            ? null
                            : setup.timeSeconds(choices.secondsPerQuestion),
                        ),
                        ...(advised ? [setup.adviceOpen] : []),
                      ].join('. ')
                    : setup.notReady}
            </p>
          </div>
        </div>
      </div>
    </>
  );
}
