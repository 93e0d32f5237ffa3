import {
  type PersonInRoom,
  personSessionId,
  type RoomSummary,
  type SessionSummary,
  summarizeRoom,
} from '@poise/session';
import type { Observation } from '../observe.js';
import { PeopleInView } from './people-in-view.js';
import { PersonSession, type SessionOrigin } from './person-session.js';

/** The people of a recording other than the candidate, as far as they agreed to be read. */
export interface Others {
  /** All people; the candidate among them. */
  readonly room: RoomSummary;
  /** The session of each other person, in order of appearance, named as the room names it. */
  readonly sessions: readonly SessionSummary[];
}

/** Watches who is in the room beside the candidate, and reads them if they agreed. */
export class Room {
  readonly #origin: SessionOrigin;
  readonly #read: boolean;
  readonly #view = new PeopleInView();
  readonly #candidateIds = new Set<number>();
  readonly #sessions = new Map<number, PersonSession>();
  #start: number | null = null;
  #candidateSeen: { first: number; last: number } | null = null;

  /**
   * @param origin - of the recording; its start is that of the first frame.
   * @param read - whether the others are read; false only counts them.
   */
  constructor(origin: SessionOrigin, read: boolean) {
    this.#origin = origin;
    this.#read = read;
  }

  /** Adds what a frame shows. */
  add({ timestamp, frame, face, faces }: Observation): void {
    this.#start ??= timestamp;
    if (face !== undefined) {
      this.#candidateSeen = { first: this.#candidateSeen?.first ?? timestamp, last: timestamp };
      if (face.id !== undefined) this.#candidateIds.add(face.id);
    }
    const ids = faces.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const nobody = this.#view.add(ids, timestamp);
    if (!this.#read) return;
    for (const id of [...nobody, ...this.#candidateIds]) this.#sessions.delete(id);
    for (const other of faces) {
      if (other.id !== undefined && !this.#candidateIds.has(other.id)) {
        this.#sessionOf(other.id, timestamp).see(other, { timestamp, frame });
      }
    }
    for (const [id, session] of this.#sessions) if (!ids.includes(id)) session.miss(timestamp);
  }

  #sessionOf(id: number, timestamp: number): PersonSession {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const elapsed = timestamp - (this.#start ?? timestamp);
    const startedAt = new Date(this.#origin.startedAt.getTime() + elapsed * 1000);
    const session = new PersonSession({ ...this.#origin, startedAt });
    this.#sessions.set(id, session);
    return session;
  }

  /** How many people other than the candidate were there for long enough to count. */
  get othersSeen(): number {
    return this.#otherIds().length;
  }

  /** The most people who were in view at once. */
  get mostAtOnce(): number {
    return Math.max(0, ...this.#view.overTime().map(({ people }) => people));
  }

  /**
   * What the others showed.
   *
   * @param candidate - the candidate's session.
   */
  others(candidate: SessionSummary): Others {
    const start = this.#start ?? 0;
    const people: PersonInRoom[] = [];
    const seen = this.#candidateSeen;
    if (seen !== null) {
      people.push({
        ...{ person: 1, trackIds: [...this.#candidateIds], summary: candidate },
        ...{ firstSeen: seen.first - start, lastSeen: seen.last - start },
      });
    }
    const sessions: SessionSummary[] = [];
    for (const { id, firstSeen } of this.#otherIds()) {
      const session = this.#sessions.get(id);
      if (session === undefined) continue;
      const person = sessions.length + 2;
      const summary = session.summary(personSessionId(candidate.session_id, person));
      sessions.push(summary);
      const lastSeen = session.lastSeen - start;
      people.push({ person, trackIds: [id], firstSeen: firstSeen - start, lastSeen, summary });
    }
    const spans = this.#view.overTime().map((span) => ({
      ...span,
      ...{ start: span.start - start, end: span.end - start },
    }));
    return { room: summarizeRoom(candidate, people, spans), sessions };
  }

  /** Those who count and were never the candidate, in order of appearance. */
  #otherIds(): { id: number; firstSeen: number }[] {
    return [...this.#view.people()]
      .filter(([id]) => !this.#candidateIds.has(id))
      .map(([id, [first]]) => ({ id, firstSeen: first?.start ?? 0 }))
      .sort((a, b) => a.firstSeen - b.firstSeen || a.id - b.id);
  }
}
