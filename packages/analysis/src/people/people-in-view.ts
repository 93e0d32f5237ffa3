import type { TimeSpan } from '@poise/session';

/** A face counts as a person when it has been there for so long: half a second is no flicker. */
const SECONDS_TO_CONFIRM = 0.5;

/** Of the frames of that time it must be seen in at least this share. */
const SHARE_TO_CONFIRM = 0.5;

/**
 * A person is out of view when not seen for so long, twice what it takes to be in view: who turns
 * the head for a moment has not left, and the number of people does not flicker.
 */
const SECONDS_TO_LEAVE = 1;

/** However far apart frames are, it takes more than one of them to say that somebody left. */
const FRAMES_TO_LEAVE = 2;

/** A stretch in which a face may be in view. */
interface Stretch {
  readonly start: number;
  lastSeen: number;
  /** Frames since the start, and those in which the face was seen. */
  frames: number;
  seen: number;
  missedInRow: number;
  confirmed: boolean;
}

/** What is known of one face. */
interface Presence {
  readonly past: TimeSpan[];
  open: Stretch | null;
}

/**
 * Turns faces with ids, frame by frame, into people: who is there, and since when. No
 * decision is taken from a single frame. A person counts from half a second of presence, and no
 * longer after a second without; both are dated back to when the face was first or last seen.
 */
export class PeopleInView {
  readonly #presences = new Map<number, Presence>();
  #latest = 0;

  /**
   * Adds a frame.
   *
   * @param ids - of the faces that are seen in it, each once.
   * @param timestamp - in seconds, never less than before.
   * @returns the ids that turned out to be nobody: they were gone before they counted.
   */
  add(ids: readonly number[], timestamp: number): number[] {
    this.#latest = timestamp;
    for (const id of ids) if (!this.#presences.has(id)) this.#presences.set(id, newPresence());
    const seen = new Set(ids);
    const nobody: number[] = [];
    for (const [id, presence] of this.#presences) {
      if (seen.has(id)) see(presence, timestamp);
      else miss(presence, timestamp);
      if (presence.open === null && presence.past.length === 0) nobody.push(id);
    }
    for (const id of nobody) this.#presences.delete(id);
    return nobody;
  }

  /** Who is in view now, in the order in which they came. */
  get inView(): number[] {
    return [...this.#presences].flatMap(([id, { open }]) => (open?.confirmed === true ? [id] : []));
  }

  /** When each person was in view so far, by id; those who are ends with the last frame. */
  people(): Map<number, TimeSpan[]> {
    const people = new Map<number, TimeSpan[]>();
    for (const [id, { past, open }] of this.#presences) {
      const now = open?.confirmed === true ? [{ start: open.start, end: this.#latest }] : [];
      const spans = [...past, ...now];
      if (spans.length > 0) people.set(id, spans);
    }
    return people;
  }
}

const newPresence = (): Presence => ({ past: [], open: null });

function see(presence: Presence, timestamp: number): void {
  presence.open ??= {
    ...{ start: timestamp, lastSeen: timestamp, frames: 0, seen: 0 },
    ...{ missedInRow: 0, confirmed: false },
  };
  const { open } = presence;
  open.frames += 1;
  open.seen += 1;
  open.missedInRow = 0;
  open.lastSeen = timestamp;
  open.confirmed ||=
    timestamp - open.start >= SECONDS_TO_CONFIRM && open.seen >= SHARE_TO_CONFIRM * open.frames;
}

function miss(presence: Presence, timestamp: number): void {
  const { open, past } = presence;
  if (open === null) return;
  open.frames += 1;
  open.missedInRow += 1;
  const gone = timestamp - open.lastSeen >= SECONDS_TO_LEAVE;
  if (!gone || open.missedInRow < FRAMES_TO_LEAVE) return;
  if (open.confirmed) past.push({ start: open.start, end: open.lastSeen });
  presence.open = null;
}
