import { CandidateTracker } from './candidate-tracker.js';
import { mapAhead } from './map-ahead.js';
import type { FaceReader, FrameMoment, ObservedFace } from './recording.js';

/** What one frame shows. */
export interface Observation {
  /** Seconds from the start of the recording. */
  readonly timestamp: number;
  /** The size of the frame in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  /** The candidate's face; undefined when none is seen. */
  readonly face: ObservedFace | undefined;
  /** All faces of the frame, the candidate's among them. */
  readonly faces: readonly ObservedFace[];
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
export async function* observe<F extends FrameMoment>(
  frames: AsyncIterable<F>,
  detector: FaceReader<F>,
  maxFaces: number,
): AsyncGenerator<Observation> {
  const tracker = maxFaces > 1 ? new CandidateTracker() : null;
  const looked = mapAhead(frames, FRAMES_IN_FLIGHT, async (frame) => {
    const { width, height, timestamp } = frame;
    return { width, height, timestamp, faces: await detector.detectEmotions(frame) };
  });
  for await (const { faces, ...moment } of looked) {
    const face = tracker === null ? faces[0] : tracker.next(faces, moment);
    const { timestamp, width, height } = moment;
    yield { timestamp, frame: { width, height }, face, faces };
  }
}
