import type { SessionSummary } from '@poise/session';
import {
  analyzeRecording,
  type RecordingIdentity,
  type RecordingOptions,
} from './analyze-recording.js';
import { type Others, Room } from './people/room.js';
import type { FrameMoment, RecordedFrames, RecordingDetector } from './recording.js';

/** How a recording of several people is to be analysed. */
export interface RoomOptions extends RecordingOptions {
  /**
   * Whether everybody in the recording agreed to be read. False: the candidate alone is read, and
   * the others are counted.
   */
  readonly everyoneAgreed: boolean;
}

/** What a recording of several people came to. */
export interface RoomAnalysis {
  /** The candidate's session, as {@link analyzeRecording} gives it. */
  readonly candidate: SessionSummary;
  /** How many others were seen for half a second or more. */
  readonly othersSeen: number;
  /** The most people in view at once. */
  readonly mostAtOnce: number;
  /** What the others showed; null unless everybody agreed. */
  readonly others: Others | null;
}

/**
 * Takes a recording of several people from its frames to the candidate's session and, if all agreed,
 * to a session for each other person and a summary of the room.
 *
 * @param source - as for {@link analyzeRecording}, as are the detector and the identity.
 * @param detector - gives faces with ids; those without are not counted.
 * @throws what {@link analyzeRecording} throws.
 */
export async function analyzeRoom<F extends FrameMoment>(
  source: RecordedFrames<F>,
  detector: RecordingDetector<F>,
  identity: RecordingIdentity,
  options: RoomOptions,
): Promise<RoomAnalysis> {
  const { name, startedAt } = identity;
  const { expressionModel: expression, faceDetector } = detector.info;
  const room = new Room(
    { startedAt, source: { kind: 'recording', name }, model: { expression, faceDetector } },
    options.everyoneAgreed,
  );
  const candidate = await analyzeRecording(source, detector, identity, {
    ...options,
    onObservation(observation) {
      room.add(observation);
      options.onObservation?.(observation);
    },
  });
  const { othersSeen, mostAtOnce } = room;
  const others = options.everyoneAgreed ? room.others(candidate) : null;
  return { candidate, othersSeen, mostAtOnce, others };
}
