import {
  DARK_THEME,
  formatClock,
  formatPercent,
  journeyChart,
  journeyGeometry,
  LIGHT_THEME,
  lacksPictures,
  type ReportWords,
} from '@poise/report/browser';
import type { SessionSummary } from '@poise/session';
import { useId, useMemo, useRef, useState } from 'react';
import { useShownTheme } from '../../settings/theme.js';
import { useText } from '../../text/text.js';
import { useWidth } from '../../ui/use-width.js';
import { chartSizeFor } from './chart-size.js';
import { Cursor } from './cursor.js';
import { questionAt } from './question-at.js';

/** The journey chart of the report, with a cursor for pointer and keyboard. */
export function Journey({
  summary,
  headline,
  words,
}: {
  readonly summary: SessionSummary;
  readonly headline: string;
  readonly words: ReportWords;
}) {
  const { review } = useText();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const theme = useShownTheme() === 'dark' ? DARK_THEME : LIGHT_THEME;
  const [time, setTime] = useState<number | null>(null);
  const sufficient = summary.evidence.sufficient;
  const drawn = useMemo(() => {
    if (width === 0) return null;
    const size = chartSizeFor(width, sufficient);
    return {
      size,
      markup: journeyChart(summary, size, theme, words),
      geometry: journeyGeometry(summary, size, words),
    };
  }, [summary, width, sufficient, theme, words]);
  const parts = (['beginning', 'middle', 'end'] as const)
    .map((name) => {
      const average = summary.segment_analysis[name].avg_confidence;
      const value = average === null ? review.noScore : formatPercent(average, words.formats);
      return review.part(words.labels.segments[name], value);
    })
    .join(' ');
  const valueAt = (at: number): string => {
    const score = drawn?.geometry.scoreAt(at) ?? null;
    const shown =
      score !== null
        ? formatPercent(score, words.formats)
        : sufficient
          ? lacksPictures(summary, { start: at, end: at })
            ? review.noPictures
            : review.noFace
          : review.noScore;
    const question = questionAt(summary.questions, at);
    return review.cursorValue(formatClock(at), shown, question?.prompt ?? null);
  };
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{sufficient ? review.journey : review.presence}</h2>
      <div ref={frame} className={sufficient ? 'journey' : 'journey journey--presence'}>
        {drawn === null ? null : (
          <>
            <svg
              className="journey__chart"
              viewBox={`0 0 ${drawn.size.width} ${drawn.size.height}`}
              role="img"
              aria-label={review.chartLabel(headline, sufficient ? parts : '')}
            >
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own renderer made it, and it escapes every text. */}
              <g dangerouslySetInnerHTML={{ __html: drawn.markup }} />
            </svg>
            <Cursor
              geometry={drawn.geometry}
              size={drawn.size}
              time={time}
              label={review.cursor}
              valueText={time === null ? '' : valueAt(time)}
              onTime={setTime}
            />
          </>
        )}
      </div>
      <p className="journey__value small">
        {time === null ? <span className="muted">{review.cursorHint}</span> : valueAt(time)}
      </p>
    </section>
  );
}
