import type { SessionSummary } from '@poise/session';
import { area, line } from 'd3-shape';
import { formatPercent, type Span } from '../format.js';
import { SEGMENT_NAMES } from '../insights/facts.js';
import { element } from '../svg/element.js';
import { textLine, textWidth } from '../svg/text.js';
import type { ReportTheme } from '../theme.js';
import { lacksPictures } from '../without-pictures.js';
import type { ReportWords } from '../words/report-words.js';
import { scoreTicks } from './axes.js';
import { chartId, hatchPattern } from './frame.js';
import type { JourneyLayout } from './journey-layout.js';
import { RAMP, rampColors } from './ramp.js';
import type { JourneyPoint } from './series.js';

/** What the parts of the chart share: where they lie, and how they look. */
export interface Plot extends JourneyLayout {
  readonly summary: SessionSummary;
  readonly theme: ReportTheme;
  readonly words: ReportWords;
}

/** The gradient of the line and the pattern of absences. */
export function definitions({ summary, theme, y }: Plot): string {
  const stops = rampColors(theme).map(({ score, color }) =>
    element('stop', {
      offset: (score - RAMP.from) / (RAMP.to - RAMP.from),
      'stop-color': color,
    }),
  );
  const gradient = element(
    'linearGradient',
    {
      id: chartId(summary, 'journey'),
      gradientUnits: 'userSpaceOnUse',
      x1: 0,
      x2: 0,
      y1: y(RAMP.from),
      y2: y(RAMP.to),
    },
    ...stops,
  );
  return element('defs', {}, gradient, hatchPattern(chartId(summary, 'absent'), theme));
}

/** Lines of equal score with their labels. */
export function grid({ theme, words, fontSize, y, left, right }: Plot): string {
  const [floor = 0] = y.domain();
  return scoreTicks(floor)
    .map((score) => {
      const rule = element('path', {
        d: `M${left.toFixed(1)} ${y(score).toFixed(1)} H${right.toFixed(1)}`,
        stroke: theme.line,
        'stroke-width': 2,
      });
      const label = textLine(
        formatPercent(score, words.formats),
        left - fontSize * 0.5,
        y(score) + fontSize * 0.36,
        { size: fontSize, fill: theme.muted, anchor: 'end' },
      );
      return `${rule}\n${label}`;
    })
    .join('\n');
}

/** A band over the plot, at least two pixels wide. */
function band({ x, top, bottom, left, right }: Plot, { start, end }: Span, fill: string): string {
  const from = Math.max(left, x(start));
  const to = Math.min(right, Math.max(x(end), from + 2));
  return element('rect', { x: from, y: top, width: to - from, height: bottom - top, fill });
}

/** The stretches of the tension moments. */
export function tensionBands(plot: Plot): string {
  const bands = plot.summary.moments
    .filter((moment) => moment.kind === 'tension')
    .map((moment) => band(plot, moment, plot.theme.tension));
  return bands.length === 0 ? '' : element('g', { 'fill-opacity': 0.13 }, ...bands);
}

/** The stretches without a face, hatched, with words where there is room. */
export function absenceBands(plot: Plot): string {
  const { summary, theme, words, x, fontSize, top, bottom } = plot;
  const fill = `url(#${chartId(summary, 'absent')})`;
  return summary.absences
    .map((absence) => {
      const label = lacksPictures(summary, absence)
        ? words.report.noPictures
        : words.picture.absence;
      const room = textWidth(label, fontSize) + fontSize * 1.2;
      const hatched = band(plot, absence, fill);
      if (x(absence.end) - x(absence.start) < room) return hatched;
      const center = x((absence.start + absence.end) / 2);
      const middle = (top + bottom) / 2;
      const plate = element('rect', {
        x: center - room / 2,
        y: middle - fontSize,
        width: room,
        height: fontSize * 1.8,
        rx: fontSize * 0.9,
        fill: theme.background,
      });
      const text = textLine(label, center, middle + fontSize * 0.25, {
        size: fontSize,
        fill: theme.muted,
        anchor: 'middle',
      });
      return `${hatched}\n${plate}\n${text}`;
    })
    .join('\n');
}

/** The thirds of the session: borders, names, averages as numbers and as dotted lines. */
export function segmentLabels({
  summary,
  theme,
  words,
  fontSize,
  x,
  y,
  top,
  bottom,
}: Plot): string {
  return SEGMENT_NAMES.map((name, i) => {
    const { start, end, avg_confidence } = summary.segment_analysis[name];
    const center = x((start + end) / 2);
    const average = avg_confidence === null ? '–' : formatPercent(avg_confidence, words.formats);
    const border = element('path', {
      d: `M${x(start).toFixed(1)} ${(top - fontSize * 2.9).toFixed(1)} V${bottom.toFixed(1)}`,
      stroke: theme.line,
      'stroke-width': 2,
    });
    const mean = element('path', {
      d: `M${x(start).toFixed(1)} ${y(avg_confidence ?? 0).toFixed(1)} H${x(end).toFixed(1)}`,
      stroke: theme.muted,
      'stroke-width': 3,
      'stroke-dasharray': '3 10',
      'stroke-linecap': 'round',
    });
    return [
      i === 0 ? '' : border,
      avg_confidence === null ? '' : mean,
      textLine(words.labels.segments[name], center, fontSize, {
        size: fontSize,
        fill: theme.muted,
        anchor: 'middle',
      }),
      textLine(average, center, fontSize * 2.5, {
        size: fontSize * 1.4,
        weight: 600,
        fill: theme.ink,
        anchor: 'middle',
      }),
    ]
      .filter((part) => part !== '')
      .join('\n');
  }).join('\n');
}

/** The line of the journey and the soft area under it. */
export function journeyPaths({ summary, x, y, bottom, runs }: Plot): string {
  const color = `url(#${chartId(summary, 'journey')})`;
  const fillPath = area<JourneyPoint>(
    (point) => x(point.time),
    bottom,
    (point) => y(point.score),
  );
  const linePath = line<JourneyPoint>(
    (point) => x(point.time),
    (point) => y(point.score),
  );
  const all = (shape: (points: Iterable<JourneyPoint>) => string | null) =>
    runs.map((points) => shortNumbers(shape(points) ?? '')).join('');
  return [
    element('path', { d: all(fillPath), fill: color, 'fill-opacity': 0.14 }),
    element('path', {
      d: all(linePath),
      fill: 'none',
      stroke: color,
      'stroke-width': 7,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  ].join('\n');
}

/** Path data with a tenth of a pixel: half as long, and no eye sees the difference. */
function shortNumbers(path: string): string {
  return path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
