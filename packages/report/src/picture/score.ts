import type { SessionSummary } from '@poise/session';
import { rampColors } from '../chart/ramp.js';
import { formatInterval, wholePercent } from '../format.js';
import { THRESHOLDS } from '../insights/thresholds.js';
import { element } from '../svg/element.js';
import type { FontWeight } from '../svg/inter-advances.js';
import { type Block, textBlock, textLine, textWidth } from '../svg/text.js';
import { type ReportTheme, SPACE, TYPE } from '../theme.js';
import type { ReportWords } from '../words/report-words.js';
import { stack } from './stack.js';

/** Digits of Inter are this tall, in em. */
const DIGIT_HEIGHT = 0.73;
/** Thickness of the scale under the score, and of the interval on it, in pixels. */
const SCALE_HEIGHT = 14;
const INTERVAL_HEIGHT = 30;

/** The large space at the top: the score with its level and interval, or why there is none. */
export function scoreBlock(
  summary: SessionSummary,
  width: number,
  theme: ReportTheme,
  words: ReportWords,
): Block {
  const { average_confidence: average, confidence_level: level } = summary;
  if (!summary.evidence.sufficient || average === null) return noScoreBlock(width, theme, words);
  const digits = String(wholePercent(average));
  const digitsWidth = textWidth(digits, TYPE.score, 700);
  const height = TYPE.score * DIGIT_HEIGHT;
  const percentSize = TYPE.score * 0.45;
  const percentLeft = digitsWidth + SPACE.xs / 2;
  const right = percentLeft + textWidth('%', percentSize, 600) + SPACE.m;
  const room = width - right;
  const levelText = level === null ? '' : words.labels.levels[level];
  const range = intervalText(summary, words);
  const score = [
    textLine(digits, -TYPE.score * 0.03, height, {
      size: TYPE.score,
      weight: 700,
      fill: theme.ink,
    }),
    textLine('%', percentLeft, height, { size: percentSize, weight: 600, fill: theme.ink }),
    textLine(levelText, right, height - TYPE.body * 1.55, {
      size: fitted(levelText, room, TYPE.level, 600),
      weight: 600,
      fill: average >= THRESHOLDS.confident ? theme.accent : theme.ink,
    }),
    textLine(range, right, height, {
      size: fitted(range, room, TYPE.body * 0.9, 400),
      fill: theme.muted,
    }),
  ].join('\n');
  return stack(
    {
      gap: 0,
      block: textBlock(words.picture.score, width, { size: TYPE.body, fill: theme.muted }),
    },
    { gap: SPACE.m, block: { svg: score, height } },
    { gap: SPACE.m, block: scaleBlock(summary, average, width, theme) },
  );
}

/** The font size, or a smaller one at which the text fits. */
function fitted(text: string, room: number, size: number, weight: FontWeight): number {
  return Math.min(size, (size * room) / Math.max(1, textWidth(text, size, weight)));
}

function intervalText(
  { confidence_interval: interval }: SessionSummary,
  { formats, picture }: ReportWords,
): string {
  if (interval === null) return picture.noInterval;
  return picture.interval(...formatInterval(interval, formats));
}

/** A line from 0 to 100 % with the interval on it and the score as a point. */
function scaleBlock(
  { confidence_interval: interval, session_id }: SessionSummary,
  average: number,
  width: number,
  theme: ReportTheme,
): Block {
  const middle = INTERVAL_HEIGHT / 2;
  const id = `poise-${session_id}-scale`;
  const stops = rampColors(theme).map(({ score, color }) =>
    element('stop', { offset: score, 'stop-color': color }),
  );
  const gradient = element('linearGradient', { id }, ...stops);
  const track = element('rect', {
    y: middle - SCALE_HEIGHT / 2,
    width,
    height: SCALE_HEIGHT,
    rx: SCALE_HEIGHT / 2,
    fill: `url(#${id})`,
    'fill-opacity': 0.28,
  });
  const lower = (interval?.lower ?? average) * width;
  const upper = (interval?.upper ?? average) * width;
  const bar = element('rect', {
    x: Math.min(lower, average * width - middle),
    y: 0,
    width: Math.max(upper - lower, INTERVAL_HEIGHT),
    height: INTERVAL_HEIGHT,
    rx: middle,
    fill: theme.ink,
  });
  const point = element('circle', {
    cx: average * width,
    cy: middle,
    r: middle * 0.45,
    fill: theme.background,
  });
  const svg = [element('defs', {}, gradient), track, bar, point].join('\n');
  return { svg, height: INTERVAL_HEIGHT };
}

function noScoreBlock(width: number, theme: ReportTheme, words: ReportWords): Block {
  return textBlock(words.picture.noScore, width, {
    size: TYPE.headline * 1.45,
    weight: 700,
    fill: theme.ink,
  });
}
