import {
  type PersonInRoom,
  personSessionId,
  type RoomSummary,
  type SessionSummary,
  summarizeRoom,
  type TimeSpan,
} from '@poise/session';
import type { Observation } from '../observe.js';
import type { PeopleBeside } from './people-beside.js';
import { PersonSession, type SessionOrigin } from './person-session.js';

/** The people of a recording other than the candidate, when all agreed to be read. */
export interface Others {
  /** Who was in view when; the candidate among them. */
  readonly room: RoomSummary;
  /** The session of each other person, in order of appearance, named as the room names it. */
  readonly sessions: readonly SessionSummary[];
}

/** Reads who is in the room beside the candidate. */
export class Room {
  readonly #origin: SessionOrigin;
  readonly #people: PeopleBeside;
  readonly #sessions = new Map<number, PersonSession>();

  /**
   * @param origin - of the recording; its start is that of the first frame.
   * @param people - who is in view; told of each frame before the room is.
   */
  constructor(origin: SessionOrigin, people: PeopleBeside) {
    this.#origin = origin;
    this.#people = people;
  }

  /**
   * Adds what a frame shows.
   *
   * @param nobody - the ids that turned out to be nobody.
   */
  add(observation: Observation, nobody: readonly number[]): void {
    const { timestamp, ids, read } = observation;
    const { candidateIds } = this.#people;
    for (const id of [...nobody, ...candidateIds]) this.#sessions.delete(id);
    for (const face of read) {
      if (!candidateIds.has(face.id)) this.#sessionOf(face.id, timestamp).see(face, observation);
    }
    for (const [id, session] of this.#sessions) if (!ids.includes(id)) session.miss(timestamp);
  }

  #sessionOf(id: number, timestamp: number): PersonSession {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const elapsed = timestamp - this.#people.start;
    const startedAt = new Date(this.#origin.startedAt.getTime() + elapsed * 1000);
    const session = new PersonSession({ ...this.#origin, startedAt });
    this.#sessions.set(id, session);
    return session;
  }

  /**
   * What the others showed.
   *
   * @param candidate - the candidate's session.
   */
  others(candidate: SessionSummary): Others {
    const { start, candidateIds, candidateInView, others } = this.#people;
    const fromStart = (spans: readonly TimeSpan[]): TimeSpan[] =>
      spans.map((span) => ({ start: span.start - start, end: span.end - start }));
    const people: PersonInRoom[] = [];
    if (candidateInView.length > 0) {
      people.push({
        ...{ person: 1, trackIds: [...candidateIds], summary: candidate },
        inView: fromStart(candidateInView),
      });
    }
    const sessions: SessionSummary[] = [];
    for (const { id, inView } of others) {
      const session = this.#sessions.get(id);
      if (session === undefined) continue;
      const person = sessions.length + 2;
      const summary = session.summary(personSessionId(candidate.session_id, person));
      sessions.push(summary);
      people.push({ person, trackIds: [id], inView: fromStart(inView), summary });
    }
    return { room: summarizeRoom(candidate, people), sessions };
  }
}
