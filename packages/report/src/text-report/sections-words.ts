import type { SessionSummary } from '@poise/session';
import {
  formatInterval,
  formatPercent,
  formatPoints,
  formatSessionDate,
  formatSpan,
} from '../format.js';
import type { Facts } from '../insights/facts.js';
import { compareWithHistory } from '../insights/history.js';
import type { Insight, Insights } from '../insights/insights.js';
import {
  compareToReference,
  REFERENCE_VALUES,
  type ReferenceValue,
} from '../insights/reference.js';
import { REPORT_TEXT } from '../text/sections.js';
import { STATEMENTS } from '../text/words.js';
import { field, item, paragraph, section, table } from './layout.js';
import { percentOr } from './sections-facts.js';

/** Section 2: the headline and the one thing to work on next. */
export function summarySection({ headline, action }: Insights, facts: Facts): string {
  const { confidence_interval: interval, confidence_level: level } = facts.summary;
  const { between } = REPORT_TEXT.confidence;
  const score =
    facts.average === null
      ? []
      : paragraph(
          [
            `${REPORT_TEXT.scoreCard.confidence}: ${formatPercent(facts.average)}`,
            ...(interval === null ? [] : [between(...formatInterval(interval))]),
            ...(level === null ? [] : [`${REPORT_TEXT.confidence.level.toLowerCase()} ${level}`]),
          ].join(', '),
        );
  return section(
    2,
    REPORT_TEXT.sections.summary,
    [headline.title],
    score,
    paragraph(headline.sentence),
    paragraph(`${REPORT_TEXT.nextStep}: ${action.title}. ${action.text}`),
  );
}

/** Stretches of evidence that are listed under an insight. */
const LISTED_EVIDENCE = 3;

function insightItems(insights: readonly Insight<string>[]): string[][] {
  return insights.map(({ title, text, evidence }, i) => {
    const others = evidence.slice(0, LISTED_EVIDENCE).map(formatSpan).join(', ');
    const seen = evidence.length > 1 ? ` ${REPORT_TEXT.evidence}: ${others}.` : '';
    return item(i + 1, title, `${text}${seen}`);
  });
}

/** Section 6: what to work on, the most important first. */
export function improvementsSection({ improvements }: Insights): string {
  return section(6, REPORT_TEXT.sections.improvements, ...insightItems(improvements));
}

/** Section 7: what went well. */
export function strengthsSection({ strengths }: Insights, facts: Facts): string {
  const none = facts.average === null ? REPORT_TEXT.noStrengths : REPORT_TEXT.quietStrengths;
  const items = strengths.length === 0 ? [paragraph(none)] : insightItems(strengths);
  return section(7, REPORT_TEXT.sections.strengths, ...items);
}

/** Section 8: against the documented values and the person's own past, never other people. */
export function benchmarkSection(facts: Facts, history: readonly SessionSummary[]): string {
  const words = REPORT_TEXT.benchmark;
  const { face_detection_rate, confidence_statistics } = facts.summary;
  const measured: Readonly<Record<ReferenceValue['code'], number | null>> = {
    resting_face: facts.average,
    confident_level: facts.average,
    clear_smile: confidence_statistics?.maximum ?? null,
    face_in_view: face_detection_rate,
  };
  const averages: ReadonlySet<string> = new Set(['resting_face', 'confident_level']);
  const rows = REFERENCE_VALUES.flatMap((reference) => {
    const value = measured[reference.code];
    if (value === null || facts.average === null) return [];
    const { code, lower, upper } = reference;
    const interval = averages.has(code) ? facts.summary.confidence_interval : null;
    return [
      [
        words.references[code],
        upper === 1
          ? words.from(formatPercent(lower))
          : words.range(formatPercent(lower), formatPercent(upper)),
        formatPercent(value),
        words.results[compareToReference(value, interval, reference)],
      ],
    ];
  });
  return section(
    8,
    REPORT_TEXT.sections.benchmark,
    paragraph(words.intro),
    rows.length === 0 ? paragraph(words.cannot) : table(words.headings, rows),
    ...historyParts(facts, history),
  );
}

/** Past sessions that are listed: the latest ones. */
const LISTED_SESSIONS = 10;

function historyParts(facts: Facts, history: readonly SessionSummary[]): string[][] {
  const words = REPORT_TEXT.benchmark;
  // Without a score of this session no score of another is shown beside it.
  if (facts.average === null) return [];
  const own = compareWithHistory(facts.summary, history);
  if (own.pastAverage === null || own.difference === null) {
    return [paragraph(own.withoutScore > 0 ? words.noScoredHistory : words.noHistory)];
  }
  const latest = own.past.slice(-LISTED_SESSIONS);
  const points = formatPoints(Math.abs(own.difference)).replace('+', '');
  const change = own.clear ? (own.difference > 0 ? words.higher : words.lower) : words.same;
  return [
    table(
      words.pastHeadings,
      latest.map(({ summary, average }) => [
        formatSessionDate(summary),
        formatPercent(average),
        summary.confidence_level ?? REPORT_TEXT.notKnown,
      ]),
    ),
    paragraph(
      [
        words.average(own.past.length, formatPercent(own.pastAverage)),
        change(points),
        ...(own.past.length > latest.length ? [words.pastMore(latest.length)] : []),
        ...(own.withoutScore > 0 ? [words.withoutScore(own.withoutScore)] : []),
      ].join(' '),
    ),
  ];
}

/** Section 9: all scores at a glance. */
export function scoreCardSection({ headline }: Insights, facts: Facts): string {
  const words = REPORT_TEXT.scoreCard;
  const { summary, average } = facts;
  const title = REPORT_TEXT.sections.scoreCard;
  if (average === null) {
    return section(9, title, [...field(words.confidence, REPORT_TEXT.noScoreShort)]);
  }
  const level = summary.confidence_level === null ? '' : ` (${summary.confidence_level})`;
  const measured = (share: number | null) => percentOr(share, REPORT_TEXT.notMeasured);
  return section(
    9,
    title,
    [
      ...field(words.confidence, `${formatPercent(average)}${level}`),
      ...field(words.engagement, measured(summary.engagement_score)),
      ...field(words.expressiveness, measured(summary.expressiveness)),
      ...field(words.stability, measured(summary.face_stability)),
      ...field(words.detection, formatPercent(summary.face_detection_rate)),
      ...field(words.tension, String(facts.tensions.length)),
      ...field(words.headline, headline.title),
    ],
    paragraph(words.explain),
  );
}

/** Section 10: what the report cannot know, and what it is for. */
export function limitsSection(): string {
  return section(
    10,
    REPORT_TEXT.sections.limits,
    ...REPORT_TEXT.limits.map(paragraph),
    paragraph(STATEMENTS.selfPractice),
  );
}
