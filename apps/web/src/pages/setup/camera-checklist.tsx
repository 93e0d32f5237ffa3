import type { CameraCheck, CameraChecklist as Checklist } from '../../camera-check/checks.js';
import { useText } from '../../text/text.js';
import { CheckIcon, PendingIcon, WarningIcon } from '../../ui/icons.js';
import { useEngineState } from '../live/use-engine.js';

/** What the camera sees well, and one sentence of advice for each thing that it does not. */
export function CameraChecklist({ checks }: { readonly checks: Checklist }) {
  const { setup } = useText();
  const engine = useEngineState();
  const waiting = checks.every(({ state }) => state === 'unknown');
  return (
    <section className="section" aria-labelledby="checks">
      <h3 id="checks">{setup.checkTitle}</h3>
      {waiting ? (
        <p className="muted small">
          {engine.status === 'ready' ? setup.checkLooking : setup.checkWaiting}
        </p>
      ) : (
        <ul className="checks">
          {checks.map((check) => (
            <li key={check.name} className="checks__one">
              <StateIcon state={check.state} />
              <span className={check.state === 'unknown' ? 'muted' : undefined}>
                <span className="visually-hidden">{setup.states[check.state]}: </span>
                <CheckText check={check} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CheckText({ check }: { readonly check: CameraCheck }) {
  const { setup } = useText();
  if (check.state === 'advice') return setup.advice[check.advice];
  return setup.checks[check.name][check.state === 'ok' ? 'ok' : 'name'];
}

function StateIcon({ state }: { readonly state: CameraCheck['state'] }) {
  const className = `checks__icon checks__icon--${state}`;
  if (state === 'ok') return <CheckIcon className={className} />;
  if (state === 'advice') return <WarningIcon className={className} />;
  return <PendingIcon className={className} />;
}
