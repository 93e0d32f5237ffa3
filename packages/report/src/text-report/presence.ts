import type {
  Finding,
  MissingReason,
  PresenceIndicator,
  PresenceSummary,
  SessionSummary,
} from '@poise/session';
import { formatInterval, formatPercent, formatSpan } from '../format.js';
import type { ReportWords } from '../words/report-words.js';
import { field, paragraph, section } from './layout.js';
import { eyeLines } from './quality.js';

type FigureName = keyof ReportWords['presence']['figures'];

/** The figures in the order of the report: what a viewer notices first comes first. */
const FIGURES = [
  'camera_facing',
  'face_visible',
  'face_centred',
  'head_nods',
  'head_shakes',
  'head_restlessness',
  'smile_placement',
  'smile_dynamics',
  'expressive_range',
] as const satisfies readonly FigureName[];

/** Stretches of one kind that are listed under a figure. */
const LISTED_SPANS = 2;

function decimal(value: number, { formats }: ReportWords, round = Math.round): string {
  return (round(value * 10) / 10).toFixed(1).replace('.', formats.decimalMark);
}

function valueText(name: FigureName, figure: PresenceIndicator, words: ReportWords): string {
  const { presence, formats } = words;
  const value = figure.value ?? 0;
  switch (figure.unit) {
    case 'share': {
      const share = formatPercent(value, formats);
      return name === 'expressive_range' ? share : presence.share(share);
    }
    case 'per_minute':
      return presence.perMinute(decimal(value, words));
    case 'degrees_per_second':
      return presence.degreesPerSecond(decimal(value, words));
    case 'seconds':
      return presence.seconds(decimal(value, words));
    case 'difference_of_shares':
      return '';
  }
}

function intervalText({ unit, interval }: PresenceIndicator, words: ReportWords): string {
  const { presence, formats } = words;
  // Where smiles were is told by its three shares.
  if (interval === null || unit === 'difference_of_shares') return '';
  const [lower, upper] =
    unit === 'share'
      ? formatInterval(interval, formats)
      : [decimal(interval.lower, words, Math.floor), decimal(interval.upper, words, Math.ceil)];
  return `, ${presence.between(lower, upper)}`;
}

function placementText(
  { shares, interval }: PresenceSummary['smile_placement'],
  words: ReportWords,
): string {
  if (shares === null || interval === null) return '';
  const percent = (share: number) => formatPercent(share, words.formats);
  const { placement, placementDifference } = words.presence;
  // A difference is told with its sign; rounded outwards, as every interval is.
  const points = (difference: number) =>
    `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${Math.abs(difference)}`;
  const lower = Math.floor(interval.lower * 100);
  const upper = Math.ceil(interval.upper * 100);
  const told = placement(percent(shares.start), percent(shares.middle), percent(shares.end));
  return `${told}; ${placementDifference(points(lower), points(upper))}`;
}

/** The kinds of evidence with their first stretches, for example "looking away: 0:12–0:15, 0:40–0:44". */
function evidenceText({ evidence }: PresenceIndicator, { presence }: ReportWords): string {
  const kinds = [...new Set(evidence.map(({ shows }) => shows))];
  return kinds
    .map((kind) => {
      const spans = evidence
        .filter(({ shows }) => shows === kind)
        .sort((a, b) => b.end - b.start - (a.end - a.start))
        .slice(0, LISTED_SPANS)
        .sort((a, b) => a.start - b.start);
      return `${presence.kinds[kind]} ${spans.map(formatSpan).join(', ')}`;
    })
    .join('; ');
}

function figureLines(
  name: FigureName,
  figure: PresenceIndicator,
  presence: PresenceSummary,
  words: ReportWords,
): string[] {
  const told =
    name === 'smile_placement'
      ? placementText(presence.smile_placement, words)
      : `${valueText(name, figure, words)}${intervalText(figure, words)}`;
  return [...field(words.presence.figures[name], told), ...field('', evidenceText(figure, words))];
}

/** What is missing, one line a reason. */
function missingLines(presence: PresenceSummary, words: ReportWords): string[] {
  const byReason = new Map<MissingReason, string[]>();
  for (const name of FIGURES) {
    const { reason } = presence[name];
    if (reason === null) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), words.presence.figures[name]]);
  }
  return [...byReason].flatMap(([reason, names]) =>
    paragraph(
      `${words.presence.missing}: ${names.join(', ')} (${words.presence.reasons[reason]}).`,
    ),
  );
}

function findingLines(presence: PresenceSummary, words: ReportWords): string[] {
  const told = FIGURES.flatMap<Finding>((name) => {
    const { reason, finding } = presence[name];
    return reason === null && finding !== null ? [finding] : [];
  });
  const findings = [...new Set(told)].map((finding) => words.presence.findings[finding]);
  return findings.length === 0
    ? []
    : [`${words.presence.research}:`, ...findings.flatMap((finding) => paragraph(finding))];
}

/**
 * Section 6: how the person came across beside their expression, with evidence, what could not be
 * said and why, and what research found.
 */
export function presenceSection(summary: SessionSummary, words: ReportWords): string {
  const { presence } = summary;
  const title = words.report.sections.presence;
  if (presence === null) return section(6, title, paragraph(words.presence.old));
  if (!summary.evidence.sufficient) return section(6, title, paragraph(words.report.noScore));
  const known = FIGURES.filter((name) => presence[name].reason === null);
  if (known.length === 0) return section(6, title, missingLines(presence, words));
  const eyes = eyeLines(summary, words);
  const { source } = presence.calibration;
  const learned = presence.camera_facing.reason === null && source !== 'none' ? source : null;
  return section(
    6,
    title,
    paragraph(words.presence.intro),
    known.flatMap((name) => figureLines(name, presence[name], presence, words)),
    learned === null ? [] : paragraph(words.presence.learnedFrom[learned]),
    eyes,
    eyes.length === 0 ? [] : paragraph(words.presence.eyesExplain),
    missingLines(presence, words),
    findingLines(presence, words),
  );
}
