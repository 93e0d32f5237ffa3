import { type Box, intersectionOverUnion } from '@poise/core';
import { type FaceMesh, meshBox } from '../face-mesh.js';
import { expectedShift, type Track } from './track.js';

/** Points of the mesh that every face model knows: outer eye corners, nose tip, mouth corners. */
const LANDMARKS = [33, 263, 1, 61, 291] as const;

/** Further away than this many widths of the face, it is not the one that was just seen … */
const REACH_AT_ONCE = 1;

/** … and so many more for each second since: a person who shifts on a chair or leans out of view. */
const REACH_PER_SECOND = 1;

/**
 * A face that is larger or smaller than before by more than this power of two is another: half the
 * size is still the same person, who leans back.
 */
const MOST_DOUBLINGS = 1.25;

/** How a face in a frame differs from a track. */
interface Difference {
  /** 1 less the overlap of the boxes. */
  readonly apart: number;
  /** Mean distance of the landmarks, in widths of the face. */
  readonly distance: number;
  /** Doublings or halvings of the width. */
  readonly doublings: number;
}

function difference(track: Track, mesh: FaceMesh, timestamp: number): Difference {
  const shift = expectedShift(track, timestamp);
  const [x, y, width, height] = meshBox(track.mesh.points);
  const expected: Box = [x + shift.x, y + shift.y, width, height];
  const box = meshBox(mesh.points);
  const size = Math.sqrt(width * box[2]);
  let distance = 0;
  for (const landmark of LANDMARKS) {
    const at = (points: Float32Array, axis: number) => points[landmark * 3 + axis] ?? Number.NaN;
    const dx = at(mesh.points, 0) - at(track.mesh.points, 0) - shift.x;
    const dy = at(mesh.points, 1) - at(track.mesh.points, 1) - shift.y;
    distance += Math.hypot(dx, dy) / size / LANDMARKS.length;
  }
  return {
    apart: 1 - intersectionOverUnion(expected, box),
    distance,
    doublings: Math.abs(Math.log2(box[2] / width)),
  };
}

/**
 * How badly a face fits a track, 0 for a perfect fit: where the boxes do not overlap, how far apart
 * the landmarks are, and how different the sizes. The track's own movement is taken on to the time
 * of the frame, so that two faces that pass each other are told apart by where they were going.
 */
export function mismatch(track: Track, mesh: FaceMesh, timestamp: number): number {
  const { apart, distance, doublings } = difference(track, mesh, timestamp);
  return apart + distance + doublings;
}

/**
 * {@link mismatch} of a track and a face that was found by looking at the whole frame.
 *
 * @returns Infinity when it cannot be the same face: too far away for the time, or of another size.
 */
export function reunionCost(track: Track, mesh: FaceMesh, timestamp: number): number {
  const { apart, distance, doublings } = difference(track, mesh, timestamp);
  const reach = REACH_AT_ONCE + REACH_PER_SECOND * (timestamp - track.seen);
  if (distance > reach || doublings > MOST_DOUBLINGS) return Number.POSITIVE_INFINITY;
  return apart + distance + doublings;
}
