import { EMOTIONS } from '@poise/core';
import { formatPercent } from '@poise/report/browser';
import type { PracticeSnapshot } from '../../practice/snapshot.js';
import { useText } from '../../text/text.js';

/** The numbers, for who wants them. They are not announced. */
export function Details({
  snapshot,
  open,
  onToggle,
}: {
  readonly snapshot: PracticeSnapshot;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}) {
  const { practice, levels, expressions } = useText();
  const { live, framesPerSecond, latency } = snapshot;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return (
    <details
      className="details"
      open={open}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>{practice.details}</summary>
      {open ? (
        <dl className="details__list">
          <div>
            <dt>{practice.score}</dt>
            <dd>{live === null ? practice.noReading : formatPercent(live.confidence)}</dd>
          </div>
          <div>
            <dt>{practice.level}</dt>
            <dd>{live === null ? practice.noReading : levels[live.level]}</dd>
          </div>
          <div>
            <dt>{practice.rate}</dt>
            <dd>{Math.round(framesPerSecond)}</dd>
          </div>
          <div>
            <dt>{practice.latency}</dt>
            <dd>{latency === null ? practice.noReading : `${Math.round(latency)} ms`}</dd>
          </div>
          {EMOTIONS.map((emotion) => (
            <div key={emotion}>
              <dt>{expressions[emotion]}</dt>
              <dd>{live === null ? practice.noReading : percent(live.emotions[emotion])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </details>
  );
}
