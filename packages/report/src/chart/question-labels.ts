import type { SessionSummary } from '@poise/session';
import { element } from '../svg/element.js';
import { textLine, textWidth } from '../svg/text.js';
import type { ReportTheme } from '../theme.js';
import type { ReportWords } from '../words/report-words.js';
import type { Scale } from './frame.js';

/** The label of a question, at the place where the question begins. */
export interface QuestionLabel {
  readonly text: string;
  /** Where the question begins, in pixels. */
  readonly x: number;
}

/** Room between a question's tick and its label, and behind the label, in em. */
const TICK_GAP = 0.25;
const LABEL_GAP = 0.5;

/** The labels of the questions, or none where they would crowd. */
export function layQuestions(
  questions: SessionSummary['questions'],
  x: Scale,
  right: number,
  fontSize: number,
  { picture }: ReportWords,
): QuestionLabel[] {
  const labels = questions.map(({ start }, i) => ({ text: picture.question(i + 1), x: x(start) }));
  const fit = labels.every(({ text, x: left }, i) => {
    const end = left + textWidth(text, fontSize) + fontSize * (TICK_GAP + LABEL_GAP);
    return end <= (labels[i + 1]?.x ?? right);
  });
  return fit ? labels : [];
}

/** Draws the labels in a row under the plot, each beside a tick. */
export function drawQuestions(
  labels: readonly QuestionLabel[],
  top: number,
  fontSize: number,
  theme: ReportTheme,
): string {
  return labels
    .map(({ text, x }) => {
      const tick = element('path', {
        d: `M${x.toFixed(1)} ${top.toFixed(1)} v${(fontSize * 1.2).toFixed(1)}`,
        stroke: theme.muted,
        'stroke-width': 2,
      });
      const style = { size: fontSize, fill: theme.muted };
      return `${tick}\n${textLine(text, x + fontSize * TICK_GAP, top + fontSize * 1.1, style)}`;
    })
    .join('\n');
}
