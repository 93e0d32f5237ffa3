import type { MouseEvent, ReactNode, Ref } from 'react';
import type { PracticeSnapshot } from '../../practice/snapshot.js';
import { useText } from '../../text/text.js';
import type { PracticeActions } from './practice-keys.js';

/** The buttons of the practice, each of which has a key too. */
export function Controls({
  snapshot,
  actions,
  pauseButton,
}: {
  readonly snapshot: PracticeSnapshot;
  readonly actions: PracticeActions;
  readonly pauseButton: Ref<HTMLButtonElement>;
}) {
  const { practice } = useText();
  const { phase, question } = snapshot;
  if (phase === 'finishing' || phase === 'finished') return null;
  const last = question !== null && question.index + 1 === question.count;
  return (
    <div className="controls">
      {phase === 'paused' ? null : (
        <Control ref={pauseButton} onPress={actions.pauseOrResume}>
          {practice.pause}
        </Control>
      )}
      {phase === 'baseline' || phase === 'question-look' ? (
        <Control onPress={actions.next}>{practice.skipBaseline}</Control>
      ) : null}
      {question === null ? null : (
        <Control primary disabled={phase !== 'asking'} onPress={actions.next}>
          {last ? practice.last : practice.next}
        </Control>
      )}
      <Control onPress={actions.stop}>{practice.stop}</Control>
    </div>
  );
}

function Control({
  ref,
  primary = false,
  disabled = false,
  onPress,
  children,
}: {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  const press = ({ detail, currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    // After a click with a pointer, Space is the key of the page again and not of this button.
    if (detail > 0) currentTarget.blur();
    onPress();
  };
  return (
    <button
      ref={ref}
      type="button"
      className={`button${primary ? ' button--primary' : ''}`}
      disabled={disabled}
      onClick={press}
    >
      {children}
    </button>
  );
}
