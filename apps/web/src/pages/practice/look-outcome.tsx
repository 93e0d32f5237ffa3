import { useEffect, useRef } from 'react';
import { useText } from '../../text/text.js';
import type { LookWords } from './look-words.js';

/** A look that could not be used: why, what is lost without it, and both ways on. */
export function LookOutcome({
  words: { title, reason, lost },
  onRetry,
  onGoOn,
}: {
  readonly words: LookWords;
  readonly onRetry: () => void;
  readonly onGoOn: () => void;
}) {
  const { practice, common } = useText();
  const retry = useRef<HTMLButtonElement>(null);
  // What had the focus may have made way for this.
  useEffect(() => retry.current?.focus(), []);
  return (
    <div className="stage stage--reading">
      <h1 className="stage__title">{title}</h1>
      <p className="lead">{reason}</p>
      <p className="muted">{lost}</p>
      <div className="actions">
        <button ref={retry} type="button" className="button button--primary" onClick={onRetry}>
          {common.tryAgain}
        </button>
        <button type="button" className="button" onClick={onGoOn}>
          {practice.looks.goOn}
        </button>
      </div>
    </div>
  );
}
