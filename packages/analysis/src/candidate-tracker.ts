import { type Box, intersectionOverUnion } from '@poise/core';
import { candidateFace, prominence } from './candidate.js';
import type { FrameMoment } from './recording.js';

/** Between two looks a face moves less than its own size: half of it overlaps, as a third of both. */
const SAME_FACE_OVERLAP = 0.3;

/** For so long a face that is not seen keeps its id: before, nobody else is the candidate. */
const SECONDS_AWAY = 2;

/**
 * Somebody who was seen beside the candidate is another person, and is not read in the candidate's
 * place. Only when the candidate is gone for this long was it probably the wrong one from the start.
 */
const SECONDS_AWAY_FOR_BYSTANDERS = 10;

/** For how long another face must be clearly larger to be the candidate. */
const SECONDS_TO_CHANGE = 1;

/** Someone who leans in is not yet the candidate; someone of half as much again is in front. */
const CLEARLY_LARGER = 1.5;

/** A face with its place, and its id when it is followed. */
interface PlacedFace {
  readonly box: Box;
  readonly id?: number;
}

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
 * face and stays with it: with the same id, or, where the id is new or there is none, with the face
 * that overlaps it in the next frame. It changes to another when that face is gone for two seconds
 * (ten, for those who were seen beside it), or when the other has been clearly more prominent for a
 * second.
 */
export class CandidateTracker {
  #candidate: (PlacedFace & { readonly seen: number }) | null = null;
  #rival: { readonly box: Box; readonly since: number } | null = null;
  readonly #bystanders = new Set<number>();

  /**
   * The candidate's face in the next frame.
   *
   * @param faces - all faces of the frame.
   * @param frame - its size and time; times ascend.
   * @returns undefined while the candidate is not seen.
   */
  next<Face extends PlacedFace>(faces: readonly Face[], frame: FrameMoment): Face | undefined {
    const { width, height, timestamp } = frame;
    const last = this.#candidate;
    const strangers = faces.filter(({ id }) => id === undefined || !this.#bystanders.has(id));
    const followed = faces.find(({ id }) => id !== undefined && id === last?.id);
    const same = followed ?? (last === null ? undefined : sameFace(strangers, last.box));
    if (same === undefined) {
      this.#rival = null;
      const away = last === null ? Number.POSITIVE_INFINITY : timestamp - last.seen;
      if (away < SECONDS_AWAY) return undefined;
      const choice = away < SECONDS_AWAY_FOR_BYSTANDERS ? strangers : faces;
      return this.#take(candidateFace(choice, width, height), faces, timestamp);
    }
    const prominent = candidateFace(faces, width, height);
    const taken = prominent !== undefined && this.#hasWon(prominent, same, frame);
    return this.#take(taken ? prominent : same, faces, timestamp);
  }

  #take<Face extends PlacedFace>(
    face: Face | undefined,
    faces: readonly Face[],
    timestamp: number,
  ): Face | undefined {
    if (face === undefined) return undefined;
    const { box, id } = face;
    this.#candidate = { box, seen: timestamp, ...(id === undefined ? {} : { id }) };
    for (const other of faces) if (other.id !== undefined) this.#bystanders.add(other.id);
    if (id !== undefined) this.#bystanders.delete(id);
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
