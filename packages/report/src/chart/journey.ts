import type { SessionSummary } from '@poise/session';
import { element } from '../svg/element.js';
import { textWidth } from '../svg/text.js';
import type { ReportTheme } from '../theme.js';
import { scoreScale } from './axes.js';
import { type ChartSize, DEFAULT_FONT_SIZE, timeLabels, timeScale } from './frame.js';
import {
  absenceBands,
  definitions,
  grid,
  journeyPaths,
  type Plot,
  segmentLabels,
  tensionBands,
} from './journey-layers.js';
import { type MomentKind, markRow } from './marks.js';
import { presenceChart } from './presence.js';
import { chartSpan, journeyRuns } from './series.js';

/**
 * The journey chart as an SVG fragment: the score over time from orange to green, the averages of
 * the three segments, tension moments and smiles, stretches without a face, and the time.
 * Without enough evidence for a score it shows when the face was in view, and no number of a score.
 *
 * @param summary - a valid summary.
 * @param size - the size in pixels.
 * @param theme - the colours.
 */
export function journeyChart(summary: SessionSummary, size: ChartSize, theme: ReportTheme): string {
  if (!summary.evidence.sufficient) return presenceChart(summary, size, theme);
  const fontSize = size.fontSize ?? DEFAULT_FONT_SIZE;
  const rows = momentRows(summary);
  const span = chartSpan(summary);
  const runs = journeyRuns(summary);
  const left = textWidth('100 %', fontSize) + fontSize * 0.6;
  const right = size.width - fontSize * 0.4;
  const top = fontSize * 3.6;
  const markSize = fontSize * 1.2;
  const rowHeight = markSize * 1.3;
  const bottom = size.height - fontSize * 1.7 - rows.length * rowHeight - fontSize * 0.3;
  const lowest = Math.min(1, ...runs.flat().map((point) => point.score));
  const plot: Plot = {
    summary,
    theme,
    fontSize,
    x: timeScale(span, left, right),
    y: scoreScale(lowest, top, bottom),
    left,
    right,
    top,
    bottom,
  };
  const marks = rows.map(({ kind, times }, i) =>
    markRow(
      kind,
      times.map(plot.x),
      bottom + fontSize * 0.3 + (i + 0.5) * rowHeight,
      markSize,
      theme,
    ),
  );
  return element(
    'g',
    { 'font-family': theme.fontFamily },
    definitions(plot),
    grid(plot),
    tensionBands(plot),
    segmentLabels(plot),
    absenceBands(plot),
    journeyPaths(plot, runs),
    ...marks,
    timeLabels(span, plot.x, size.height - fontSize * 0.3, size.width, fontSize, theme),
  );
}

function momentRows(summary: SessionSummary): { kind: MomentKind; times: number[] }[] {
  return (['smile', 'tension'] as const)
    .map((kind) => ({
      kind,
      times: summary.moments
        .filter((moment) => moment.kind === kind)
        .map((moment) => moment.peak_time)
        .sort((a, b) => a - b),
    }))
    .filter((row) => row.times.length > 0);
}
