import type { EmotionScores } from '@poise/core';
import {
  type FrameDetails,
  findCalmestStretch,
  type InterviewEmotionAnalyzer,
  isEvidence,
  type Reading,
} from '@poise/session';
import type { Observation } from './observe.js';
import type { SecondsRange } from './recording.js';

/** What a frame showed, as a session keeps it. */
export function readingOf({
  timestamp,
  frame,
  face,
}: Pick<Observation, 'timestamp' | 'frame' | 'face'>): Reading {
  if (face === undefined) return { time: timestamp, face: null };
  const { emotions, box, details } = face;
  return {
    time: timestamp,
    face: { emotions, box, details: details ? { ...details, frame } : null },
  };
}

/** Feeds readings to an analyzer, in order of time. */
export function feedReadings(
  analyzer: InterviewEmotionAnalyzer,
  readings: Iterable<Reading>,
): void {
  for (const { time, face } of readings) {
    if (face === null) analyzer.addMissingFace(time);
    else analyzer.addEmotionData(face.emotions, face.box, time, face.details);
  }
}

/**
 * A resting face that can be read for less than this says nothing, in seconds: a blink, a swallow or
 * a word would become the person's zero. Five to ten seconds are what is asked for.
 */
export const SHORTEST_BASELINE_SECONDS = 2;

/**
 * Sets the baseline of an analyzer from the readings of a resting face, if there are
 * {@link SHORTEST_BASELINE_SECONDS} of it.
 *
 * @param range - where they lie in the recording.
 * @param rate - readings a second.
 * @returns for how many seconds a face could be read; under that length nothing is set.
 */
export function setBaselineFromReadings(
  analyzer: InterviewEmotionAnalyzer,
  readings: Iterable<Reading>,
  range: SecondsRange,
  rate: number,
): number {
  const emotions: EmotionScores[] = [];
  const details: FrameDetails[] = [];
  for (const { face } of readings) {
    // A face too poor to read says nothing of how the person rests.
    if (face === null || !isEvidence(face.details?.quality)) continue;
    emotions.push(face.emotions);
    if (face.details !== null) details.push(face.details);
  }
  // The seconds in which the face is really seen.
  const seconds = Math.min(emotions.length / rate, range.end - range.start);
  if (seconds >= SHORTEST_BASELINE_SECONDS)
    analyzer.setBaseline(emotions, seconds, { range, details });
  return seconds;
}

/** Sets the baseline of an analyzer from the calmest stretch of a session, if one is calm enough. */
export function setCalmestBaseline(
  analyzer: InterviewEmotionAnalyzer,
  readings: Iterable<Reading>,
): void {
  const calm = findCalmestStretch(readings);
  if (calm === null) return;
  const { start, end, seconds, emotions, details } = calm;
  analyzer.setBaseline(emotions, seconds, {
    source: 'calmest_stretch',
    range: { start, end },
    details,
  });
}
