import { binDominant, binMean, type TimedBin } from './bin.js';
import { detectionRate } from './detection-rate.js';
import { roundScore, roundTime } from './rounding.js';
import type { SegmentSummary, SessionSummary, TimelineEntry } from './schema.js';
import { roundedOrNull, type StretchContext, sumBins, summarizeStretch } from './stretch.js';

/** The length of an interval of the timeline in seconds. */
export const TIMELINE_SECONDS = 10;

/** The timeline has no more intervals than this (six hours of them); they get longer instead. */
export const MOST_TIMELINE_INTERVALS = 2160;

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

/** The three thirds of a session by time; a bin belongs to the third that it starts in. */
export function segmentAnalysis(
  bins: readonly TimedBin[],
  duration: number,
  context: StretchContext,
): SessionSummary['segment_analysis'] {
  const thirds = split(bins, duration, duration / 3, 3);
  const segment = (part: number): SegmentSummary =>
    summarizeStretch(
      thirds[part] ?? [],
      (duration * part) / 3,
      (duration * (part + 1)) / 3,
      context,
    );
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
  context: Pick<StretchContext, 'sufficient'>,
): TimelineEntry[] {
  if (bins.length === 0) return [];
  let seconds = TIMELINE_SECONDS;
  while (duration / seconds > MOST_TIMELINE_INTERVALS) seconds *= 2;
  const parts = Math.max(1, Math.round(duration / seconds));
  return split(bins, duration, seconds, parts).map((own, part) => {
    const all = sumBins(own);
    return {
      start: roundTime(part * seconds),
      end: roundTime(part === parts - 1 ? duration : (part + 1) * seconds),
      avg_confidence: context.sufficient ? roundedOrNull(binMean(all)) : null,
      dominant_emotion: binDominant(all),
      face_detection_rate: roundScore(detectionRate(all.seen, all.frames)),
    };
  });
}
