import {
  EDGE_SHARE,
  type EvidenceKind,
  type PresenceIndicator,
  type PresenceSummary,
  type SessionSummary,
} from '@poise/session';
import type { Span } from '../format.js';
import { THRESHOLDS } from './thresholds.js';

/** The longest stretches of evidence of a figure that show something, the longest first. */
export const shown = (figure: PresenceIndicator | undefined, kind: EvidenceKind): readonly Span[] =>
  (figure?.evidence ?? [])
    .filter(({ shows }) => shows === kind)
    .sort((a, b) => b.end - b.start - (a.end - a.start));

/** Whether a figure is surely under a value: its whole interval is. */
export const surelyUnder = (figure: PresenceIndicator | undefined, value: number): boolean =>
  (figure?.interval?.upper ?? Number.POSITIVE_INFINITY) < value;

/** Whether a figure is surely at a value or over it: its whole interval is. */
export const surelyOver = (figure: PresenceIndicator | undefined, value: number): boolean =>
  (figure?.interval?.lower ?? Number.NEGATIVE_INFINITY) >= value;

/** Whether the interval of a share is so wide that its value would be no more than a guess. */
export const tooWideToSay = ({ unit, interval }: PresenceIndicator): boolean =>
  unit === 'share' &&
  interval !== null &&
  interval.upper - interval.lower > THRESHOLDS.widestInterval;

/** Whether a figure can be stated: one that a session without details has not is not refused. */
export const canSay = (figure: PresenceIndicator | undefined): boolean =>
  figure === undefined || (figure.value !== null && !tooWideToSay(figure));

/** How much the expression moved, 0–1; null where there is too little evidence to say it. */
export const statedExpressiveness = ({
  expressiveness,
  presence,
}: SessionSummary): number | null => (canSay(presence?.expressive_range) ? expressiveness : null);

/** Whether a stretch lies in the middle of the session, as smile placement has it. */
export const inTheMiddle = ({ start }: Span, { whole }: { readonly whole: Span }): boolean => {
  const edge = EDGE_SHARE * (whole.end - whole.start);
  return start >= whole.start + edge && start < whole.end - edge;
};

/** Whether there were surely more smiles at the ends than in the middle, and some at each end. */
export const framesWithSmiles = (presence: PresenceSummary | null): boolean => {
  const { interval, shares } = presence?.smile_placement ?? { interval: null, shares: null };
  if (interval === null || shares === null) return false;
  return interval.lower > 0 && Math.min(shares.start, shares.end) > shares.middle;
};
