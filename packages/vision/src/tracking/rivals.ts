import type { FaceMesh } from '../face-mesh.js';
import { reunionCost } from './mismatch.js';
import { moveTrack, startTrack, type Track } from './track.js';

/** A newcomer must be seen for so long to take another's place: no single look decides it. */
const SECONDS_TO_WIN = 0.5;

/** A rival is not among the tracks yet. */
const NO_ID = 0;

interface Rival {
  readonly since: number;
  readonly track: Track;
}

/**
 * The newcomers who want the place of a face that is followed. Each must be seen in every look of
 * the detector for half a second, at a place and in a size that fit.
 */
export class Rivals {
  #rivals: Rival[] = [];
  #next: Rival[] = [];

  /** Whether somebody waits for a place: then the detector looks more often. */
  get waiting(): boolean {
    return this.#rivals.length > 0;
  }

  /** Whether a face that wants a place now has wanted it for long enough. */
  hasWon(mesh: FaceMesh, timestamp: number): boolean {
    const known = this.#rivals
      .map((rival) => ({ rival, cost: reunionCost(rival.track, mesh, timestamp) }))
      .filter(({ cost }) => Number.isFinite(cost))
      .sort((a, b) => a.cost - b.cost)[0]?.rival;
    if (known === undefined) {
      this.#next.push({ since: timestamp, track: startTrack(NO_ID, mesh, timestamp) });
      return false;
    }
    this.#rivals = this.#rivals.filter((rival) => rival !== known);
    if (timestamp - known.since >= SECONDS_TO_WIN) return true;
    this.#next.push({ since: known.since, track: moveTrack(known.track, mesh, timestamp) });
    return false;
  }

  /** Ends a look of the detector: who was not seen in it is no rival any more. */
  endLook(): void {
    this.#rivals = this.#next;
    this.#next = [];
  }

  clear(): void {
    this.#rivals = [];
    this.#next = [];
  }
}
