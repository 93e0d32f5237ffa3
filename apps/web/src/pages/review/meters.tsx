import { formatPercent, type ReportWords, statedExpressiveness } from '@poise/report/browser';
import type { SessionSummary } from '@poise/session';
import { useText } from '../../text/text.js';

/** Expressiveness, face in view, stability. They describe; a high one is not always better. */
export function Meters({
  summary,
  words,
}: {
  readonly summary: SessionSummary;
  readonly words: ReportWords;
}) {
  const { review } = useText();
  const values = [
    { key: 'expressiveness', value: statedExpressiveness(summary) },
    { key: 'detection', value: summary.face_detection_rate },
    { key: 'stability', value: summary.face_stability },
  ] as const;
  return (
    <section className="section" aria-labelledby="meters">
      <h2 id="meters">{review.meters}</h2>
      <dl className="meters">
        {values.map(({ key, value }) => (
          <div key={key} className="meter">
            <dt>
              {review.meter[key].name}
              <span className="meter__hint muted small">{review.meter[key].hint}</span>
            </dt>
            <dd>
              <span className={value === null ? 'muted' : 'meter__value'}>
                {value === null ? review.notMeasured : formatPercent(value, words.formats)}
              </span>
              <span className="meter__bar" aria-hidden="true">
                <span style={{ width: `${(value ?? 0) * 100}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
