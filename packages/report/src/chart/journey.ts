import type { SessionSummary } from '@poise/session';
import { ENGLISH } from '../english/english.js';
import { element } from '../svg/element.js';
import type { ReportTheme } from '../theme.js';
import type { ReportWords } from '../words/report-words.js';
import { type ChartSize, timeLabels } from './frame.js';
import {
  absenceBands,
  definitions,
  grid,
  journeyPaths,
  type Plot,
  segmentLabels,
  tensionBands,
} from './journey-layers.js';
import { journeyLayout } from './journey-layout.js';
import { drawMark } from './marks.js';
import { presenceChart } from './presence.js';
import { drawQuestions } from './question-labels.js';

/**
 * The journey chart as an SVG fragment: the score over time from orange to green, the averages of
 * the three segments, where questions begin, tension moments and smiles, stretches without a face, and the time.
 * Without enough evidence for a score it shows when the face was in view, and no number of a score.
 * `journeyGeometry` says where its parts lie.
 *
 * @param summary - a valid summary.
 * @param size - the size in pixels.
 * @param theme - the colours.
 * @param words - the language; English when not given.
 */
export function journeyChart(
  summary: SessionSummary,
  size: ChartSize,
  theme: ReportTheme,
  words: ReportWords = ENGLISH,
): string {
  if (!summary.evidence.sufficient) return presenceChart(summary, size, theme);
  const plot: Plot = { ...journeyLayout(summary, size, words), summary, theme, words };
  const { span, x, fontSize, questions, questionsTop, marks } = plot;
  return element(
    'g',
    { 'font-family': theme.fontFamily },
    definitions(plot),
    grid(plot),
    tensionBands(plot),
    segmentLabels(plot),
    absenceBands(plot),
    journeyPaths(plot),
    drawQuestions(questions, questionsTop, fontSize, theme),
    ...marks.map((mark) => drawMark(mark, theme)),
    timeLabels(span, x, size.height - fontSize * 0.3, size.width, fontSize, theme),
  );
}
