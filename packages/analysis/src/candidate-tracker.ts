import type { Box } from '@poise/core';
import { FirstLook } from './first-look.js';
import { OtherPeople } from './other-people.js';
import { misfit } from './place-fit.js';
import type { FrameMoment, PlacedFace } from './recording.js';

/** For so long a face that is not seen keeps its id: nobody else can be the candidate come back. */
const SECONDS_AWAY = 2;

/** For how long a face under a new id must be the only one that fits the candidate's place. */
const SECONDS_TO_RETURN = 0.5;

/** How a {@link CandidateTracker} comes to a candidate. */
export interface CandidateTrackerOptions {
  /**
   * Whether the first look decides. False: it goes on, and whoever is in front is given, until
   * {@link CandidateTracker.choose} or {@link CandidateTracker.decide}.
   */
  readonly decides: boolean;
}

/**
 * Says which of several faces is the candidate's, frame by frame, without recognising anybody.
 *
 * Who the candidate is is decided once: by the person, or by the first look, which takes three
 * seconds from the first face on. It is the face that is the most prominent on average (large, and
 * near the middle of the frame). From then on it is kept, however prominent anybody else is:
 *
 * - A face that keeps its id is the same person.
 * - Who was seen beside the candidate for half a second is somebody else for good under that id.
 * - A face under a new id is taken for the candidate come back when the candidate was away for two
 *   seconds (before, the own id would be back), and for half a second it is the only unknown face
 *   whose place and size fit the candidate's last: at most one and a half widths of the face away,
 *   at least half and at most twice the size, and nearer than to the place of another who is gone.
 *
 * Else the candidate is not in view. Somebody who was never seen beside the candidate, and sits down
 * in their place while they are gone, is taken for them: nothing but a face's looks would tell.
 */
export class CandidateTracker {
  readonly #decides: boolean;
  readonly #others = new OtherPeople();
  #firstLook: FirstLook | null = new FirstLook();
  #id: number | null = null;
  #decision: number | null = null;
  #lastSeen: { readonly box: Box; readonly timestamp: number } | null = null;
  #newcomer: { readonly id: number; readonly since: number } | null = null;
  #places = new Map<number, Box>();
  #latest = Number.NEGATIVE_INFINITY;

  constructor({ decides }: CandidateTrackerOptions) {
    this.#decides = decides;
  }

  /** Whether it is decided who the candidate is. */
  get isDecided(): boolean {
    return this.#firstLook === null;
  }

  /**
   * The id of the face that is, or was last, the candidate's; before the decision, of the one in
   * front. Null when there is none, or when faces are numbered anew and it is not found yet.
   */
  get id(): number | null {
    return this.#firstLook === null ? this.#id : this.#firstLook.leader;
  }

  /** The id under which the candidate was in view when it was decided; null before. */
  get decision(): number | null {
    return this.#decision;
  }

  /** Says who the candidate is; what was known before is forgotten. */
  choose(id: number): void {
    const box = this.#places.get(id);
    this.#firstLook = null;
    this.#others.clear();
    this.#id = id;
    this.#decision = id;
    this.#newcomer = null;
    this.#lastSeen = box === undefined ? null : { box, timestamp: this.#latest };
  }

  /** Ends the first look: whoever is in front now is the candidate; if nobody is, it goes on. */
  decide(): void {
    const leader = this.#firstLook?.leader ?? null;
    if (leader !== null) this.choose(leader);
  }

  /**
   * Faces are numbered anew from now on, as by another detector. Who the candidate is stays decided:
   * the face that fits the place is taken for theirs.
   */
  renumber(): void {
    if (this.#firstLook !== null) this.#firstLook = new FirstLook();
    this.#others.clear();
    this.#id = null;
    this.#newcomer = null;
    this.#places.clear();
    if (this.#lastSeen !== null)
      this.#lastSeen = { ...this.#lastSeen, timestamp: Number.NEGATIVE_INFINITY };
  }

  /**
   * The candidate's face in the next frame.
   *
   * @param faces - all faces of the frame.
   * @param frame - its size and time; times ascend.
   * @returns undefined while the candidate is not in view. Before the decision, the face in front.
   */
  next<Face extends PlacedFace>(faces: readonly Face[], frame: FrameMoment): Face | undefined {
    this.#latest = frame.timestamp;
    this.#places = new Map(faces.map(({ id, box }) => [id, box]));
    if (this.#firstLook !== null) {
      this.#firstLook.add(faces, frame);
      if (this.#decides && this.#firstLook.isOver(frame.timestamp)) this.decide();
    }
    if (this.#firstLook !== null) {
      const { leader } = this.#firstLook;
      return faces.find(({ id }) => id === leader);
    }
    const face = faces.find(({ id }) => id === this.#id) ?? this.#returned(faces);
    if (face === undefined) {
      for (const { id, box } of faces) this.#others.move(id, box);
      return undefined;
    }
    this.#id = face.id;
    this.#newcomer = null;
    this.#lastSeen = { box: face.box, timestamp: this.#latest };
    for (const { id, box } of faces) {
      if (id !== face.id) this.#others.addBeside(id, box, this.#latest);
    }
    return face;
  }

  /** The face under a new id that is the candidate come back. */
  #returned<Face extends PlacedFace>(faces: readonly Face[]): Face | undefined {
    const last = this.#lastSeen;
    if (last === null) return undefined;
    const inView = new Set(faces.map(({ id }) => id));
    const fitting = faces.filter(({ id, box }) => {
      const fit = misfit(box, last.box);
      return (
        !this.#others.has(id) && Number.isFinite(fit) && fit < this.#others.bestFit(box, inView)
      );
    });
    const [only] = fitting;
    // Two who fit: nobody can say which of them it is.
    if (only === undefined || fitting.length > 1) {
      this.#newcomer = null;
      return undefined;
    }
    if (this.#newcomer?.id !== only.id) this.#newcomer = { id: only.id, since: this.#latest };
    const stayed = this.#latest - this.#newcomer.since >= SECONDS_TO_RETURN;
    return stayed && this.#latest - last.timestamp >= SECONDS_AWAY ? only : undefined;
  }
}
