import { type Frame, intersectionOverUnion } from '@poise/core';
import type { FaceDetection, FaceDetector } from './face-detector.js';
import {
  type FaceMesh,
  type FaceMeshReader,
  meshBox,
  regionOfDetection,
  regionOfMesh,
} from './face-mesh.js';

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
 * With all places taken, a newcomer must be this many times as wide as the smallest face to take its
 * place: the person at the camera, not somebody who passed behind first.
 */
const CLEARLY_LARGER = 1.3;

/** A track that the detector misses this many times running has slid off its face. */
const MAX_MISSED_CHECKS = 2;

/** After a gap of this many seconds the face may be anywhere: start afresh. */
const MAX_GAP = 1;

/** A face followed from frame to frame. */
interface Track {
  mesh: FaceMesh;
  missedChecks: number;
}

/** What {@link FaceTracker} needs to know. */
export interface FaceTrackerOptions {
  /** Follow at most this many faces. */
  readonly maxFaces: number;
  /** Leave out faces narrower than this, in frame pixels. */
  readonly minFaceSize: number;
  /** Use the frame before; `false` treats every frame as a picture of its own. */
  readonly tracking: boolean;
}

/**
 * Follows faces: the mesh of one frame tells where to read the mesh of the next, so that the
 * detector, which looks at the whole frame, runs only when a face is lost, when there may be more
 * faces, and on a slow beat as a check.
 */
export class FaceTracker {
  readonly #detector: FaceDetector;
  readonly #reader: FaceMeshReader;
  readonly #options: FaceTrackerOptions;
  #tracks: Track[] = [];
  #last: { width: number; height: number; timestamp: number } | undefined;
  #lastDetection = Number.NEGATIVE_INFINITY;
  #detectorRuns = 0;

  constructor(detector: FaceDetector, reader: FaceMeshReader, options: FaceTrackerOptions) {
    this.#detector = detector;
    this.#reader = reader;
    this.#options = options;
  }

  /** How often the detector has run. */
  get detectorRuns(): number {
    return this.#detectorRuns;
  }

  /** Forgets all faces, for example before another recording. */
  reset(): void {
    this.#tracks = [];
    this.#last = undefined;
    this.#lastDetection = Number.NEGATIVE_INFINITY;
  }

  /** The meshes of the faces in a frame, the largest face first. */
  async update(frame: Frame): Promise<FaceMesh[]> {
    if (!this.#options.tracking || !this.#follows(frame)) this.reset();
    this.#last = { width: frame.width, height: frame.height, timestamp: frame.timestamp };
    const lostOne = await this.#followTracks(frame);
    if (lostOne || this.#detectionIsDue(frame.timestamp)) await this.#search(frame);
    this.#tracks.sort((a, b) => meshBox(b.mesh.points)[2] - meshBox(a.mesh.points)[2]);
    return this.#tracks.map((track) => track.mesh);
  }

  /** Whether a frame can be the next of the same recording. */
  #follows(frame: Frame): boolean {
    const last = this.#last;
    if (last === undefined) return false;
    const elapsed = frame.timestamp - last.timestamp;
    const sameShape = frame.width === last.width && frame.height === last.height;
    return sameShape && elapsed >= 0 && elapsed <= MAX_GAP;
  }

  #detectionIsDue(timestamp: number): boolean {
    return this.#tracks.length === 0 || timestamp - this.#lastDetection >= SEARCH_BEAT;
  }

  /** Moves every track to this frame; true when one was lost. */
  async #followTracks(frame: Frame): Promise<boolean> {
    const kept: Track[] = [];
    for (const track of this.#tracks) {
      const mesh = await this.#reader.read(frame, regionOfMesh(track.mesh.points));
      if (!this.#isFace(mesh)) continue;
      const box = meshBox(mesh.points);
      const merged = kept.some(
        (other) => intersectionOverUnion(meshBox(other.mesh.points), box) > MERGED_OVERLAP,
      );
      if (!merged) kept.push({ ...track, mesh });
    }
    const lost = kept.length < this.#tracks.length;
    this.#tracks = kept;
    return lost;
  }

  /** Runs the detector, confirms the tracks it sees and starts tracks for the faces that are new. */
  async #search(frame: Frame): Promise<void> {
    const detections = await this.#detector.detect(frame);
    this.#detectorRuns++;
    this.#lastDetection = frame.timestamp;
    const fresh: FaceDetection[] = [...detections];
    for (const track of this.#tracks) {
      const box = meshBox(track.mesh.points);
      const match = fresh.findIndex(
        (face) => intersectionOverUnion(box, face.box) > SAME_FACE_OVERLAP,
      );
      track.missedChecks = match >= 0 ? 0 : track.missedChecks + 1;
      if (match >= 0) fresh.splice(match, 1);
    }
    this.#tracks = this.#tracks.filter((track) => track.missedChecks < MAX_MISSED_CHECKS);
    for (const face of fresh) this.#admit(await this.#readTwice(frame, face));
  }

  /** Makes a newcomer a track, when it is a face, not one that is followed, and has a place. */
  #admit(mesh: FaceMesh): void {
    if (!this.#isFace(mesh)) return;
    const box = meshBox(mesh.points);
    const boxes = this.#tracks.map((track) => meshBox(track.mesh.points));
    if (boxes.some((other) => intersectionOverUnion(other, box) > SAME_FACE_OVERLAP)) return;
    const track = { mesh, missedChecks: 0 };
    if (this.#tracks.length < this.#options.maxFaces) {
      this.#tracks.push(track);
      return;
    }
    const widths = boxes.map(([, , width]) => width);
    const smallest = Math.min(...widths);
    // On a picture of its own the largest faces win; on video a face that is followed stays unless
    // the newcomer is clearly larger.
    const factor = this.#options.tracking ? CLEARLY_LARGER : 1;
    if (box[2] > smallest * factor) this.#tracks[widths.indexOf(smallest)] = track;
  }

  /**
   * The detector's box is rough, and the mesh depends a little on where it is read: a second reading
   * where the first one lies gives a still picture the mesh that it would have on video.
   */
  async #readTwice(frame: Frame, face: FaceDetection): Promise<FaceMesh> {
    const rough = await this.#reader.read(frame, regionOfDetection(face));
    if (!this.#isFace(rough)) return rough;
    return await this.#reader.read(frame, regionOfMesh(rough.points));
  }

  #isFace(mesh: FaceMesh): boolean {
    return mesh.presence >= MIN_PRESENCE && meshBox(mesh.points)[2] >= this.#options.minFaceSize;
  }
}
