import type { SessionSummary } from '@poise/session';
import { formatPercent, type Span } from '../format.js';
import { textWidth } from '../svg/text.js';
import type { ReportWords } from '../words/report-words.js';
import { scoreScale } from './axes.js';
import { type ChartSize, DEFAULT_FONT_SIZE, type Scale, timeScale } from './frame.js';
import { layMarks, type MomentMark } from './marks.js';
import { layQuestions, type QuestionLabel } from './question-labels.js';
import { chartSpan, type JourneyPoint, journeyRuns } from './series.js';

/** Where the parts of the journey chart lie, in pixels. */
export interface JourneyLayout {
  readonly fontSize: number;
  /** The stretch of the session that is shown. */
  readonly span: Span;
  /** The points of the line, one run between two absences. */
  readonly runs: readonly (readonly JourneyPoint[])[];
  readonly x: Scale;
  readonly y: Scale;
  /** The plot's edges. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The numbers of the questions, right under the plot; none where they would crowd. */
  readonly questions: readonly QuestionLabel[];
  /** The upper edge of the row of questions. */
  readonly questionsTop: number;
  /** The marks of smiles and tension moments, row by row. */
  readonly marks: readonly MomentMark[];
}

/** Lays out the journey chart of a session with a score. */
export function journeyLayout(
  summary: SessionSummary,
  size: ChartSize,
  words: ReportWords,
): JourneyLayout {
  const fontSize = size.fontSize ?? DEFAULT_FONT_SIZE;
  const span = chartSpan(summary);
  const runs = journeyRuns(summary);
  const rows = (['smile', 'tension'] as const)
    .map((kind) =>
      summary.moments
        .filter((moment) => moment.kind === kind)
        .sort((a, b) => a.peak_time - b.peak_time),
    )
    .filter((row) => row.length > 0);
  const left = textWidth(formatPercent(1, words.formats), fontSize) + fontSize * 0.6;
  const right = size.width - fontSize * 0.4;
  const top = fontSize * 3.6;
  const markSize = fontSize * 1.2;
  const rowHeight = markSize * 1.3;
  const x = timeScale(span, left, right);
  const questions = layQuestions(summary.questions, x, right, fontSize, words);
  const questionHeight = questions.length > 0 ? fontSize * 1.5 : 0;
  const marksTop = size.height - fontSize * 1.7 - rows.length * rowHeight;
  const bottom = marksTop - questionHeight - fontSize * 0.3;
  const lowest = Math.min(1, ...runs.flat().map((point) => point.score));
  const marks = rows.flatMap((moments, i) =>
    layMarks(moments, x, marksTop + (i + 0.5) * rowHeight, markSize),
  );
  return {
    fontSize,
    span,
    runs,
    x,
    y: scoreScale(lowest, top, bottom),
    left,
    right,
    top,
    bottom,
    questions,
    questionsTop: bottom + fontSize * 0.15,
    marks,
  };
}
