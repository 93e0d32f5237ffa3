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
 * Sets the baseline of an analyzer from the readings of a resting face.
 *
 * @param range - where they lie in the recording.
 * @param rate - readings a second.
 * @returns whether a face could be read; without one nothing is set.
 */
export function setBaselineFromReadings(
  analyzer: InterviewEmotionAnalyzer,
  readings: Iterable<Reading>,
  range: SecondsRange,
  rate: number,
): boolean {
  const emotions: EmotionScores[] = [];
  const details: FrameDetails[] = [];
  for (const { face } of readings) {
    // A face too poor to read says nothing of how the person rests.
    if (face === null || !isEvidence(face.details?.quality)) continue;
    emotions.push(face.emotions);
    if (face.details !== null) details.push(face.details);
  }
  if (emotions.length === 0) return false;
  // The seconds in which the face is really seen.
  const seconds = Math.min(emotions.length / rate, range.end - range.start);
  analyzer.setBaseline(emotions, seconds, { range, details });
  return true;
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
