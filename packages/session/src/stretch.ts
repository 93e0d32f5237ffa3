import { type Bin, binDominant, binMean, EMPTY_BIN, mergeBins, type TimedBin } from './bin.js';
import { blockBootstrapInterval, blockSeconds, type MeanInterval } from './block-bootstrap.js';
import { detectionRate } from './detection-rate.js';
import { SCORE_RANGE } from './expression-weights.js';
import { roundScore, roundTime } from './rounding.js';
import type { SegmentSummary } from './schema.js';

/** A stretch of a session with less face than this gets no average of its own. */
export const MINIMUM_SEGMENT_FACE_SECONDS = 2;

/** What the stretches of a session are judged by. */
export interface StretchContext {
  /** Whether the session as a whole has enough evidence for a score. */
  readonly sufficient: boolean;
  /** Seconds of face that one frame with a face that counts stands for, on average. */
  readonly secondsPerFace: number;
  /** Seed of the intervals. */
  readonly seed: number;
}

/** Sums bins. */
export function sumBins(bins: readonly TimedBin[]): Bin {
  return bins.reduce<Bin>(mergeBins, EMPTY_BIN);
}

/** Rounds a score for the exported JSON, if there is one. */
export function roundedOrNull(value: number | null): number | null {
  return value === null ? null : roundScore(value);
}

/** Rounds an interval for the exported JSON. */
export function roundInterval(interval: MeanInterval): MeanInterval {
  return { lower: roundScore(interval.lower), upper: roundScore(interval.upper) };
}

/**
 * The 95 % interval of the mean score of some bins.
 *
 * @returns null when they hold less than two blocks of face.
 */
export function meanInterval(
  bins: readonly TimedBin[],
  context: Pick<StretchContext, 'secondsPerFace' | 'seed'>,
): MeanInterval | null {
  const seen = bins.filter(({ faces }) => faces > 0);
  const faces = seen.reduce((total, bin) => total + bin.faces, 0);
  if (faces === 0 || context.secondsPerFace === 0) return null;
  const faceSeconds = faces * context.secondsPerFace;
  const secondsPerBin = faceSeconds / seen.length;
  // Rounded down, so that two blocks always fit into the shortest session that gets a score.
  const blockLength = Math.max(1, Math.floor(blockSeconds(faceSeconds) / secondsPerBin));
  const interval = blockBootstrapInterval(
    seen.map((bin) => ({ count: bin.faces, sum: bin.scoreSum })),
    blockLength,
    context.seed,
  );
  if (interval === null) return null;
  // No average lies outside what a frame can score, however few the blocks.
  return {
    lower: Math.max(interval.lower, SCORE_RANGE.lower),
    upper: Math.min(interval.upper, SCORE_RANGE.upper),
  };
}

/**
 * What a stretch of a session came to.
 *
 * @param bins - the bins of the stretch.
 * @param start - when it begins, in seconds since the first frame.
 * @param end - when it ends.
 */
export function summarizeStretch(
  bins: readonly TimedBin[],
  start: number,
  end: number,
  context: StretchContext,
): SegmentSummary {
  const all = sumBins(bins);
  const scored =
    context.sufficient && all.faces * context.secondsPerFace >= MINIMUM_SEGMENT_FACE_SECONDS;
  const interval = scored ? meanInterval(bins, context) : null;
  return {
    start: roundTime(start),
    end: roundTime(end),
    avg_confidence: scored ? roundedOrNull(binMean(all)) : null,
    confidence_interval: interval === null ? null : roundInterval(interval),
    face_detection_rate: roundScore(detectionRate(all.seen, all.frames)),
    dominant_emotion: binDominant(all),
    frames: all.frames,
  };
}
