import type { SessionSummary } from '@poise/session';
import { formatInterval, formatPercent, formatSessionDate, formatSpan } from '../format.js';
import type { Facts } from '../insights/facts.js';
import { compareWithHistory, type OwnHistory } from '../insights/history.js';
import type { Insight, Insights } from '../insights/insights.js';
import { statedExpressiveness } from '../insights/presence.js';
import {
  compareToReference,
  REFERENCE_VALUES,
  type ReferenceValue,
} from '../insights/reference.js';
import type { ReportWords } from '../words/report-words.js';
import { field, item, paragraph, section, table } from './layout.js';
import { percentOr } from './sections-facts.js';

/** Section 2: the headline and the one thing to work on next. */
export function summarySection(
  { headline, action }: Insights,
  facts: Facts,
  { formats, labels, report }: ReportWords,
): string {
  const { confidence_interval: interval, confidence_level: level } = facts.summary;
  const { between, atLevel } = report.confidence;
  const score =
    facts.average === null
      ? []
      : paragraph(
          [
            `${report.scoreCard.confidence}: ${formatPercent(facts.average, formats)}`,
            ...(interval === null ? [] : [between(...formatInterval(interval, formats))]),
            ...(level === null ? [] : [atLevel(labels.levels[level])]),
          ].join(', '),
        );
  return section(
    2,
    report.sections.summary,
    [headline.title],
    score,
    paragraph(headline.sentence),
    paragraph(`${report.nextStep}: ${action.title}. ${action.text}`),
  );
}

/** Stretches of evidence that are listed under an insight. */
const LISTED_EVIDENCE = 3;

function insightItems(insights: readonly Insight<string>[], { report }: ReportWords): string[][] {
  return insights.map(({ title, text, evidence }, i) => {
    const others = evidence.slice(0, LISTED_EVIDENCE).map(formatSpan).join(', ');
    const seen = evidence.length > 1 ? ` ${report.evidence}: ${others}.` : '';
    return item(i + 1, title, `${text}${seen}`);
  });
}

/** Section 7: what to work on, the most important first. */
export function improvementsSection({ improvements }: Insights, words: ReportWords): string {
  return section(7, words.report.sections.improvements, ...insightItems(improvements, words));
}

/** Section 8: what went well. */
export function strengthsSection(
  { strengths }: Insights,
  facts: Facts,
  words: ReportWords,
): string {
  const { noStrengths, quietStrengths, sections } = words.report;
  const none = facts.average === null ? noStrengths : quietStrengths;
  const items = strengths.length === 0 ? [paragraph(none)] : insightItems(strengths, words);
  return section(8, sections.strengths, ...items);
}

/** Section 9: against the documented values and the person's own past, never other people. */
export function benchmarkSection(
  facts: Facts,
  history: readonly SessionSummary[],
  words: ReportWords,
): string {
  const { formats, report } = words;
  const texts = report.benchmark;
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
        texts.references[code],
        upper === 1
          ? texts.from(formatPercent(lower, formats))
          : formats.range(formatPercent(lower, formats), formatPercent(upper, formats)),
        formatPercent(value, formats),
        texts.results[compareToReference(value, interval, reference)],
      ],
    ];
  });
  return section(
    9,
    report.sections.benchmark,
    paragraph(texts.intro),
    rows.length === 0 ? paragraph(texts.cannot) : table(texts.headings, rows),
    ...historyParts(facts, history, words),
  );
}

/** Past sessions that are listed: the latest ones. */
const LISTED_SESSIONS = 10;

/** Why no trend is shown. */
function withoutTrend(
  { withoutScore, notEarlier }: OwnHistory,
  texts: ReportWords['report']['benchmark'],
): string {
  if (withoutScore > 0) return texts.noScoredHistory;
  return notEarlier > 0 ? texts.notEarlier(notEarlier) : texts.noHistory;
}

function historyParts(
  facts: Facts,
  history: readonly SessionSummary[],
  { formats, labels, report }: ReportWords,
): string[][] {
  const texts = report.benchmark;
  // Without a score of this session no score of another is shown beside it.
  if (facts.average === null) return [];
  const own = compareWithHistory(facts.summary, history);
  if (own.pastAverage === null || own.difference === null) {
    return [paragraph(withoutTrend(own, texts))];
  }
  const latest = own.past.slice(-LISTED_SESSIONS);
  const points = formats.points(Math.round(Math.abs(own.difference) * 100));
  const change = own.clear ? (own.difference > 0 ? texts.higher : texts.lower) : texts.same;
  return [
    table(
      texts.pastHeadings,
      latest.map(({ summary, average }) => [
        formatSessionDate(summary, true, formats),
        formatPercent(average, formats),
        summary.confidence_level === null
          ? report.notKnown
          : labels.levels[summary.confidence_level],
      ]),
    ),
    paragraph(
      [
        texts.average(own.past.length, formatPercent(own.pastAverage, formats)),
        change(points),
        ...(own.past.length > latest.length ? [texts.pastMore(latest.length)] : []),
        ...(own.withoutScore > 0 ? [texts.withoutScore(own.withoutScore)] : []),
      ].join(' '),
    ),
  ];
}

/** Section 10: all scores at a glance. */
export function scoreCardSection(
  { headline }: Insights,
  facts: Facts,
  { formats, labels, report }: ReportWords,
): string {
  const texts = report.scoreCard;
  const { summary, average } = facts;
  const title = report.sections.scoreCard;
  if (average === null) {
    return section(10, title, [...field(texts.confidence, report.noScoreShort)]);
  }
  const { confidence_level: name } = summary;
  const level = name === null ? '' : ` (${labels.levels[name]})`;
  const measured = (share: number | null) => percentOr(share, report.notMeasured, formats);
  return section(
    10,
    title,
    [
      ...field(texts.confidence, `${formatPercent(average, formats)}${level}`),
      ...field(texts.engagement, measured(summary.engagement_score)),
      ...field(texts.expressiveness, measured(statedExpressiveness(summary))),
      ...field(texts.stability, measured(summary.face_stability)),
      ...field(texts.detection, formatPercent(summary.face_detection_rate, formats)),
      ...field(texts.tension, String(facts.tensions.length)),
      ...field(texts.headline, headline.title),
    ],
    paragraph(texts.explain),
  );
}

/** Section 11: what the report cannot know, and what it is for. */
export function limitsSection({ report, statements }: ReportWords): string {
  return section(
    11,
    report.sections.limits,
    ...report.limits.map(paragraph),
    paragraph(statements.selfPractice),
  );
}
