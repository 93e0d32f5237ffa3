import type { SessionSummary } from '@poise/session';
import {
  formatClock,
  formatDuration,
  formatInterval,
  formatPercent,
  formatPoints,
  formatSessionDate,
  formatSpan,
} from '../format.js';
import { type Facts, SEGMENT_NAMES } from '../insights/facts.js';
import { shownFaceSeconds, whyNotEnough } from '../text/evidence.js';
import { REPORT_TEXT } from '../text/sections.js';
import { EXPRESSION_LABELS, SEGMENT_LABELS } from '../text/words.js';
import { field, paragraph, section, table } from './layout.js';
import { readableTimeline } from './timeline.js';

const { dash } = REPORT_TEXT;

/** A share as percent, or a word when it is not known. */
export function percentOr(share: number | null, otherwise: string): string {
  return share === null ? otherwise : formatPercent(share);
}

function expression(emotion: keyof typeof EXPRESSION_LABELS | null): string {
  return emotion === null ? dash : EXPRESSION_LABELS[emotion];
}

/** Section 1: what was recorded, and with what. */
export function informationSection(summary: SessionSummary): string {
  const words = REPORT_TEXT.information;
  const { name, kind } = summary.source;
  const baseline = summary.baseline.applied
    ? words.baselineUsed(formatDuration(summary.baseline.seconds))
    : words.baselineNone;
  return section(1, REPORT_TEXT.sections.information, [
    ...field(words.session, summary.session_id),
    ...field(words.recorded, formatSessionDate(summary)),
    ...field(words.source, name ?? words.sources[kind]),
    ...field(words.length, formatDuration(summary.session_duration)),
    ...field(words.frames, words.of(summary.frames_analyzed, summary.frames_total)),
    ...field(words.inView, formatDuration(shownFaceSeconds(summary))),
    ...field(words.baseline, baseline),
    ...field(words.model, summary.model.expression ?? REPORT_TEXT.notKnown),
    ...field(words.detector, summary.model.face_detector ?? REPORT_TEXT.notKnown),
  ]);
}

/** Section 3: the average with its interval, and how the score was spread. */
export function confidenceSection(facts: Facts): string {
  const { summary, average, tensions, smiles } = facts;
  const title = REPORT_TEXT.sections.confidence;
  if (average === null) {
    return section(3, title, paragraph(`${REPORT_TEXT.noScore} ${whyNotEnough(summary)}`));
  }
  const words = REPORT_TEXT.confidence;
  const interval = summary.confidence_interval;
  const spread = summary.confidence_statistics;
  const strongest = tensions[0];
  const firstSmile = smiles[0];
  return section(
    3,
    title,
    [
      ...field(words.average, formatPercent(average)),
      ...field(words.level, summary.confidence_level ?? REPORT_TEXT.notKnown),
      ...field(
        words.interval,
        interval === null ? REPORT_TEXT.notKnown : words.between(...formatInterval(interval)),
      ),
      ...field(words.minimum, percentOr(spread?.minimum ?? null, REPORT_TEXT.notKnown)),
      ...field(words.maximum, percentOr(spread?.maximum ?? null, REPORT_TEXT.notKnown)),
      ...field(words.median, percentOr(spread?.median ?? null, REPORT_TEXT.notKnown)),
      ...field(
        words.deviation,
        spread === null
          ? REPORT_TEXT.notKnown
          : formatPoints(spread.standard_deviation).replace('+', ''),
      ),
    ],
    [
      ...field(words.moments, String(tensions.length)),
      ...(strongest === undefined ? [] : field(`  ${words.when}`, formatSpan(strongest))),
      ...field(words.smiles, String(smiles.length)),
      ...(firstSmile === undefined ? [] : field(`  ${words.firstSmile}`, formatSpan(firstSmile))),
    ],
    paragraph(words.explain),
  );
}

/** Section 4: the thirds, and which differences between them are real. */
export function segmentsSection(facts: Facts): string {
  const title = REPORT_TEXT.sections.segments;
  const { headings, changes, steps, explain } = REPORT_TEXT.segments;
  if (facts.average === null) return section(4, title, paragraph(REPORT_TEXT.noScore));
  const rows = SEGMENT_NAMES.map((name) => {
    const part = facts.summary.segment_analysis[name];
    const interval = part.confidence_interval;
    return [
      SEGMENT_LABELS[name],
      formatSpan(part),
      percentOr(part.avg_confidence, REPORT_TEXT.noFace),
      interval === null ? dash : REPORT_TEXT.benchmark.range(...formatInterval(interval)),
      expression(part.dominant_emotion),
      formatPercent(part.face_detection_rate),
    ];
  });
  const compared = (['beginningToMiddle', 'middleToEnd', 'beginningToEnd'] as const).flatMap(
    (step) => field(steps[step], changes[facts[step]]),
  );
  return section(4, title, table(headings, rows), compared, paragraph(explain));
}

/** Absences that are listed; the rest is counted. */
const LISTED_ABSENCES = 10;

/** Section 5: the session in rows of ten seconds, or longer ones when it is long. */
export function timelineSection(facts: Facts): string {
  const { summary, average } = facts;
  const words = REPORT_TEXT.timeline;
  const title = REPORT_TEXT.sections.timeline;
  const { rows, joined, rowSeconds } = readableTimeline(summary.timeline);
  if (rows.length === 0) return section(5, title, paragraph(words.empty));
  const cells = rows.map((row) => {
    const time = `${formatClock(row.start)} to ${formatClock(row.end)}`;
    const inView = formatPercent(row.face_detection_rate);
    if (average === null)
      return [time, row.face_detection_rate > 0 ? seenFor(row) : REPORT_TEXT.noFace];
    return [
      time,
      percentOr(row.avg_confidence, REPORT_TEXT.noFace),
      expression(row.dominant_emotion),
      inView,
    ];
  });
  const { absences } = summary;
  const listed = absences.slice(0, LISTED_ABSENCES).map(formatSpan);
  const more = absences.length - listed.length;
  return section(
    5,
    title,
    paragraph(
      rowSeconds === null
        ? words.one
        : (joined === 1 ? words.rows : words.joined)(formatDuration(rowSeconds)),
    ),
    table(average === null ? words.headingsWithoutScore : words.headings, cells),
    absences.length === 0
      ? []
      : field(words.absences, [...listed, ...(more > 0 ? [words.more(more)] : [])].join(', ')),
  );
}

/** How long the face was seen in a row, for a session without a score. */
function seenFor(row: { start: number; end: number; face_detection_rate: number }): string {
  return formatDuration((row.end - row.start) * row.face_detection_rate);
}
