import { useText } from '../../text/text.js';
import { CheckIcon, WarningIcon } from '../../ui/icons.js';
import type { CameraCheck } from './use-camera-check.js';

/** What the camera sees well, and one sentence of advice for each thing that it does not. */
export function CameraChecklist({ checks }: { readonly checks: readonly CameraCheck[] | null }) {
  const { setup } = useText();
  return (
    <section className="section" aria-labelledby="checks">
      <h3 id="checks">{setup.checkTitle}</h3>
      {checks === null ? (
        <p className="muted small">{setup.checkWaiting}</p>
      ) : (
        <ul className="checks">
          {checks.map(({ code, good }) => (
            <li key={code} className="checks__one">
              {good ? (
                <CheckIcon className="checks__icon checks__icon--good" />
              ) : (
                <WarningIcon className="checks__icon checks__icon--advice" />
              )}
              <span>
                <span className="visually-hidden">
                  {good ? setup.states.good : setup.states.advice}:{' '}
                </span>
                {good ? setup.checks[code].good : setup.checks[code].advice}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
