import {
  type PeopleSpan,
  ROOM_SCHEMA_VERSION,
  type RoomPerson,
  type RoomSummary,
} from './room-schema.js';
import { roundTime } from './rounding.js';
import type { SessionSummary } from './schema.js';

/** The number of the candidate among the people. */
const CANDIDATE = 1;

/** One person of a recording, with their session. */
export interface PersonInRoom {
  /** 1 is the candidate. */
  readonly person: number;
  /** The ids of the faces that were followed. */
  readonly trackIds: readonly number[];
  /** When the face was first and last seen, in seconds since the recording's first frame. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly summary: SessionSummary;
}

function personEntry({ person, trackIds, firstSeen, lastSeen, summary }: PersonInRoom): RoomPerson {
  const { evidence, confidence_interval: interval } = summary;
  return {
    person,
    session_id: summary.session_id,
    track_ids: [...trackIds],
    first_seen: roundTime(firstSeen),
    last_seen: roundTime(lastSeen),
    seconds_in_view: evidence.face_seconds,
    evidence,
    average_confidence: summary.average_confidence,
    confidence_interval:
      interval === null ? null : { lower: interval.lower, upper: interval.upper },
    emotion_percentages: evidence.sufficient ? summary.emotion_percentages : null,
  };
}

/**
 * Makes the summary of all people of a recording out of the session of each.
 *
 * @param candidate - the candidate's session, which gives the id, the source and the length.
 * @param people - everybody, the candidate among them when seen, in any order.
 * @param spans - the number of people over time.
 * @returns the people in the order in which they appear, never by a score.
 */
export function summarizeRoom(
  candidate: SessionSummary,
  people: readonly PersonInRoom[],
  spans: readonly PeopleSpan[],
): RoomSummary {
  const inOrder = [...people].sort((a, b) => a.firstSeen - b.firstSeen || a.person - b.person);
  return {
    schema_version: ROOM_SCHEMA_VERSION,
    intended_use: 'self-practice',
    session_id: candidate.session_id,
    created_at: candidate.created_at,
    source: { ...candidate.source },
    session_duration: candidate.session_duration,
    candidate: inOrder.some(({ person }) => person === CANDIDATE) ? CANDIDATE : null,
    most_people_at_once: Math.max(0, ...spans.map((span) => span.people)),
    people_over_time: spans.map(({ start, end, people: count }) => ({
      start: roundTime(start),
      end: roundTime(end),
      people: count,
    })),
    people: inOrder.map(personEntry),
  };
}
