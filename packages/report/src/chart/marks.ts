import type { SessionMoment } from '@poise/session';
import { element } from '../svg/element.js';
import { textLine, textWidth } from '../svg/text.js';
import type { ReportTheme } from '../theme.js';

/** The kinds of moments. */
export type MomentKind = SessionMoment['kind'];

/** A smiling face, or a diamond with a jagged line: told apart by shape, not by colour alone. */
export function momentGlyph(
  kind: MomentKind,
  x: number,
  y: number,
  size: number,
  theme: ReportTheme,
): string {
  const r = size / 2;
  const stroke = { fill: 'none', stroke: theme.background, 'stroke-linecap': 'round' } as const;
  if (kind === 'smile') {
    const eye = { cy: y - r * 0.22, r: r * 0.12, fill: theme.background };
    return [
      element('circle', { cx: x, cy: y, r, fill: theme.smile }),
      element('circle', { cx: x - r * 0.36, ...eye }),
      element('circle', { cx: x + r * 0.36, ...eye }),
      element('path', {
        d: path`M${x - r * 0.48} ${y + r * 0.18} Q${x} ${y + r * 0.82} ${x + r * 0.48} ${y + r * 0.18}`,
        ...stroke,
        'stroke-width': r * 0.18,
      }),
    ].join('\n');
  }
  const side = r * 0.98;
  return [
    element('path', {
      d: path`M${x} ${y - side} L${x + side} ${y} L${x} ${y + side} L${x - side} ${y} Z`,
      fill: theme.tension,
      stroke: theme.tension,
      'stroke-width': r * 0.2,
      'stroke-linejoin': 'round',
    }),
    element('path', {
      d: path`M${x - r * 0.5} ${y + r * 0.14} L${x - r * 0.17} ${y - r * 0.2} L${x + r * 0.17} ${y + r * 0.2} L${x + r * 0.5} ${y - r * 0.14}`,
      ...stroke,
      'stroke-linejoin': 'round',
      'stroke-width': r * 0.18,
    }),
  ].join('\n');
}

/** Path data with short numbers. */
function path(strings: TemplateStringsArray, ...values: number[]): string {
  return strings.reduce(
    (text, part, i) => `${text}${Math.round((values[i - 1] ?? 0) * 100) / 100}${part}`,
  );
}

/** Moments so close on the picture that they share one mark. */
interface Cluster {
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** Marks stand at least this share of their size apart. */
const CLEARANCE = 0.15;

/** Joins marks that would touch. `centers` must rise. */
export function clusterMarks(centers: readonly number[], size: number): Cluster[] {
  const clusters: Cluster[] = [];
  for (const center of centers) {
    const last = clusters.at(-1);
    const left = center - size / 2;
    if (last !== undefined && left < last.right + size * CLEARANCE) {
      clusters[clusters.length - 1] = {
        left: last.left,
        right: center + size / 2,
        count: last.count + 1,
      };
    } else {
      clusters.push({ left, right: center + size / 2, count: 1 });
    }
  }
  return clusters;
}

/** A rectangle of the chart in pixels. */
export interface ChartBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One mark of the chart: a moment, or several that would touch. */
export interface MomentMark {
  readonly kind: MomentKind;
  /** The moments that it stands for, by the time of their peaks. */
  readonly moments: readonly SessionMoment[];
  /** Where it is drawn. */
  readonly box: ChartBox;
}

/** Size of the number on a bar, as a share of the bar's height. */
const COUNT_SIZE = 0.72;

/**
 * Lays out one row of marks. Marks that would touch become one bar with their number in it.
 *
 * @param moments - moments of one kind, by the time of their peaks.
 * @param x - from seconds to pixels.
 * @param y - the row's middle.
 * @param size - the size of a mark.
 */
export function layMarks(
  moments: readonly SessionMoment[],
  x: (time: number) => number,
  y: number,
  size: number,
): MomentMark[] {
  const [first] = moments;
  if (first === undefined) return [];
  const centers = moments.map((moment) => x(moment.peak_time));
  let taken = 0;
  return clusterMarks(centers, size).map(({ left, right, count }) => {
    const needed = count === 1 ? 0 : textWidth(String(count), size * COUNT_SIZE, 700) + size * 0.7;
    const width = Math.max(right - left, needed);
    const box = { x: (left + right) / 2 - width / 2, y: y - size / 2, width, height: size };
    const own = moments.slice(taken, taken + count);
    taken += count;
    return { kind: first.kind, moments: own, box };
  });
}

/** Draws a mark. */
export function drawMark({ kind, moments, box }: MomentMark, theme: ReportTheme): string {
  const { x, y, width, height: size } = box;
  const middle = { x: x + width / 2, y: y + size / 2 };
  if (moments.length === 1) return momentGlyph(kind, middle.x, middle.y, size, theme);
  const digits = size * COUNT_SIZE;
  const bar = element('rect', {
    ...box,
    rx: kind === 'smile' ? size / 2 : size / 6,
    fill: kind === 'smile' ? theme.smile : theme.tension,
  });
  const label = textLine(String(moments.length), middle.x, middle.y + digits * 0.36, {
    size: digits,
    weight: 700,
    fill: theme.background,
    anchor: 'middle',
  });
  return `${bar}\n${label}`;
}
