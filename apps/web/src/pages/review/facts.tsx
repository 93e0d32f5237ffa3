import type { SessionSummary } from '@poise/session';
import type { SessionHead } from '../../storage/records.js';
import { useText } from '../../text/text.js';

/** What the report rests on. */
export function Facts({
  head,
  summary,
}: {
  readonly head: SessionHead;
  readonly summary: SessionSummary;
}) {
  const { review, language } = useText();
  const { facts } = review;
  const number = new Intl.NumberFormat(language);
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    [
      facts.source,
      head.source.kind === 'live' ? facts.live : facts.recording(head.source.name ?? ''),
    ],
    [
      facts.frames,
      facts.of(number.format(summary.frames_analyzed), number.format(summary.frames_total)),
    ],
    [facts.baseline, summary.baseline.applied ? facts.baselineUsed : facts.baselineNone],
    [facts.model, summary.model.expression],
    [facts.detector, summary.model.face_detector],
  ];
  return (
    <details className="facts">
      <summary>{facts.title}</summary>
      <dl className="facts__list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
