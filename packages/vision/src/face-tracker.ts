import { type Box, type Frame, intersectionOverUnion } from '@poise/core';
import type { FaceDetection, FaceDetector } from './face-detector.js';
import {
  type FaceMesh,
  type FaceMeshReader,
  meshBox,
  regionOfDetection,
  regionOfMesh,
} from './face-mesh.js';
import type { Region } from './region.js';
import { assign } from './tracking/assignment.js';
import { LostTracks } from './tracking/lost-tracks.js';
import { mismatch } from './tracking/mismatch.js';
import { Rivals } from './tracking/rivals.js';
import { moveTrack, startTrack, type Track } from './tracking/track.js';

/** Under this presence the mesh is not on a face (the mesh model's own threshold in MediaPipe). */
const MIN_PRESENCE = 0.5;

/** A detection and a track are the same face when they overlap this much. */
const SAME_FACE_OVERLAP = 0.3;

/** Two tracks that overlap this much have slid onto one face. */
const MERGED_OVERLAP = 0.6;

/**
 * How often the detector looks at the whole frame while no face is lost, in seconds: a newcomer
 * waits at most this long, and at 10 frames a second it is one frame in twenty.
 */
const SEARCH_BEAT = 2;

/**
 * The same while a face is lost and others are followed, or while a newcomer waits for a place: it
 * comes back within a fifth of a second, and at 30 frames a second the detector still runs in one
 * frame of six, for two seconds at most.
 */
const WAITING_BEAT = 0.2;

/**
 * With all places taken, a newcomer must be this many times as wide as the smallest face, for half a
 * second, to take its place: the person at the camera, not somebody who passed behind first.
 */
const CLEARLY_LARGER = 1.3;

/** A track that the detector has not seen for so many seconds has slid off its face. */
const UNCONFIRMED_SECONDS = 2;

/** After a gap of this many seconds the face may be anywhere: search for it. */
const MAX_GAP = 1;

/** The mesh of a face, and whose it is. */
export interface TrackedFace extends FaceMesh {
  /** A whole number from 1 up, the same while the face is followed and when it is soon back. */
  readonly id: number;
}

/** What reads the mesh of a face. */
export type MeshReader = Pick<FaceMeshReader, 'read'>;

/** What {@link FaceTracker} needs to know. */
export interface FaceTrackerOptions {
  /** Follow at most this many faces. */
  readonly maxFaces: number;
  /** Leave out faces narrower than this, in frame pixels. */
  readonly minFaceSize: number;
  /** Use the frame before; `false` treats every frame as a picture of its own. */
  readonly tracking: boolean;
}

const boxOf = ({ mesh }: Track): Box => meshBox(mesh.points);

const widthOf = (mesh: FaceMesh): number => meshBox(mesh.points)[2];

/**
 * Follows faces: the mesh of one frame tells where to read the mesh of the next, so that the
 * detector, which looks at the whole frame, runs only when a face is lost, when there may be more
 * faces, and on a slow beat as a check. A face keeps its id while it is followed, and when it comes
 * back within two seconds; nobody is recognised by what they look like.
 */
export class FaceTracker {
  readonly #detector: FaceDetector;
  readonly #reader: MeshReader;
  readonly #options: FaceTrackerOptions;
  readonly #lost = new LostTracks();
  readonly #rivals = new Rivals();
  #tracks: Track[] = [];
  #last: { width: number; height: number; timestamp: number } | undefined;
  #lastDetection = Number.NEGATIVE_INFINITY;
  #detectorRuns = 0;
  #nextId = 1;

  constructor(detector: FaceDetector, reader: MeshReader, options: FaceTrackerOptions) {
    this.#detector = detector;
    this.#reader = reader;
    this.#options = options;
  }

  /** How often the detector has run. */
  get detectorRuns(): number {
    return this.#detectorRuns;
  }

  /** Forgets all faces, for example before another recording; the next one found has the id 1. */
  reset(): void {
    this.#forget();
    this.#nextId = 1;
  }

  /** The meshes of the faces in a frame, the largest face first, each with its id. */
  async update(frame: Frame): Promise<TrackedFace[]> {
    this.#prepare(frame);
    const lostOne = await this.#followTracks(frame);
    if (lostOne || this.#detectionIsDue(frame.timestamp)) await this.#search(frame);
    this.#tracks.sort((a, b) => widthOf(b.mesh) - widthOf(a.mesh));
    return this.#tracks.map(({ id, mesh }) => ({ ...mesh, id }));
  }

  /** Lets go of what the frame before cannot say of this one. Ids are not given a second time. */
  #prepare({ width, height, timestamp }: Frame): void {
    const last = this.#last;
    this.#last = { width, height, timestamp };
    if (!this.#options.tracking) this.reset();
    if (last === undefined) return;
    const elapsed = timestamp - last.timestamp;
    if (width !== last.width || height !== last.height || elapsed < 0) this.#forget();
    else if (elapsed > MAX_GAP) {
      for (const track of this.#tracks) this.#lost.add(track);
      this.#tracks = [];
    }
    this.#lost.expire(timestamp);
  }

  #forget(): void {
    this.#tracks = [];
    this.#lost.clear();
    this.#rivals.clear();
    this.#lastDetection = Number.NEGATIVE_INFINITY;
  }

  #detectionIsDue(timestamp: number): boolean {
    const { length } = this.#tracks;
    if (length === 0) return true;
    const waiting = this.#rivals.waiting || (this.#lost.waiting && length < this.#options.maxFaces);
    return timestamp - this.#lastDetection >= (waiting ? WAITING_BEAT : SEARCH_BEAT);
  }

  /** Moves every track to this frame; true when one was lost. */
  async #followTracks(frame: Frame): Promise<boolean> {
    const { timestamp } = frame;
    const readings: { track: Track; mesh: FaceMesh; fit: number }[] = [];
    for (const track of this.#tracks) {
      const mesh = await this.#reader.read(frame, regionOfMesh(track.mesh.points));
      if (this.#isFace(mesh)) {
        readings.push({ track, mesh, fit: mismatch(track, mesh, timestamp) });
      } else this.#lost.add(track);
    }
    // Where one face covers another, both tracks read the one in front. It is that track's which
    // expected it so; the other waits for its face to come out again.
    readings.sort((a, b) => a.fit - b.fit);
    const kept: Track[] = [];
    for (const { track, mesh } of readings) {
      const moved = moveTrack(track, mesh, timestamp);
      const merged = kept.some(
        (other) => intersectionOverUnion(boxOf(other), boxOf(moved)) > MERGED_OVERLAP,
      );
      if (merged) this.#lost.add(track);
      else kept.push(moved);
    }
    const lostOne = kept.length < this.#tracks.length;
    this.#tracks = kept;
    return lostOne;
  }

  /** Runs the detector, confirms the tracks it sees and starts tracks for the faces that are new. */
  async #search(frame: Frame): Promise<void> {
    const detections = await this.#detector.detect(frame);
    this.#detectorRuns++;
    this.#lastDetection = frame.timestamp;
    const meshes: FaceMesh[] = [];
    for (const face of this.#confirm(detections, frame.timestamp)) {
      const mesh = await this.#readFound(frame, face);
      if (mesh === null) continue;
      const others = [...this.#tracks.map(({ mesh }) => mesh), ...meshes];
      const box = meshBox(mesh.points);
      const known = others.some(
        ({ points }) => intersectionOverUnion(meshBox(points), box) > SAME_FACE_OVERLAP,
      );
      if (!known) meshes.push(mesh);
    }
    this.#admit(meshes, frame.timestamp);
  }

  /** Marks the tracks that the detector sees and drops those off their face; gives the other faces. */
  #confirm(detections: readonly FaceDetection[], timestamp: number): FaceDetection[] {
    const boxes = this.#tracks.map(boxOf);
    const costs = boxes.map((box) =>
      detections.map((face) => {
        const overlap = intersectionOverUnion(box, face.box);
        return overlap > SAME_FACE_OVERLAP ? 1 - overlap : Number.POSITIVE_INFINITY;
      }),
    );
    const matches = assign(costs);
    this.#tracks = this.#tracks
      .map((track, i) => {
        const missed = matches[i] === null ? (track.missedSince ?? timestamp) : null;
        return { ...track, missedSince: missed };
      })
      .filter(
        ({ missedSince }) => missedSince === null || timestamp - missedSince < UNCONFIRMED_SECONDS,
      );
    return detections.filter((_, i) => !matches.includes(i));
  }

  /** Makes newcomers tracks, as far as there are places: first those who come back, then the largest. */
  #admit(meshes: readonly FaceMesh[], timestamp: number): void {
    const matches = this.#lost.match(meshes, timestamp);
    const newcomers = meshes
      .map((mesh, i) => ({ mesh, before: matches[i] ?? null }))
      .sort((a, b) => {
        if ((a.before === null) !== (b.before === null)) return a.before === null ? 1 : -1;
        return widthOf(b.mesh) - widthOf(a.mesh);
      });
    for (const { mesh, before } of newcomers) {
      if (!this.#makePlace(mesh, timestamp)) continue;
      if (before !== null) this.#lost.remove(before);
      this.#tracks.push(startTrack(before?.id ?? this.#nextId++, mesh, timestamp));
    }
    this.#rivals.endLook();
  }

  /** Whether there is a place for a face, if need be that of a much smaller one. */
  #makePlace(mesh: FaceMesh, timestamp: number): boolean {
    if (this.#tracks.length < this.#options.maxFaces) return true;
    const smallest = this.#tracks.reduce((a, b) => (widthOf(b.mesh) < widthOf(a.mesh) ? b : a));
    // A face that is followed stays unless the newcomer is clearly larger.
    if (widthOf(mesh) <= widthOf(smallest.mesh) * CLEARLY_LARGER) return false;
    if (!this.#rivals.hasWon(mesh, timestamp)) return false;
    this.#tracks = this.#tracks.filter((track) => track !== smallest);
    this.#lost.add(smallest);
    return true;
  }

  /**
   * The detector's box is rough, and the mesh depends a little on where it is read: a second reading
   * where the first one lies gives a still picture the mesh that it would have on video.
   */
  async #readTwice(frame: Frame, region: Region): Promise<FaceMesh> {
    const rough = await this.#reader.read(frame, region);
    if (!this.#isFace(rough)) return rough;
    return await this.#reader.read(frame, regionOfMesh(rough.points));
  }

  /** The mesh of a face that the detector found; null when it is none. */
  async #readFound(frame: Frame, face: FaceDetection): Promise<FaceMesh | null> {
    const region = regionOfDetection(face);
    for (const share of [1, ...(face.closerLooks ?? [])]) {
      const mesh = await this.#readTwice(frame, { ...region, size: region.size * share });
      if (this.#isFace(mesh)) return mesh;
      // A face that is too small does not grow by being looked at again.
      if (mesh.presence >= MIN_PRESENCE) break;
    }
    return null;
  }

  #isFace(mesh: FaceMesh): boolean {
    return mesh.presence >= MIN_PRESENCE && meshBox(mesh.points)[2] >= this.#options.minFaceSize;
  }
}
