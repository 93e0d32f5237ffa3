import type { SessionSummary } from '@poise/session';
import {
  analyzeObserved,
  type RecordingIdentity,
  type RecordingOptions,
} from './analyze-recording.js';
import { PeopleBeside } from './people/people-beside.js';
import type { SessionOrigin } from './people/person-session.js';
import { type Others, Room } from './people/room.js';
import type { FrameMoment, RecordedFrames, RecordingDetector } from './recording.js';

/** How a recording of several people is to be analysed. */
export interface RoomOptions extends RecordingOptions {
  /**
   * Whether everybody in the recording agreed to be read. False: the models read the candidate
   * alone, and the others are counted.
   */
  readonly everyoneAgreed: boolean;
  /**
   * How many people are read at once at most where everybody agreed, the candidate among them; all
   * when left out. Those beyond are counted, and have no session.
   */
  readonly mostRead?: number;
}

/** What a recording of several people came to. */
export interface RoomAnalysis {
  /** The candidate's session, as `analyzeRecording` gives it; it says how many others there were. */
  readonly candidate: SessionSummary;
  /** What the others showed; null unless everybody agreed. */
  readonly others: Others | null;
}

/**
 * Takes a recording of several people from its frames to the candidate's session and, if all agreed,
 * to a session for each other person and a summary of the room.
 *
 * @param source - as for `analyzeRecording`, as are the detector and the identity.
 * @throws what `analyzeRecording` throws.
 */
export async function analyzeRoom<F extends FrameMoment>(
  source: RecordedFrames<F>,
  detector: RecordingDetector<F>,
  identity: RecordingIdentity,
  options: RoomOptions,
): Promise<RoomAnalysis> {
  const { name, startedAt } = identity;
  const { expressionModel: expression, faceDetector } = detector.info;
  const people = new PeopleBeside();
  const origin: SessionOrigin = {
    startedAt,
    source: { kind: 'recording', name },
    model: { expression, faceDetector },
  };
  const room = options.everyoneAgreed ? new Room(origin, people) : null;
  const candidate = await analyzeObserved(source, detector, identity, {
    ...options,
    people,
    onObservation: (observation, nobody) => room?.add(observation, nobody),
  });
  return { candidate, others: room?.others(candidate) ?? null };
}
