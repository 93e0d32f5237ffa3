import { type OthersInView, secondsWhere, sharedTime, type TimeSpan } from '@poise/session';
import type { Observation } from '../observe.js';
import { PeopleInView } from './people-in-view.js';

/** Somebody other than the candidate, with when they were in view. */
export interface OtherPerson {
  readonly id: number;
  readonly inView: readonly TimeSpan[];
}

/** Counts the people of a recording, without reading anybody: who is in view when. */
export class PeopleBeside {
  readonly #view = new PeopleInView();
  readonly #candidateIds = new Set<number>();
  #start: number | null = null;
  #latest = 0;

  /**
   * Adds what a frame shows.
   *
   * @returns the ids that turned out to be nobody: they were gone before they counted.
   */
  add({ timestamp, candidate, ids }: Observation): number[] {
    this.#start ??= timestamp;
    this.#latest = timestamp;
    if (candidate !== null) this.#candidateIds.add(candidate);
    return this.#view.add(ids, timestamp);
  }

  /** The time of the first frame; 0 before it. */
  get start(): number {
    return this.#start ?? 0;
  }

  /** The ids that the candidate's face has had. */
  get candidateIds(): ReadonlySet<number> {
    return this.#candidateIds;
  }

  /** When the candidate was in view, by time. */
  get candidateInView(): TimeSpan[] {
    const people = this.#view.people();
    const spans = [...this.#candidateIds].flatMap((id) => people.get(id) ?? []);
    return spans.sort((a, b) => a.start - b.start);
  }

  /** Those who count and were never the candidate, in order of appearance. */
  get others(): OtherPerson[] {
    const first = ({ inView }: OtherPerson): number => inView[0]?.start ?? 0;
    return [...this.#view.people()]
      .filter(([id]) => !this.#candidateIds.has(id))
      .map(([id, inView]) => ({ id, inView }))
      .sort((a, b) => first(a) - first(b) || a.id - b.id);
  }

  /**
   * How many others there were, and for how long beside the candidate and without.
   *
   * @param facesFollowed - how many faces are followed at most.
   */
  counts(facesFollowed: number): OthersInView {
    const { others } = this;
    const candidate = 'candidate';
    const presences = new Map<number | typeof candidate, readonly TimeSpan[]>([
      [candidate, this.candidateInView],
    ]);
    for (const { id, inView } of others) presences.set(id, inView);
    const spans = sharedTime(presences, { start: this.start, end: this.#latest });
    const mostAtOnce = Math.max(...spans.map(({ present }) => present.length));
    return {
      people: others.length,
      most_at_once: mostAtOnce,
      capped: mostAtOnce >= facesFollowed,
      seconds_beside: secondsWhere(spans, (who) => who.length > 1 && who.includes(candidate)),
      seconds_without_person: secondsWhere(
        spans,
        (who) => who.length > 0 && !who.includes(candidate),
      ),
    };
  }
}
