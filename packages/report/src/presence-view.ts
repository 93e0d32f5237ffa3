import type { Finding, PresenceIndicator, PresenceSummary, SessionSummary } from '@poise/session';
import { type EyesView, eyesView } from './eyes-view.js';
import { formatInterval, formatPercent, formatSpan } from './format.js';
import { tooWideToSay } from './insights/presence.js';
import type { ReportWords } from './words/report-words.js';

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

/** The kinds of evidence with their first stretches, "looking away, for example 0:12–0:15, 0:40–0:44". */
function evidenceText({ evidence }: PresenceIndicator, { presence }: ReportWords): string {
  const kinds = [...new Set(evidence.map(({ shows }) => shows))];
  return kinds
    .map((kind) => {
      const all = evidence.filter(({ shows }) => shows === kind);
      const spans = [...all]
        .sort((a, b) => b.end - b.start - (a.end - a.start))
        .slice(0, LISTED_SPANS)
        .sort((a, b) => a.start - b.start)
        .map(formatSpan)
        .join(', ');
      const name = presence.kinds[kind];
      // One stretch is all there was of a kind; of several, some may be missing here.
      return all.length === 1 ? `${name} ${spans}` : presence.examples(name, spans);
    })
    .join('; ');
}

/** One figure of presence in words. */
export interface PresenceFigure {
  readonly name: string;
  /** Its value with its interval. */
  readonly value: string;
  /** Some of the stretches that show it; empty where none do. */
  readonly evidence: string;
}

/** The presence of a session in words: a report and a page show the same. */
export interface PresenceView {
  readonly figures: readonly PresenceFigure[];
  /** What facing the camera was learned from; null where it is not told. */
  readonly learnedFrom: string | null;
  /** Blinks and closed eyes: facts beside the figures. */
  readonly eyes: Pick<EyesView, 'facts' | 'notes'>;
  /** What could not be said and why, a sentence a reason. */
  readonly missing: readonly string[];
  /** What research found about these figures, a sentence each. */
  readonly findings: readonly string[];
}

/** Why a figure is not told, in words; null where it is. */
function missingReason(figure: PresenceIndicator, { presence }: ReportWords): string | null {
  if (figure.reason !== null) return presence.reasons[figure.reason];
  return tooWideToSay(figure) ? presence.tooWide : null;
}

/** What is missing, one sentence a reason. */
function missingSentences(
  presence: PresenceSummary,
  blinks: EyesView['missing'],
  words: ReportWords,
): string[] {
  const byReason = new Map<string, string[]>();
  const note = (name: string, reason: string | null): void => {
    if (reason !== null) byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  };
  for (const name of FIGURES) {
    note(words.presence.figures[name], missingReason(presence[name], words));
  }
  note(words.presence.blinks, blinks);
  return [...byReason].map(
    ([reason, names]) => `${words.presence.missing}: ${names.join(', ')} (${reason}).`,
  );
}

function findingSentences(presence: PresenceSummary, words: ReportWords): string[] {
  const told = FIGURES.flatMap<Finding>((name) => {
    const { finding } = presence[name];
    return missingReason(presence[name], words) === null && finding !== null ? [finding] : [];
  });
  return [...new Set(told)].map((finding) => words.presence.findings[finding]);
}

const NO_EYES: EyesView = { facts: [], notes: [], missing: null };

/** What facing the camera was learned from; null where it is not told. */
function learnedFrom(
  { calibration, camera_facing }: PresenceSummary,
  { source, start, end }: SessionSummary['baseline'],
  words: ReportWords,
): string | null {
  const { learnedFrom: texts } = words.presence;
  if (missingReason(camera_facing, words) !== null || calibration.source === 'none') return null;
  const found = calibration.source === 'resting_face' && source === 'calmest_stretch';
  return found && start !== null && end !== null
    ? texts.calmest_stretch(formatSpan({ start, end }))
    : texts[calibration.source];
}

/**
 * Says the presence of a session in words.
 *
 * @returns null for a session from before there was presence, and for one without enough evidence.
 */
export function presenceView(summary: SessionSummary, words: ReportWords): PresenceView | null {
  const { presence, evidence, baseline } = summary;
  if (presence === null || !evidence.sufficient) return null;
  const eyes = eyesView(summary, words) ?? NO_EYES;
  return {
    figures: FIGURES.filter((name) => missingReason(presence[name], words) === null).map(
      (name) => ({
        name: words.presence.figures[name],
        value:
          name === 'smile_placement'
            ? placementText(presence.smile_placement, words)
            : `${valueText(name, presence[name], words)}${intervalText(presence[name], words)}`,
        evidence: evidenceText(presence[name], words),
      }),
    ),
    learnedFrom: learnedFrom(presence, baseline, words),
    eyes,
    missing: missingSentences(presence, eyes.missing, words),
    findings: findingSentences(presence, words),
  };
}
