import { blockBootstrapInterval, type SummedScores } from './block-bootstrap.js';
import { shownSpans, stretchesOf } from './evidence-spans.js';
import { type IndicatorKind, known, missing, type PresenceContext } from './indicator.js';
import type { PresenceRow } from './presence-record.js';
import { differenceInterval, ratio, ratioInterval } from './ratio-interval.js';
import { roundScore } from './rounding.js';
import type { PresenceIndicator, PresenceSummary } from './schema-presence.js';
import { LONGEST_PHASE_SECONDS } from './smile-dynamics.js';
import type { SmileEvent } from './smiles.js';

/** The start and the end of a session are this share of it each: greeting and parting, and the answers next to them. */
export const EDGE_SHARE = 0.2;

/** A session of this length or more has a start and an end of two blocks of evidence each, in seconds. */
export const SHORTEST_PLACED_SESSION = 50;

/** Fewer smiles with a beginning and an end say nothing about how a person smiles. */
export const MINIMUM_TIMED_SMILES = 3;

const PLACEMENT: IndicatorKind = {
  unit: 'difference_of_shares',
  finding: 'smiles_at_start_and_end',
};
const DYNAMICS: IndicatorKind = { unit: 'seconds', finding: 'smile_dynamics_and_ratings' };
const UNIT = { lower: 0, upper: 1 };

function overlap(row: PresenceRow, seconds: number, smiles: readonly SmileEvent[]): number {
  const end = row.start + seconds;
  const smiling = smiles.reduce(
    (sum, smile) => sum + Math.max(0, Math.min(end, smile.end) - Math.max(row.start, smile.start)),
    0,
  );
  return Math.min(1, smiling / seconds);
}

/**
 * Where the smiles were: the share of the time with a smile in the first and the last fifth of the
 * session, less that in the middle; above 0 when they frame it.
 */
export function smilePlacement(
  smiles: readonly SmileEvent[],
  context: PresenceContext,
): PresenceSummary['smile_placement'] {
  const { rows, rowSeconds, duration, seed, sufficient } = context;
  const refuse = (reason: NonNullable<PresenceIndicator['reason']>) => ({
    ...missing(PLACEMENT, reason),
    shares: null,
  });
  if (!sufficient) return refuse('session_evidence');
  if (duration < SHORTEST_PLACED_SESSION) return refuse('session_too_short');
  if (rows.every(({ sums }) => sums.windows === 0)) return refuse('frame_rate_too_low');
  if (smiles.length === 0) return refuse('no_smiles');
  const seen = rows
    .filter(({ sums }) => sums.visible > 0)
    .map((row) => ({ start: row.start, count: 1, sum: overlap(row, rowSeconds, smiles) }));
  const edge = EDGE_SHARE * duration;
  const start = seen.filter((row) => row.start < edge);
  const end = seen.filter((row) => row.start >= duration - edge);
  const middle = seen.filter((row) => row.start >= edge && row.start < duration - edge);
  const series = (entries: readonly SummedScores[]) => ({
    entries,
    entrySeconds: rowSeconds,
    range: UNIT,
  });
  const edges = [...start, ...end];
  const [edgeShare, middleShare] = [ratio({ entries: edges }), ratio({ entries: middle })];
  const edgeInterval = ratioInterval(series(edges), seed);
  const middleInterval = ratioInterval(series(middle), seed);
  const [startShare, endShare] = [ratio({ entries: start }), ratio({ entries: end })];
  if (edgeShare === null || middleShare === null || startShare === null || endShare === null)
    return refuse('too_little_time');
  if (edgeInterval === null || middleInterval === null) return refuse('too_little_time');
  const interval = differenceInterval(
    { value: edgeShare, interval: edgeInterval },
    { value: middleShare, interval: middleInterval },
  );
  const seconds = seen.length * rowSeconds;
  const evidence = shownSpans(smiles, 'smile', duration);
  return {
    ...known(PLACEMENT, edgeShare - middleShare, interval, seconds, evidence),
    shares: {
      start: roundScore(startShare),
      middle: roundScore(middleShare),
      end: roundScore(endShare),
    },
  };
}

/** How long smiles take to come and to go: the mean of onset and offset, in seconds. */
export function smileDynamics(
  smiles: readonly SmileEvent[],
  { sufficient, detailed, seed, duration }: PresenceContext,
): PresenceIndicator {
  if (!sufficient) return missing(DYNAMICS, 'session_evidence');
  if (detailed === 0) return missing(DYNAMICS, 'no_details');
  const timed = smiles.flatMap((smile) =>
    smile.phases === null ? [] : [{ smile, pace: (smile.phases.onset + smile.phases.offset) / 2 }],
  );
  const seconds = timed.reduce((sum, { smile }) => sum + smile.end - smile.start, 0);
  const entries = timed.map(({ pace }) => ({ count: 1, sum: pace }));
  // One smile is a block: what one looks like says little about the next.
  const interval = blockBootstrapInterval(entries, 1, seed, {
    lower: 0,
    upper: LONGEST_PHASE_SECONDS,
  });
  if (timed.length < MINIMUM_TIMED_SMILES || interval === null)
    return missing(DYNAMICS, smiles.length === 0 ? 'no_smiles' : 'too_few_smiles', seconds);
  const spans = timed.map(({ smile }) => smile);
  const mean = ratio({ entries }) ?? 0;
  return known(DYNAMICS, mean, interval, seconds, shownSpans(spans, 'smile', duration));
}

/** How far the expression of a short time was from the average of the session. */
export interface ExpressionDistance {
  readonly start: number;
  /** Frames with a face. */
  readonly count: number;
  /** Summed squared distance of their expressions from the average. */
  readonly sum: number;
}

/** From this share of a clearly expressive face on, a stretch is shown as expressive. */
const EXPRESSIVE_SHARE = 0.5;

/** No two readings lie further apart than two of the seven scores at 1: a squared distance of 2. */
const LARGEST_SQUARE = 2;

/**
 * Expressive range: the session's expressiveness with its interval. The square of it is a mean of
 * squared distances, which the bootstrap takes; the root of its ends is the interval.
 *
 * @param value - expressiveness, 0–1; null when there is none.
 * @param distances - of short times of equal length, in order.
 * @param seconds - that length.
 * @param fullSpread - the distance that counts as fully expressive.
 */
export function expressiveRange(
  value: number | null,
  distances: readonly ExpressionDistance[],
  { seconds, fullSpread }: { readonly seconds: number; readonly fullSpread: number },
  { sufficient, seed, duration }: PresenceContext,
): PresenceIndicator {
  const kind: IndicatorKind = { unit: 'share', finding: null };
  if (!sufficient) return missing(kind, 'session_evidence');
  if (value === null) return missing(kind, 'too_little_time');
  const range = { lower: 0, upper: LARGEST_SQUARE };
  const squares = ratioInterval({ entries: distances, entrySeconds: seconds, range }, seed);
  const seen = distances.filter(({ count }) => count > 0);
  if (squares === null) return missing(kind, 'too_little_time', seen.length * seconds);
  const share = (square: number) => Math.min(1, Math.sqrt(square) / fullSpread);
  const interval = { lower: share(squares.lower), upper: share(squares.upper) };
  const expressive = stretchesOf(
    distances,
    seconds,
    ({ count, sum }) => count > 0 && share(sum / count) >= EXPRESSIVE_SHARE,
  );
  const spans =
    expressive.length > 0
      ? shownSpans(expressive, 'expressive', duration)
      : shownSpans(
          stretchesOf(seen, seconds, () => true),
          'watched',
          duration,
        );
  return known(kind, value, interval, seen.length * seconds, spans);
}
