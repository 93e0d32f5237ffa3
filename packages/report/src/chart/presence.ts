import type { SessionSummary } from '@poise/session';
import { formatClock } from '../format.js';
import { element } from '../svg/element.js';
import { textWidth } from '../svg/text.js';
import type { ReportTheme } from '../theme.js';
import {
  type ChartSize,
  chartId,
  DEFAULT_FONT_SIZE,
  hatchPattern,
  timeLabels,
  timeScale,
} from './frame.js';
import { chartSpan } from './series.js';

/** Where the bar of a chart without a score lies. */
export function presenceLayout(summary: SessionSummary, size: ChartSize) {
  const fontSize = size.fontSize ?? DEFAULT_FONT_SIZE;
  const span = chartSpan(summary);
  const left = textWidth(formatClock(span.end), fontSize) / 2 + 2;
  const right = size.width - left;
  const bottom = size.height - fontSize * 1.7;
  return { fontSize, span, x: timeScale(span, left, right), left, right, top: 0, bottom };
}

/**
 * When the face was in view, as an SVG fragment: one bar over time, hatched where there was no
 * face. It stands in for the journey when there is not enough evidence for a score.
 */
export function presenceChart(
  summary: SessionSummary,
  size: ChartSize,
  theme: ReportTheme,
): string {
  const { fontSize, span, x, left, right, top, bottom } = presenceLayout(summary, size);
  const absences = summary.frames_analyzed === 0 ? [span] : summary.absences;
  const bar = { y: top, height: bottom - top, rx: fontSize * 0.3 };
  const hatched = absences.map(({ start, end }) => {
    const box = { ...bar, rx: 0, x: x(start), width: Math.max(2, x(end) - x(start)) };
    return [
      element('rect', { ...box, fill: theme.background }),
      element('rect', { ...box, fill: `url(#${chartId(summary, 'absent')})` }),
    ].join('\n');
  });
  return element(
    'g',
    { 'font-family': theme.fontFamily },
    element('defs', {}, hatchPattern(chartId(summary, 'absent'), theme)),
    element('rect', {
      ...bar,
      x: left,
      width: right - left,
      fill: theme.accent,
      'fill-opacity': 0.75,
    }),
    ...hatched,
    element('rect', {
      ...bar,
      x: left,
      width: right - left,
      fill: 'none',
      stroke: theme.absence,
      'stroke-width': 2,
    }),
    timeLabels(span, x, size.height - fontSize * 0.3, size.width, fontSize, theme),
  );
}
