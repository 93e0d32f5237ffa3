import type { Emotion } from '@poise/core';
import type { SessionSummary } from '@poise/session';
import {
  formatClock,
  formatDuration,
  formatInterval,
  formatPercent,
  formatSessionDate,
  formatSpan,
  type Span,
} from '../format.js';
import { shownFaceSeconds, whyNotEnough } from '../insights/evidence.js';
import { type Facts, SEGMENT_NAMES } from '../insights/facts.js';
import { othersView } from '../others-view.js';
import { lacksPictures, picturedSeconds, timesAway } from '../without-pictures.js';
import type { FormatWords } from '../words/formats.js';
import type { ReportWords } from '../words/report-words.js';
import { field, paragraph, section, table } from './layout.js';
import { baselineText, leftOutLines } from './quality.js';
import { questionItems } from './questions.js';
import { readableTimeline } from './timeline.js';

/** A share as percent, or a word when it is not known. */
export function percentOr(share: number | null, otherwise: string, formats: FormatWords): string {
  return share === null ? otherwise : formatPercent(share, formats);
}

function expression(emotion: Emotion | null, { labels, report }: ReportWords): string {
  return emotion === null ? report.dash : labels.expressions[emotion];
}

/** Section 1: what was recorded, and with what. */
export function informationSection(summary: SessionSummary, words: ReportWords): string {
  const { formats, report } = words;
  const texts = report.information;
  const { name, kind } = summary.source;
  const others = othersView(summary, words);
  const length = (seconds: number) => formatDuration(seconds, formats);
  const pictured = picturedSeconds(summary, { start: 0, end: summary.session_duration });
  return section(1, report.sections.information, [
    ...field(texts.session, summary.session_id),
    ...field(
      kind === 'recording' ? texts.dated : texts.recorded,
      formatSessionDate(summary, true, formats),
    ),
    ...field(texts.source, name ?? texts.sources[kind]),
    ...field(texts.length, length(summary.session_duration)),
    ...(pictured < summary.session_duration
      ? field(texts.noPictures, length(summary.session_duration - pictured))
      : []),
    ...field(texts.frames, texts.of(summary.frames_analyzed, summary.frames_total)),
    ...field(texts.inView, length(shownFaceSeconds(summary))),
    ...leftOutLines(summary, words),
    ...(others === null ? [] : field(others.name, others.value)),
    ...field(texts.baseline, baselineText(summary, words)),
    ...field(texts.model, summary.model.expression ?? report.notKnown),
    ...field(texts.detector, summary.model.face_detector ?? report.notKnown),
  ]);
}

/** Section 3: the average with its interval, and how the score was spread. */
export function confidenceSection(facts: Facts, words: ReportWords): string {
  const { summary, average, tensions, smiles } = facts;
  const { formats, labels, report } = words;
  const { notKnown } = report;
  const title = report.sections.confidence;
  if (average === null) {
    const why = whyNotEnough(summary, words.evidence);
    return section(3, title, paragraph(`${report.noScore} ${why}`));
  }
  const texts = report.confidence;
  const { confidence_level: level, confidence_interval: interval } = summary;
  const spread = summary.confidence_statistics;
  const strongest = tensions[0];
  const firstSmile = smiles[0];
  const percent = (share: number | undefined) => percentOr(share ?? null, notKnown, formats);
  return section(
    3,
    title,
    [
      ...field(texts.average, formatPercent(average, formats)),
      ...field(texts.level, level === null ? notKnown : labels.levels[level]),
      ...field(
        texts.interval,
        interval === null ? notKnown : texts.between(...formatInterval(interval, formats)),
      ),
      ...field(texts.minimum, percent(spread?.minimum)),
      ...field(texts.maximum, percent(spread?.maximum)),
      ...field(texts.median, percent(spread?.median)),
      ...field(
        texts.deviation,
        spread === null ? notKnown : formats.points(Math.round(spread.standard_deviation * 100)),
      ),
    ],
    [
      ...field(texts.moments, String(tensions.length)),
      ...(strongest === undefined ? [] : field(`  ${texts.when}`, formatSpan(strongest))),
      ...field(texts.smiles, String(smiles.length)),
      ...(firstSmile === undefined ? [] : field(`  ${texts.firstSmile}`, formatSpan(firstSmile))),
    ],
    paragraph(texts.explain),
  );
}

/** Why a part of the session has no score. */
function withoutScore(
  { face_detection_rate: rate }: { readonly face_detection_rate: number },
  isUnknown: boolean,
  report: ReportWords['report'],
): string {
  if (rate > 0) return report.unclear;
  return isUnknown ? report.noPictures : report.noFace;
}

/** Section 4: the thirds, which differences between them are real, and the questions if any. */
export function segmentsSection(facts: Facts, words: ReportWords): string {
  const { formats, labels, report } = words;
  const title = report.sections.segments;
  const { headings, changes, steps, explain } = report.segments;
  if (facts.average === null) return section(4, title, paragraph(report.noScore));
  const rows = SEGMENT_NAMES.map((name) => {
    const part = facts.summary.segment_analysis[name];
    const interval = part.confidence_interval;
    const isUnknown = lacksPictures(facts.summary, part);
    return [
      labels.segments[name],
      formatSpan(part),
      percentOr(part.avg_confidence, withoutScore(part, isUnknown, report), formats),
      interval === null ? report.dash : formats.range(...formatInterval(interval, formats)),
      expression(part.dominant_emotion, words),
      isUnknown ? report.dash : formatPercent(part.face_detection_rate, formats),
    ];
  });
  const compared = (['beginningToMiddle', 'middleToEnd', 'beginningToEnd'] as const).flatMap(
    (step) => field(steps[step], changes[facts[step]]),
  );
  return section(
    4,
    title,
    table(headings, rows),
    compared,
    paragraph(explain),
    ...questionItems(facts.summary, words),
  );
}

/** Stretches of a kind that are listed; the rest is counted. */
const LISTED_SPANS = 10;

/** The first of some stretches, and how many more there are; empty without any. */
function spanList(spans: readonly Span[], more: (count: number) => string): string {
  const listed = spans.slice(0, LISTED_SPANS).map(formatSpan);
  const left = spans.length - listed.length;
  return [...listed, ...(left > 0 ? [more(left)] : [])].join(', ');
}

/** Section 5: the session in rows of ten seconds, or longer ones when it is long. */
export function timelineSection(facts: Facts, words: ReportWords): string {
  const { summary, average } = facts;
  const { formats, report } = words;
  const texts = report.timeline;
  const title = report.sections.timeline;
  const { rows, joined, rowSeconds } = readableTimeline(summary);
  if (rows.length === 0) return section(5, title, paragraph(texts.empty));
  const cells = rows.map((row) => {
    const time = formats.range(formatClock(row.start), formatClock(row.end));
    const rate = row.face_detection_rate;
    const isUnknown = lacksPictures(summary, row);
    if (average === null) {
      // Without a score: how long the face was seen in the row.
      const seen = formatDuration(picturedSeconds(summary, row) * rate, formats);
      return [time, rate > 0 ? seen : withoutScore(row, isUnknown, report)];
    }
    return [
      time,
      percentOr(row.avg_confidence, withoutScore(row, isUnknown, report), formats),
      expression(row.dominant_emotion, words),
      isUnknown ? report.dash : formatPercent(rate, formats),
    ];
  });
  const { without_pictures: gaps } = summary;
  const absences = timesAway(summary);
  return section(
    5,
    title,
    paragraph(
      rowSeconds === null
        ? texts.one
        : (joined === 1 ? texts.rows : texts.joined)(formatDuration(rowSeconds, formats)),
    ),
    table(average === null ? texts.headingsWithoutScore : texts.headings, cells),
    absences.length === 0 ? [] : field(texts.absences, spanList(absences, texts.more)),
    gaps.length === 0 ? [] : field(texts.noPictures, spanList(gaps, texts.more)),
  );
}
