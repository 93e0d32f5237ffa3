import type { MeanInterval, SummedScores } from './block-bootstrap.js';
import { MINIMUM_FACE_SECONDS } from './evidence.js';
import { FINDING_SOURCES } from './findings.js';
import type { PresenceRow } from './presence-record.js';
import { ratio, ratioInterval } from './ratio-interval.js';
import { roundScore, roundTime } from './rounding.js';
import type { Finding, MissingReason, PresenceIndicator } from './schema-presence.js';

/** A figure of presence rests on as many seconds as the score, at least. */
export const MINIMUM_PRESENCE_SECONDS = MINIMUM_FACE_SECONDS;

/** What the figures of a session are made from. */
export interface PresenceContext {
  /** Whether the session as a whole has enough evidence for a score. */
  readonly sufficient: boolean;
  /** Seed of the intervals. */
  readonly seed: number;
  /** Seconds from the first frame to the last. */
  readonly duration: number;
  /** Frames that came with details. */
  readonly detailed: number;
  /** The sums of half seconds, and how long each stands for. */
  readonly rows: readonly PresenceRow[];
  readonly rowSeconds: number;
}

/** How a figure is told. */
export interface IndicatorKind {
  readonly unit: PresenceIndicator['unit'];
  readonly finding: Finding | null;
}

/** A figure that there is no evidence for. */
export function missing(
  { unit, finding }: IndicatorKind,
  reason: MissingReason,
  seconds = 0,
): PresenceIndicator {
  return {
    value: null,
    unit,
    interval: null,
    seconds: roundTime(seconds),
    evidence: [],
    reason,
    finding,
    source: finding === null ? null : FINDING_SOURCES[finding],
  };
}

/** A figure with its interval. */
export function known(
  { unit, finding }: IndicatorKind,
  value: number,
  interval: MeanInterval,
  seconds: number,
  evidence: PresenceIndicator['evidence'],
): PresenceIndicator {
  return {
    value: roundScore(value),
    unit,
    interval: {
      lower: roundScore(Math.min(interval.lower, value)),
      upper: roundScore(Math.max(interval.upper, value)),
    },
    seconds: roundTime(seconds),
    evidence,
    reason: null,
    finding,
    source: finding === null ? null : FINDING_SOURCES[finding],
  };
}

/** A figure that is a ratio of two sums over half seconds. */
export interface RatioIndicator extends IndicatorKind {
  /** The quantity, and what it is counted against. */
  readonly of: (sums: PresenceRow['sums']) => SummedScores;
  /** Seconds that one of the count stands for. */
  readonly secondsPerCount: number;
  readonly range: MeanInterval;
  /** What the ratio is multiplied by, for example 60 for a figure per minute. */
  readonly scale: number;
  /** Why it is missing when there is too little to count against. */
  readonly why: (seconds: number) => MissingReason;
  readonly evidence: () => PresenceIndicator['evidence'];
}

/** Works out a ratio over the half seconds of a session. */
export function ratioIndicator(
  indicator: RatioIndicator,
  { sufficient, seed, rows, rowSeconds }: PresenceContext,
): PresenceIndicator {
  const { scale, range } = indicator;
  if (!sufficient) return missing(indicator, 'session_evidence');
  const entries = rows.map(({ sums }) => indicator.of(sums));
  const seconds =
    indicator.secondsPerCount * entries.reduce((total, { count }) => total + count, 0);
  const value = ratio({ entries });
  // A thousandth of a second: times are sums of steps that are not exact.
  if (value === null || seconds < MINIMUM_PRESENCE_SECONDS - 1e-3)
    return missing(indicator, indicator.why(seconds), seconds);
  const interval = ratioInterval({ entries, entrySeconds: rowSeconds, range }, seed);
  // Ten seconds in two long rows: no figure is given without its interval.
  if (interval === null) return missing(indicator, 'too_little_time', seconds);
  const scaled = { lower: interval.lower * scale, upper: interval.upper * scale };
  return known(indicator, value * scale, scaled, seconds, indicator.evidence());
}
