import type { Box } from '@poise/core';
import { misfit } from './place-fit.js';

/** Who is seen beside the candidate for so long is somebody else; a single frame says nothing. */
const SECONDS_BESIDE = 0.5;

interface Other {
  readonly since: number;
  lastSeen: number;
  box: Box;
}

/** Those who were seen beside the candidate: whoever has their id is never the candidate. */
export class OtherPeople {
  readonly #others = new Map<number, Other>();

  /** Notes a face that is in view together with the candidate's. */
  addBeside(id: number, box: Box, timestamp: number): void {
    const known = this.#others.get(id);
    if (known === undefined) this.#others.set(id, { since: timestamp, lastSeen: timestamp, box });
    else {
      known.lastSeen = timestamp;
      known.box = box;
    }
  }

  /** Notes where somebody is now, if they are known. */
  move(id: number, box: Box): void {
    const known = this.#others.get(id);
    if (known !== undefined) known.box = box;
  }

  /** Whether this is known to be somebody else. */
  has(id: number): boolean {
    const other = this.#others.get(id);
    return other !== undefined && isKnown(other);
  }

  /**
   * How well a face fits the place of one who is out of view: less is better.
   *
   * @param inView - the ids of those who are in view.
   */
  bestFit(box: Box, inView: ReadonlySet<number>): number {
    let best = Number.POSITIVE_INFINITY;
    for (const [id, other] of this.#others) {
      if (isKnown(other) && !inView.has(id)) best = Math.min(best, misfit(box, other.box));
    }
    return best;
  }

  clear(): void {
    this.#others.clear();
  }
}

const isKnown = ({ since, lastSeen }: Other): boolean => lastSeen - since >= SECONDS_BESIDE;
