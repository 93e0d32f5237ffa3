import { clock } from '../../text/format.js';
import { useText } from '../../text/text.js';

/** How much of a question's time is left, as a line that grows shorter. It is quiet until the end. */
export function TimeLine({
  secondsLeft,
  seconds,
}: {
  /** null without a limit. */
  readonly secondsLeft: number | null;
  readonly seconds: number | null;
}) {
  const { practice } = useText();
  if (secondsLeft === null || seconds === null)
    return <p className="time muted small">{practice.noLimit}</p>;
  const share = Math.min(1, Math.max(0, secondsLeft / seconds));
  return (
    <div className="time" role="timer" aria-live="off" aria-label={practice.timeLeft}>
      <span className="time__line" aria-hidden="true">
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
      <span className="muted small">{practice.secondsLeft(clock(Math.ceil(secondsLeft)))}</span>
    </div>
  );
}
