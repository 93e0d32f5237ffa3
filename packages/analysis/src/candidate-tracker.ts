import { type Box, intersectionOverUnion } from '@poise/core';
import { candidateFace, prominence } from './candidate.js';
import type { FrameMoment } from './recording.js';

/** Between two looks a face moves less than its own size: half of it overlaps, as a third of both. */
const SAME_FACE_OVERLAP = 0.3;

/** For how long another face must be there alone, or be clearly larger, to be the candidate. */
const SECONDS_TO_CHANGE = 1;

/** Someone who leans in is not yet the candidate; someone of half as much again is in front. */
const CLEARLY_LARGER = 1.5;

/** The face that overlaps a box most, if it can be the same face. */
function sameFace<Face extends { readonly box: Box }>(
  faces: readonly Face[],
  box: Box,
): Face | undefined {
  let best: Face | undefined;
  let most = SAME_FACE_OVERLAP;
  for (const face of faces) {
    const value = intersectionOverUnion(face.box, box);
    if (value >= most) {
      best = face;
      most = value;
    }
  }
  return best;
}

/**
 * Keeps to one person among several faces, from frame to frame. It begins with the most prominent
 * face and stays with the one that overlaps it in the next frame. It changes to another when that
 * face is gone for a second, or when the other has been clearly more prominent for a second.
 */
export class CandidateTracker {
  #candidate: { readonly box: Box; readonly seen: number } | null = null;
  #rival: { readonly box: Box; readonly since: number } | null = null;

  /**
   * The candidate's face in the next frame.
   *
   * @param faces - all faces of the frame.
   * @param frame - its size and time; times ascend.
   * @returns undefined while the candidate is not seen.
   */
  next<Face extends { readonly box: Box }>(
    faces: readonly Face[],
    frame: FrameMoment,
  ): Face | undefined {
    const { width, height, timestamp } = frame;
    const last = this.#candidate;
    const prominent = candidateFace(faces, width, height);
    const same = last === null ? undefined : sameFace(faces, last.box);
    if (same === undefined) {
      this.#rival = null;
      if (last !== null && timestamp - last.seen < SECONDS_TO_CHANGE) return undefined;
      return this.#take(prominent, timestamp);
    }
    const taken = prominent !== undefined && this.#hasWon(prominent, same, frame);
    return this.#take(taken ? prominent : same, timestamp);
  }

  #take<Face extends { readonly box: Box }>(
    face: Face | undefined,
    timestamp: number,
  ): Face | undefined {
    if (face !== undefined) this.#candidate = { box: face.box, seen: timestamp };
    return face;
  }

  /** Whether another face has now been clearly more prominent than the candidate's for long enough. */
  #hasWon(
    other: { readonly box: Box },
    candidate: { readonly box: Box },
    { width, height, timestamp }: FrameMoment,
  ): boolean {
    const larger =
      prominence(other.box, width, height) >=
      CLEARLY_LARGER * prominence(candidate.box, width, height);
    if (!larger) {
      this.#rival = null;
      return false;
    }
    const known =
      this.#rival !== null &&
      intersectionOverUnion(other.box, this.#rival.box) >= SAME_FACE_OVERLAP;
    const since = known && this.#rival !== null ? this.#rival.since : timestamp;
    const won = timestamp - since >= SECONDS_TO_CHANGE;
    this.#rival = won ? null : { box: other.box, since };
    return won;
  }
}
