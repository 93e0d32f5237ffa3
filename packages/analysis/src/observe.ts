import { CandidateTracker } from './candidate-tracker.js';
import { mapAhead } from './map-ahead.js';
import { ReadingPlaces } from './reading-places.js';
import type { FaceReader, FrameMoment, ObservedFace, PlacedFace } from './recording.js';

/** What one frame shows. */
export interface Observation {
  /** Seconds from the start of the recording. */
  readonly timestamp: number;
  /** The size of the frame in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  /** The id of the candidate's face; null when the candidate is not in view. */
  readonly candidate: number | null;
  /**
   * The candidate's face with what it shows; undefined when the candidate is not in view, or was not
   * the one in front when this was a frame of the first look.
   */
  readonly face: ObservedFace | undefined;
  /** The faces that were read, the candidate's among them. */
  readonly read: readonly ObservedFace[];
  /** The ids of all faces of the frame, read or not. */
  readonly ids: readonly number[];
}

/** A frame of which it may still be open who the candidate is. */
type Look = Omit<Observation, 'face' | 'candidate'> & {
  readonly candidate: number | null | 'open';
};

/**
 * Frames that are with the detector at a time. Two keep it busy while the next is decoded; one more
 * evens out a slow decode. Each holds the pixels of a frame.
 */
const FRAMES_IN_FLIGHT = 3;

/**
 * Finds the candidate's face in each frame, decoding the next frames meanwhile. Only the candidate
 * is read, and until it is decided who that is, the face in front; of the others it is known where
 * they are. While nobody is decided on, frames wait, so that no reading of another is the
 * candidate's: for three seconds from the first face on.
 *
 * @param people - how many people are read at once at most, the candidate among them.
 */
export async function* observe<F extends FrameMoment>(
  frames: AsyncIterable<F>,
  detector: FaceReader<F>,
  people: number,
): AsyncGenerator<Observation> {
  const places = new ReadingPlaces(people);
  const tracker = new CandidateTracker({ decides: true });
  const idsOf = (faces: readonly PlacedFace[]): number[] => faces.map(({ id }) => id);
  const looked = mapAhead(frames, FRAMES_IN_FLIGHT, async (frame): Promise<Look> => {
    const { width, height, timestamp } = frame;
    let candidate: Look['candidate'] = null;
    const { faces, others } = await detector.readFaces(frame, (seen) => {
      const face = tracker.next(seen, frame);
      candidate = tracker.isDecided || tracker.id === null ? (face?.id ?? null) : 'open';
      return places.next(seen, face?.id, timestamp);
    });
    const ids = [...idsOf(faces), ...idsOf(others)];
    return { timestamp, frame: { width, height }, candidate, read: faces, ids };
  });
  const waiting: Look[] = [];
  for await (const look of looked) {
    waiting.push(look);
    // Nobody in front: whoever was seen in the frames that wait has left before the decision.
    if (tracker.isDecided || tracker.id === null) yield* settled(waiting.splice(0), tracker);
  }
  tracker.decide();
  yield* settled(waiting, tracker);
}

function* settled(looks: readonly Look[], { decision }: CandidateTracker): Generator<Observation> {
  for (const { candidate: open, ...look } of looks) {
    const id = open === 'open' ? decision : open;
    const candidate = id !== null && look.ids.includes(id) ? id : null;
    yield { ...look, candidate, face: look.read.find((face) => face.id === candidate) };
  }
}
