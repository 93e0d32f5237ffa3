import {
  formatInterval,
  formatPercent,
  type Insights,
  type ReportWords,
} from '@poise/report/browser';
import type { SessionSummary } from '@poise/session';
import { useText } from '../../text/text.js';
import { PageTitle } from '../../ui/page-title.js';
import { ScoreScale } from './score-scale.js';

/** The score large, with its level and its range; or why there is none. */
export function Score({
  summary,
  headline,
  words,
}: {
  readonly summary: SessionSummary;
  readonly headline: Insights['headline'];
  readonly words: ReportWords;
}) {
  const { review } = useText();
  const { average_confidence: average, confidence_level: level } = summary;
  if (average === null || level === null)
    return (
      <section className="score score--none card">
        <PageTitle title={review.notEnough} />
        <p className="lead">{headline.sentence}</p>
        <p>{review.notEnoughText}</p>
      </section>
    );
  const interval = summary.confidence_interval;
  return (
    <section className="score">
      <div className="score__value">
        <PageTitle title={review.scoreLabel} />
        <p className="score__row">
          <span className="score__number">{formatPercent(average, words.formats)}</span>
          <span className="score__level">
            <strong>{words.labels.levels[level]}</strong>
            {interval === null ? null : (
              <span className="muted" title={review.intervalHint}>
                {review.between(...formatInterval(interval, words.formats))}
              </span>
            )}
          </span>
        </p>
        <ScoreScale average={average} interval={interval} />
      </div>
      <div className="score__headline">
        <h2>{headline.title}</h2>
        <p>{headline.sentence}</p>
      </div>
    </section>
  );
}
