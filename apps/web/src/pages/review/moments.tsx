import { formatClock } from '@poise/report/browser';
import type { SessionMoment, SessionSummary } from '@poise/session';
import { useText } from '../../text/text.js';
import { PlayIcon } from '../../ui/icons.js';

/** Smiles and tension moments by their time; with a recording each can be watched. */
export function Moments({
  summary,
  onPlay,
}: {
  readonly summary: SessionSummary;
  /** Plays the recording from a time in seconds; null when none was kept. */
  readonly onPlay: ((time: number) => void) | null;
}) {
  const { review } = useText();
  const { moments, evidence } = summary;
  if (moments.length === 0 && !evidence.sufficient) return null;
  return (
    <section className="section" aria-labelledby="moments">
      <h2 id="moments">{review.moments}</h2>
      {moments.length === 0 ? (
        <p className="muted">{review.noMoments}</p>
      ) : (
        <>
          {onPlay === null ? null : <p className="muted small no-print">{review.momentsHint}</p>}
          <ul className="moments">
            {moments.map((moment) => (
              <li key={`${moment.kind}-${moment.start}`}>
                <MomentEntry moment={moment} onPlay={onPlay} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function MomentEntry({
  moment,
  onPlay,
}: {
  readonly moment: SessionMoment;
  readonly onPlay: ((time: number) => void) | null;
}) {
  const { review } = useText();
  const { kind, peak_time: time } = moment;
  const name = review.momentKinds[kind];
  const words = (
    <>
      <span className={`moment__mark moment__mark--${kind}`} aria-hidden="true" />
      {name}
      <span className="moment__time">{formatClock(time)}</span>
    </>
  );
  if (onPlay === null) return <span className="moment">{words}</span>;
  return (
    <button
      type="button"
      className="moment moment--playable"
      aria-label={review.playMoment(name, formatClock(time))}
      onClick={() => onPlay(moment.start)}
    >
      {words}
      <PlayIcon className="moment__play" />
    </button>
  );
}
