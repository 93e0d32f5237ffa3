import { type Bin, binDominant, binMean, EMPTY_BIN, mergeBins, type TimedBin } from './bin.js';
import { blockBootstrapInterval, blockSeconds, type MeanInterval } from './block-bootstrap.js';
import { detectionRate } from './detection-rate.js';
import { SCORE_RANGE } from './expression-weights.js';
import { roundScore, roundTime } from './rounding.js';
import type { SegmentSummary, SessionSummary, TimelineEntry } from './schema.js';

/** The length of an interval of the timeline in seconds. */
export const TIMELINE_SECONDS = 10;

/** The timeline has no more intervals than this (six hours of them); they get longer instead. */
export const MOST_TIMELINE_INTERVALS = 2160;

/** A third of a session with less face than this gets no average of its own. */
export const MINIMUM_SEGMENT_FACE_SECONDS = 2;

/** What the parts of a session are judged by. */
export interface PartsContext {
  /** Whether the session as a whole has enough evidence for a score. */
  readonly sufficient: boolean;
  /** Seconds of face that one frame with a face stands for, on average. */
  readonly secondsPerFace: number;
  /** Seed of the intervals. */
  readonly seed: number;
}

/** Puts bins into equal parts of the session, by the time they start. */
function split(bins: readonly TimedBin[], duration: number, seconds: number, parts: number) {
  const split: TimedBin[][] = Array.from({ length: parts }, () => []);
  const length = duration === 0 ? 1 : seconds;
  for (const bin of bins) {
    // The very last frame lies on the end of the last part and belongs to it. The tolerance is far
    // under a bin: the start of a bin is a product that may fall short of a whole number.
    const part = Math.min(Math.floor(bin.start / length + 1e-9), parts - 1);
    split[part]?.push(bin);
  }
  return split;
}

function sum(bins: readonly TimedBin[]): Bin {
  return bins.reduce<Bin>(mergeBins, EMPTY_BIN);
}

function rounded(value: number | null): number | null {
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
  context: Pick<PartsContext, 'secondsPerFace' | 'seed'>,
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

/** The three thirds of a session by time; a bin belongs to the third that it starts in. */
export function segmentAnalysis(
  bins: readonly TimedBin[],
  duration: number,
  context: PartsContext,
): SessionSummary['segment_analysis'] {
  const thirds = split(bins, duration, duration / 3, 3);
  const segment = (part: number): SegmentSummary => {
    const own = thirds[part] ?? [];
    const all = sum(own);
    const scored =
      context.sufficient && all.faces * context.secondsPerFace >= MINIMUM_SEGMENT_FACE_SECONDS;
    const interval = scored ? meanInterval(own, context) : null;
    return {
      start: roundTime((duration * part) / 3),
      end: roundTime((duration * (part + 1)) / 3),
      avg_confidence: scored ? rounded(binMean(all)) : null,
      confidence_interval: interval === null ? null : roundInterval(interval),
      face_detection_rate: roundScore(detectionRate(all.faces, all.frames)),
      dominant_emotion: binDominant(all),
      frames: all.frames,
    };
  };
  return { beginning: segment(0), middle: segment(1), end: segment(2) };
}

/**
 * The session in intervals of 10 s, longer ones beyond six hours. What is left at the end is an
 * interval of its own from half of that on; less joins the one before, or a moment would stand
 * beside intervals.
 */
export function timeline(
  bins: readonly TimedBin[],
  duration: number,
  context: Pick<PartsContext, 'sufficient'>,
): TimelineEntry[] {
  if (bins.length === 0) return [];
  let seconds = TIMELINE_SECONDS;
  while (duration / seconds > MOST_TIMELINE_INTERVALS) seconds *= 2;
  const parts = Math.max(1, Math.round(duration / seconds));
  return split(bins, duration, seconds, parts).map((own, part) => {
    const all = sum(own);
    return {
      start: roundTime(part * seconds),
      end: roundTime(part === parts - 1 ? duration : (part + 1) * seconds),
      avg_confidence: context.sufficient ? rounded(binMean(all)) : null,
      dominant_emotion: binDominant(all),
      face_detection_rate: roundScore(detectionRate(all.faces, all.frames)),
    };
  });
}
