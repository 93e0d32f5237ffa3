import type { SessionSummary } from '@poise/session';
import { formatInterval, formatPercent, formatSpan } from '../format.js';
import { lacksPictures } from '../without-pictures.js';
import type { ReportWords } from '../words/report-words.js';
import { item } from './layout.js';

/** The questions one by one: when, how the person came across, or why there is no number. */
export function questionItems(summary: SessionSummary, words: ReportWords): string[][] {
  const { questions } = summary;
  if (questions.length === 0) return [];
  const items = questions.map((question, i) =>
    item(i + 1, question.prompt, questionLine(question, summary, words)),
  );
  return [[words.report.questions.title], ...items];
}

function questionLine(
  question: SessionSummary['questions'][number],
  summary: SessionSummary,
  { formats, labels, report }: ReportWords,
): string {
  const texts = report.questions;
  const { avg_confidence: average, confidence_interval: interval } = question;
  const time = formatSpan(question);
  const rate = question.face_detection_rate;
  if (lacksPictures(summary, question)) return texts.noPictures(time);
  if (average === null) return rate === 0 ? texts.unseen(time) : texts.tooLittle(time);
  const parts = [
    formatPercent(average, formats),
    interval === null
      ? texts.noInterval
      : report.confidence.between(...formatInterval(interval, formats)),
    ...(question.dominant_emotion === null
      ? []
      : [texts.shown(labels.expressions[question.dominant_emotion])]),
    texts.inView(formatPercent(rate, formats)),
  ];
  return `${time}: ${parts.join(', ')}`;
}
