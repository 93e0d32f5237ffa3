import { clock, lengthInWords } from '../../text/format.js';
import { useText } from '../../text/text.js';
import { Progress } from '../../ui/progress.js';

/** How far the analysis of a recording is, how long it still takes, and the way out. */
export function Working({
  name,
  done,
  total,
  left,
  onCancel,
}: {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly left: number | null;
  readonly onCancel: () => void;
}) {
  const text = useText();
  return (
    <section className="card working" aria-labelledby="working">
      <h2 id="working" className="working__name">
        {text.import.working(name)}
      </h2>
      <Progress label={text.import.progressLabel} value={done} max={total} />
      <p className="working__numbers muted">
        <span>
          {done === 0
            ? text.import.preparing
            : total === 0
              ? clock(done)
              : text.import.progress(clock(done), clock(total))}
        </span>
        {left === null ? null : <span>{text.import.timeLeft(lengthInWords(left))}</span>}
      </p>
      <button type="button" className="button" onClick={onCancel}>
        {text.common.cancel}
      </button>
    </section>
  );
}
