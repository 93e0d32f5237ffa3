import type { FaceMesh } from '../face-mesh.js';
import { meshBox } from '../face-mesh.js';
import type { Point } from '../region.js';

/**
 * Over how many seconds the movement of a face is averaged: long enough to even out the jitter of
 * the mesh, short enough to follow somebody who begins to walk.
 */
const VELOCITY_SECONDS = 0.3;

/** For how many seconds a movement is expected to go on at its speed: people stop. */
const MOMENTUM_SECONDS = 0.5;

/** A face followed from frame to frame. */
export interface Track {
  /** From 1 up; no other face of the recording has it. */
  readonly id: number;
  /** The face when it was last seen. */
  readonly mesh: FaceMesh;
  /** When that was, in seconds. */
  readonly seen: number;
  /** How the middle of its box moves, in frame pixels a second. */
  readonly velocity: Point;
  /** The time of the first check in which the detector did not see it; null while it does. */
  readonly missedSince: number | null;
}

/** A track of a face that has just been found. */
export function startTrack(id: number, mesh: FaceMesh, timestamp: number): Track {
  return { id, mesh, seen: timestamp, velocity: { x: 0, y: 0 }, missedSince: null };
}

function center(mesh: FaceMesh): Point {
  const [x, y, width, height] = meshBox(mesh.points);
  return { x: x + width / 2, y: y + height / 2 };
}

/** The track after its face was seen again in the next frame. */
export function moveTrack(track: Track, mesh: FaceMesh, timestamp: number): Track {
  const elapsed = timestamp - track.seen;
  if (elapsed <= 0) return { ...track, mesh };
  const weight = 1 - Math.exp(-elapsed / VELOCITY_SECONDS);
  const from = center(track.mesh);
  const to = center(mesh);
  const mix = (velocity: number, moved: number) => velocity + weight * (moved / elapsed - velocity);
  const velocity = {
    x: mix(track.velocity.x, to.x - from.x),
    y: mix(track.velocity.y, to.y - from.y),
  };
  return { ...track, mesh, seen: timestamp, velocity };
}

/** How far a face has probably moved since it was last seen, in frame pixels. */
export function expectedShift({ seen, velocity }: Track, timestamp: number): Point {
  const seconds = MOMENTUM_SECONDS * (1 - Math.exp(-(timestamp - seen) / MOMENTUM_SECONDS));
  return { x: velocity.x * seconds, y: velocity.y * seconds };
}
