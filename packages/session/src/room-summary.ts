import { ROOM_SCHEMA_VERSION, type RoomPerson, type RoomSummary } from './room-schema.js';
import { roundScore, roundTime } from './rounding.js';
import type { SessionSummary } from './schema.js';
import { sessionFileName } from './session-names.js';
import { type SharedSpan, secondsWhere, sharedTime, type TimeSpan } from './shared-time.js';

/** The number of the candidate among the people. */
const CANDIDATE = 1;

/** One person of a recording, with their session. */
export interface PersonInRoom {
  /** 1 is the candidate. */
  readonly person: number;
  /** The ids of the faces that were followed. */
  readonly trackIds: readonly number[];
  /** When the person was in view, in seconds since the recording's first frame; at least once. */
  readonly inView: readonly TimeSpan[];
  readonly summary: SessionSummary;
}

const lengthOf = (spans: readonly TimeSpan[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

const roundSpan = ({ start, end }: TimeSpan) => ({ start: roundTime(start), end: roundTime(end) });

/** A share of the recording; none of one that has no length. */
const shareOf = (seconds: number, whole: number): number =>
  whole === 0 ? 0 : roundScore(Math.min(1, seconds / whole));

const firstSeen = ({ inView }: PersonInRoom): number => inView[0]?.start ?? 0;

function personEntry(entry: PersonInRoom, duration: number): RoomPerson {
  const { person, trackIds, inView, summary } = entry;
  const { evidence, quality_gate } = summary;
  const seconds = lengthOf(inView);
  return {
    person,
    session_id: summary.session_id,
    session_file: sessionFileName(summary.session_id),
    track_ids: [...trackIds],
    first_seen: roundTime(firstSeen(entry)),
    last_seen: roundTime(inView.at(-1)?.end ?? 0),
    in_view: inView.map(roundSpan),
    seconds_in_view: roundTime(seconds),
    share_in_view: shareOf(seconds, duration),
    evidence,
    quality_gate,
  };
}

function secondsByNumber(spans: readonly SharedSpan<number>[]) {
  const numbers = [...new Set(spans.map(({ present }) => present.length))].sort((a, b) => a - b);
  return numbers.map((people) => ({
    people,
    seconds: roundTime(secondsWhere(spans, ({ length }) => length === people)),
  }));
}

function overlaps(people: readonly number[], spans: readonly SharedSpan<number>[]) {
  const pairs = people.flatMap((a, i) =>
    people.slice(i + 1).map((b) => [a, b] as [number, number]),
  );
  return pairs
    .map(([a, b]) => ({
      people: [a, b] as [number, number],
      seconds: roundTime(secondsWhere(spans, (who) => who.includes(a) && who.includes(b))),
    }))
    .filter(({ seconds }) => seconds > 0);
}

/**
 * Makes the summary of who was in view when out of the people of a recording. What they showed stays
 * in the session of each.
 *
 * @param candidate - the candidate's session, which gives the id, the source and the length.
 * @param people - everybody, the candidate among them when seen, in any order.
 * @returns the people in the order in which they appear.
 */
export function summarizeRoom(
  candidate: SessionSummary,
  people: readonly PersonInRoom[],
): RoomSummary {
  const inOrder = [...people].sort((a, b) => firstSeen(a) - firstSeen(b) || a.person - b.person);
  const numbers = inOrder.map(({ person }) => person);
  const { session_duration: duration } = candidate;
  const presences = new Map(inOrder.map(({ person, inView }) => [person, inView]));
  const spans = sharedTime(presences, { start: 0, end: duration });
  const together = secondsWhere(spans, ({ length }) => length > 0 && length === inOrder.length);
  const without = (who: readonly number[]): boolean => !who.includes(CANDIDATE);
  return {
    schema_version: ROOM_SCHEMA_VERSION,
    intended_use: 'self-practice',
    session_id: candidate.session_id,
    created_at: candidate.created_at,
    source: { ...candidate.source },
    session_duration: duration,
    candidate: numbers.includes(CANDIDATE) ? CANDIDATE : null,
    most_people_at_once: Math.max(...spans.map(({ present }) => present.length)),
    people_over_time: spans.map(({ start, end, present }) => ({
      ...roundSpan({ start, end }),
      people: present.length,
      in_view: [...present],
    })),
    seconds_by_number: secondsByNumber(spans),
    everyone_in_view: { seconds: roundTime(together), share: shareOf(together, duration) },
    overlaps: overlaps(numbers, spans),
    candidate_out_of_view: {
      seconds: roundTime(secondsWhere(spans, without)),
      seconds_with_others: roundTime(secondsWhere(spans, (who) => without(who) && who.length > 0)),
    },
    people: inOrder.map((entry) => personEntry(entry, duration)),
  };
}
