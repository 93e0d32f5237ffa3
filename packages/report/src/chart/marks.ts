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

/**
 * One row of marks. Marks that would touch become one bar with their number in it.
 *
 * @param centers - the marks' places from left to right, in pixels.
 */
export function markRow(
  kind: MomentKind,
  centers: readonly number[],
  y: number,
  size: number,
  theme: ReportTheme,
): string {
  const fill = kind === 'smile' ? theme.smile : theme.tension;
  return clusterMarks(centers, size)
    .map(({ left, right, count }) => {
      const middle = (left + right) / 2;
      if (count === 1) return momentGlyph(kind, middle, y, size, theme);
      const digits = size * 0.72;
      const width = Math.max(right - left, textWidth(String(count), digits, 700) + size * 0.7);
      const bar = element('rect', {
        x: middle - width / 2,
        y: y - size / 2,
        width,
        height: size,
        rx: kind === 'smile' ? size / 2 : size / 6,
        fill,
      });
      const label = textLine(String(count), middle, y + digits * 0.36, {
        size: digits,
        weight: 700,
        fill: theme.background,
        anchor: 'middle',
      });
      return `${bar}\n${label}`;
    })
    .join('\n');
}
