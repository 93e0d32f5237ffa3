import type { SessionSummary } from '@poise/session';
import { journeyChart } from '../chart/journey.js';
import { momentGlyph } from '../chart/marks.js';
import { formatDuration, formatPercent, formatSessionDate } from '../format.js';
import type { Insights } from '../insights/insights.js';
import { statedExpressiveness } from '../insights/presence.js';
import { element, translate } from '../svg/element.js';
import { type Block, textBlock, textLine, textWidth } from '../svg/text.js';
import { type ReportTheme, SPACE, TYPE } from '../theme.js';
import { timesAway } from '../without-pictures.js';
import type { ReportWords } from '../words/report-words.js';
import { stack } from './stack.js';

/** The top line: the product's name, and the session's date and length. */
export function headerBlock(
  summary: SessionSummary,
  width: number,
  theme: ReportTheme,
  words: ReportWords,
): Block {
  const date = formatSessionDate(summary, false, words.formats);
  const session = `${date} · ${formatDuration(summary.session_duration, words.formats)}`;
  const svg = [
    textLine(words.picture.product, 0, TYPE.title, {
      size: TYPE.title,
      weight: 700,
      fill: theme.accent,
    }),
    textLine(session, width, TYPE.title, { size: TYPE.caption, fill: theme.muted, anchor: 'end' }),
  ].join('\n');
  return { svg, height: TYPE.title * 1.2 };
}

/** The headline and the sentence under it. */
export function headlineBlock({ headline }: Insights, width: number, theme: ReportTheme): Block {
  const sentence = textBlock(headline.sentence, width, {
    size: TYPE.title,
    fill: theme.ink,
    balanced: true,
  });
  // Without a score the large space already holds this headline.
  if (headline.code === 'not_enough_evidence') return sentence;
  const title = textBlock(headline.title, width, {
    size: TYPE.headline,
    weight: 700,
    fill: theme.ink,
  });
  return stack({ gap: 0, block: title }, { gap: SPACE.s, block: sentence });
}

function sectionTitle(text: string, width: number, theme: ReportTheme): Block {
  return textBlock(text, width, { size: TYPE.title, weight: 600, fill: theme.ink });
}

/** Heights of the two charts in pixels. */
const JOURNEY_HEIGHT = 660;
const PRESENCE_HEIGHT = 150;

/** The journey chart with its legend, or, without a score, when the face was in view. */
export function journeyBlock(
  summary: SessionSummary,
  width: number,
  theme: ReportTheme,
  words: ReportWords,
): Block {
  const { sufficient } = summary.evidence;
  const height = sufficient ? JOURNEY_HEIGHT : PRESENCE_HEIGHT;
  const chart = {
    svg: journeyChart(summary, { width, height, fontSize: TYPE.caption }, theme, words),
    height,
  };
  const title = sufficient ? words.picture.journey : words.picture.presence;
  return stack(
    { gap: 0, block: sectionTitle(title, width, theme) },
    { gap: SPACE.s, block: chart },
    {
      gap: SPACE.s,
      block: sufficient
        ? legend(summary, width, theme, words)
        : presenceLegend(summary, theme, words),
    },
  );
}

interface LegendItem {
  readonly label: string;
  readonly glyph: (x: number, y: number) => string;
}

/** Diameter of a legend's mark in pixels. */
const GLYPH = 36;

function legend(
  summary: SessionSummary,
  width: number,
  theme: ReportTheme,
  { picture }: ReportWords,
): Block {
  const count = (kind: 'smile' | 'tension') =>
    summary.moments.filter((moment) => moment.kind === kind).length;
  const items = (['smile', 'tension'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => ({
      label: (kind === 'smile' ? picture.smiles : picture.tensions)(count(kind)),
      glyph: (x: number, y: number) => momentGlyph(kind, x, y, GLYPH, theme),
    }));
  if (items.length === 0) {
    return textBlock(picture.noMoments, width, { size: TYPE.caption, fill: theme.muted });
  }
  return legendRow(items, theme);
}

function presenceLegend(
  summary: SessionSummary,
  theme: ReportTheme,
  { picture, report }: ReportWords,
): Block {
  const isUnknown = summary.absences.length > 0 && timesAway(summary).length === 0;
  const seen = (x: number, y: number) =>
    element('circle', { cx: x, cy: y, r: GLYPH / 2, fill: theme.accent, 'fill-opacity': 0.75 });
  const unseen = (x: number, y: number) =>
    element('circle', {
      cx: x,
      cy: y,
      r: GLYPH / 2 - 2,
      fill: 'none',
      stroke: theme.absence,
      'stroke-width': 3,
      'stroke-dasharray': '6 5',
    });
  return legendRow(
    [
      { label: picture.seen, glyph: seen },
      { label: isUnknown ? report.noPictures : picture.unseen, glyph: unseen },
    ],
    theme,
  );
}

function legendRow(items: readonly LegendItem[], theme: ReportTheme): Block {
  let x = GLYPH / 2;
  const parts = items.flatMap(({ label, glyph }) => {
    const mark = glyph(x, GLYPH / 2);
    const left = x + GLYPH / 2 + SPACE.xs;
    x = left + textWidth(label, TYPE.caption) + SPACE.m + GLYPH / 2;
    const style = { size: TYPE.caption, fill: theme.ink };
    return [mark, textLine(label, left, GLYPH / 2 + TYPE.caption * 0.36, style)];
  });
  return { svg: parts.join('\n'), height: GLYPH };
}

/** The one thing to work on next, in a quiet box. */
export function actionBlock(
  { action }: Insights,
  width: number,
  theme: ReportTheme,
  words: ReportWords,
): Block {
  const inner = width - 2 * SPACE.m;
  const content = stack(
    {
      gap: SPACE.m,
      block: textBlock(words.picture.action, inner, {
        size: TYPE.caption,
        weight: 600,
        fill: theme.accent,
      }),
    },
    {
      gap: 0,
      block: textBlock(action.title, inner, {
        size: TYPE.level * 0.85,
        weight: 700,
        fill: theme.ink,
      }),
    },
    {
      gap: SPACE.xs,
      block: textBlock(action.text, inner, { size: TYPE.body, fill: theme.ink }),
    },
  );
  const height = content.height + SPACE.m;
  const box = element('rect', { width, height, rx: SPACE.m, fill: theme.surface });
  return { svg: `${box}\n${translate(SPACE.m, 0, content.svg)}`, height };
}

/** Thickness of a meter in pixels. */
const METER = 16;

/** The three quality meters side by side. */
export function metersBlock(
  summary: SessionSummary,
  width: number,
  theme: ReportTheme,
  words: ReportWords,
): Block {
  const { meters } = words.picture;
  const values: [string, number | null][] = [
    [meters.expressiveness, statedExpressiveness(summary)],
    [meters.detection, summary.face_detection_rate],
    [meters.stability, summary.face_stability],
  ];
  const column = (width - SPACE.m * 2) / 3;
  const height = TYPE.caption * 1.2 + SPACE.l + METER + SPACE.s;
  const parts = values.map(([label, value], i) =>
    translate(i * (column + SPACE.m), 0, meter(label, value, column, theme, words)),
  );
  return { svg: parts.join('\n'), height };
}

function meter(
  label: string,
  value: number | null,
  width: number,
  theme: ReportTheme,
  { formats, picture }: ReportWords,
): string {
  const y = TYPE.caption * 1.2 + SPACE.l;
  const track = { y: y + SPACE.s, height: METER, rx: METER / 2 };
  const filled = (value ?? 0) * width;
  return [
    textLine(label, 0, TYPE.caption, { size: TYPE.caption, fill: theme.muted }),
    value === null
      ? textLine(picture.notMeasured, 0, y, { size: TYPE.body, fill: theme.muted })
      : textLine(formatPercent(value, formats), 0, y, {
          size: TYPE.level * 0.85,
          weight: 600,
          fill: theme.ink,
        }),
    element('rect', { ...track, width, fill: theme.line }),
    filled >= METER / 2
      ? element('rect', { ...track, width: Math.max(METER, filled), fill: theme.accent })
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The limits in one line, and what the report is for. */
export function footerBlock(width: number, theme: ReportTheme, { statements }: ReportWords): Block {
  const style = { size: TYPE.caption, fill: theme.muted };
  const rule = element('rect', { width, height: 2, fill: theme.line });
  return stack(
    { gap: 0, block: { svg: rule, height: 2 } },
    { gap: SPACE.m, block: textBlock(statements.limits, width, style) },
    { gap: 0, block: textBlock(statements.selfPractice, width, style) },
  );
}
