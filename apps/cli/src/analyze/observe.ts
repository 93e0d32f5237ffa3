import type { Box, EmotionScores, Frame } from '@poise/core';
import { candidateFace } from './candidate.js';
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

/** Finds the candidate's face in each frame, decoding the next frames meanwhile. */
export function observe(
  frames: AsyncIterable<Frame>,
  detector: FaceReader,
): AsyncGenerator<Observation> {
  return mapAhead(frames, FRAMES_IN_FLIGHT, async (frame) => {
    const { width, height, timestamp } = frame;
    const faces = await detector.detectEmotions(frame);
    return { timestamp, face: candidateFace(faces, width, height) };
  });
}
