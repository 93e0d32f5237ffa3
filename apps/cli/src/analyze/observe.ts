import type { Box, EmotionScores, Frame } from '@poise/core';
import { CandidateTracker } from './candidate-tracker.js';
import { mapAhead } from './map-ahead.js';

/** What the detector of @poise/vision does with a frame. */
export interface FaceReader {
  detectEmotions(frame: Frame): Promise<readonly ObservedFace[]>;
}

/** A face as far as a session needs it. */
export interface ObservedFace {
  readonly box: Box;
  readonly emotions: EmotionScores;
}

/** What one frame shows. */
export interface Observation {
  /** Seconds from the start of the recording. */
  readonly timestamp: number;
  /** The candidate's face; undefined when none is seen. */
  readonly face: ObservedFace | undefined;
}

/**
 * Frames that are with the detector at a time. Two keep it busy while the next is decoded; one more
 * evens out a slow decode. Each holds the pixels of a frame.
 */
const FRAMES_IN_FLIGHT = 3;

/**
 * Finds the candidate's face in each frame, decoding the next frames meanwhile.
 *
 * @param maxFaces - how many faces the detector looks at. When it is one, the detector keeps to it;
 * of several, the choice is made here.
 */
export async function* observe(
  frames: AsyncIterable<Frame>,
  detector: FaceReader,
  maxFaces: number,
): AsyncGenerator<Observation> {
  const tracker = maxFaces > 1 ? new CandidateTracker() : null;
  const looked = mapAhead(frames, FRAMES_IN_FLIGHT, async (frame) => {
    const { width, height, timestamp } = frame;
    return { width, height, timestamp, faces: await detector.detectEmotions(frame) };
  });
  for await (const { faces, ...moment } of looked) {
    const face = tracker === null ? faces[0] : tracker.next(faces, moment);
    yield { timestamp: moment.timestamp, face };
  }
}
