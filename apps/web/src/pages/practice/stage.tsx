import type { ReactNode } from 'react';
import type { PracticeSnapshot } from '../../practice/snapshot.js';
import { errorSentence } from '../../text/error-sentence.js';
import { useText } from '../../text/text.js';
import { CheckIcon } from '../../ui/icons.js';
import { Notice } from '../../ui/notice.js';
import { LookOutcome } from './look-outcome.js';
import { lookWords } from './look-words.js';

/** What stands just under the camera: the question, or what comes before and after the questions. */
export function Stage({
  snapshot,
  problem,
  onRetry,
  onRetryLook,
  onSkipLook,
}: {
  readonly snapshot: PracticeSnapshot;
  /** What keeps the report from being made; null when nothing does. */
  readonly problem: unknown;
  readonly onRetry: () => void;
  readonly onRetryLook: () => void;
  readonly onSkipLook: () => void;
}) {
  const { practice, common, errors } = useText();
  const { phase, question, countdown, look, obstacle } = snapshot;
  if (phase === 'finishing' || phase === 'finished')
    return (
      <StageText title={practice.finishing} text={practice.finishingText}>
        {problem === null ? (
          <span className="spinner" aria-hidden="true" />
        ) : (
          <Notice kind="warning" announce>
            <p>{errorSentence(errors, problem)}</p>
            <button type="button" className="button" onClick={onRetry}>
              {common.tryAgain}
            </button>
          </Notice>
        )}
      </StageText>
    );
  if (question !== null)
    return (
      <StageText
        small={practice.question(question.index + 1, question.count)}
        title={question.prompt}
      />
    );
  const unread = look === null ? null : lookWords(look, practice.looks);
  if (phase === 'look-outcome' && unread !== null)
    return <LookOutcome words={unread} onRetry={onRetryLook} onGoOn={onSkipLook} />;
  const number = (
    <span className="stage__count" aria-hidden="true">
      {countdown}
    </span>
  );
  const hint =
    obstacle === null ? null : <p className="stage__hint">{practice.looks.reasons[obstacle]}</p>;
  const done = look?.outcome === 'read' ? <LookDone text={practice.looks.read[look.name]} /> : null;
  if (phase === 'baseline')
    return (
      <StageText reading title={practice.baselineTitle} text={practice.baselineText}>
        {number}
        {hint}
      </StageText>
    );
  if (phase === 'question-look')
    return (
      <StageText reading title={practice.questionLookTitle} text={practice.questionLookText}>
        {number}
        {hint ?? done}
      </StageText>
    );
  return (
    <StageText reading title={practice.countdownTitle}>
      {number}
      {done}
    </StageText>
  );
}

/** A look was read: a line that asks for nothing. */
function LookDone({ text }: { readonly text: string }) {
  return (
    <p className="stage__done">
      <CheckIcon className="stage__icon" />
      {text}
    </p>
  );
}

function StageText({
  reading = false,
  small,
  title,
  text,
  children,
}: {
  /** Whether it belongs to what comes before the questions. */
  readonly reading?: boolean;
  readonly small?: string;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={reading ? 'stage stage--reading' : 'stage'}>
      {small === undefined ? null : <p className="stage__small">{small}</p>}
      <h1 className="stage__title">{title}</h1>
      {text === undefined ? null : <p className="lead">{text}</p>}
      {children}
    </div>
  );
}
