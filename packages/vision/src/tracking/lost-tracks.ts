import type { FaceMesh } from '../face-mesh.js';
import { assign } from './assignment.js';
import { reunionCost } from './mismatch.js';
import type { Track } from './track.js';

/**
 * For how many seconds a face that is not seen keeps its id. Somebody who turns away, bends down or
 * is covered for a moment is back by then; after that, whoever appears may be anybody.
 */
const KEEP_SECONDS = 2;

/** The faces that were followed a moment ago and are not seen now. */
export class LostTracks {
  #tracks: Track[] = [];

  /** Whether a face may still come back. */
  get waiting(): boolean {
    return this.#tracks.length > 0;
  }

  add(track: Track): void {
    this.#tracks.push(track);
  }

  remove(track: Track): void {
    this.#tracks = this.#tracks.filter((other) => other !== track);
  }

  clear(): void {
    this.#tracks = [];
  }

  /** Gives up those who were last seen too long ago. */
  expire(timestamp: number): void {
    this.#tracks = this.#tracks.filter(({ seen }) => timestamp - seen <= KEEP_SECONDS);
  }

  /** For each face, the track of the person who comes back with it; null for a stranger. */
  match(meshes: readonly FaceMesh[], timestamp: number): (Track | null)[] {
    const costs = meshes.map((mesh) =>
      this.#tracks.map((track) => reunionCost(track, mesh, timestamp)),
    );
    return assign(costs).map((index) => (index === null ? null : (this.#tracks[index] ?? null)));
  }
}
