import type { SessionSummary } from '@poise/session';
import { scaleLinear } from 'd3-scale';
import { formatClock, type Span } from '../format.js';
import { element } from '../svg/element.js';
import { textLine, textWidth } from '../svg/text.js';
import type { ReportTheme } from '../theme.js';
import { timeTicks } from './axes.js';

/** The size of a chart. */
export interface ChartSize {
  /** Width in pixels, labels included. */
  readonly width: number;
  /** Height in pixels, labels included. */
  readonly height: number;
  /** Size of the labels in pixels; 30 when not given (for a chart some 900 pixels wide). */
  readonly fontSize?: number;
}

/** Label size when none is given, in pixels. */
export const DEFAULT_FONT_SIZE = 30;

/** From seconds to pixels. */
export function timeScale(span: Span, left: number, right: number) {
  return scaleLinear().domain([span.start, span.end]).range([left, right]);
}

/** From seconds to pixels, or from scores to pixels. */
export type Scale = ReturnType<typeof timeScale>;

/** A pattern of slanted lines, told from white and from gray in any print. */
export function hatchPattern(id: string, theme: ReportTheme): string {
  const line = element('path', {
    d: 'M0 0 V14',
    stroke: theme.absence,
    'stroke-width': 3,
    'stroke-opacity': 0.55,
  });
  return element(
    'pattern',
    {
      id,
      width: 14,
      height: 14,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    line,
  );
}

/** An id for a gradient or pattern that differs between the charts of one page. */
export function chartId(summary: SessionSummary, name: string): string {
  return `poise-${summary.session_id}-${name}`;
}

/** The labels of the time axis; one that would hang over the chart's edge is moved in. */
export function timeLabels(
  span: Span,
  x: Scale,
  y: number,
  width: number,
  fontSize: number,
  theme: ReportTheme,
): string {
  const [left = 0, right = 0] = x.range();
  return timeTicks(span, right - left, fontSize)
    .map((time) => {
      const label = formatClock(time);
      const half = textWidth(label, fontSize) / 2;
      const center = Math.min(x(time), width - half);
      return textLine(label, center, y, { size: fontSize, fill: theme.muted, anchor: 'middle' });
    })
    .join('\n');
}
