import type { Frame } from '@poise/core';
import type { FaceDetection, FaceDetector } from './face-detector.js';
import {
  type FaceMesh,
  type FaceMeshReader,
  meshBounds,
  regionOfDetection,
  regionOfMesh,
} from './face-mesh.js';
import { type CenteredBox, intersectionOverUnion } from './overlap.js';

/** Under this presence the mesh is not on a face (the mesh model's own threshold in MediaPipe). */
const MIN_PRESENCE = 0.5;

/** A detection and a track are the same face when they overlap this much. */
const SAME_FACE_OVERLAP = 0.3;

/** Two tracks that overlap this much have slid onto one face. */
const MERGED_OVERLAP = 0.6;

/** With room for more faces, look for them this often, in seconds: a newcomer waits at most this long. */
const SEARCH_BEAT = 2;

/** With all faces found, check them against the detector this often, in seconds. */
const CHECK_BEAT = 5;

/** A track that the detector misses this many times running has slid off its face. */
const MAX_MISSED_CHECKS = 2;

/** After a gap of this many seconds the face may be anywhere: start afresh. */
const MAX_GAP = 1;

/** A face followed from frame to frame. */
interface Track {
  mesh: FaceMesh;
  missedChecks: number;
}

function boxOfMesh({ points }: FaceMesh): CenteredBox {
  const { left, top, right, bottom } = meshBounds(points, 0);
  return {
    centerX: (left + right) / 2,
    centerY: (top + bottom) / 2,
    width: right - left,
    height: bottom - top,
  };
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
    this.#tracks.sort((a, b) => boxOfMesh(b.mesh).width - boxOfMesh(a.mesh).width);
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
    if (this.#tracks.length === 0) return true;
    const beat = this.#tracks.length < this.#options.maxFaces ? SEARCH_BEAT : CHECK_BEAT;
    return timestamp - this.#lastDetection >= beat;
  }

  /** Moves every track to this frame; true when one was lost. */
  async #followTracks(frame: Frame): Promise<boolean> {
    const kept: Track[] = [];
    for (const track of this.#tracks) {
      const mesh = await this.#reader.read(frame, regionOfMesh(track.mesh.points));
      if (!this.#isFace(mesh)) continue;
      const box = boxOfMesh(mesh);
      const merged = kept.some(
        (other) => intersectionOverUnion(boxOfMesh(other.mesh), box) > MERGED_OVERLAP,
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
      const box = boxOfMesh(track.mesh);
      const match = fresh.findIndex((face) => intersectionOverUnion(box, face) > SAME_FACE_OVERLAP);
      track.missedChecks = match >= 0 ? 0 : track.missedChecks + 1;
      if (match >= 0) fresh.splice(match, 1);
    }
    this.#tracks = this.#tracks.filter((track) => track.missedChecks < MAX_MISSED_CHECKS);
    const meshes: FaceMesh[] = [];
    if (this.#tracks.length < this.#options.maxFaces) {
      for (const face of fresh) meshes.push(await this.#readTwice(frame, face));
    }
    // The mesh measures a face better than the detector's box does: the largest by it come first.
    meshes.sort((a, b) => boxOfMesh(b).width - boxOfMesh(a).width);
    for (const mesh of meshes) {
      if (this.#tracks.length >= this.#options.maxFaces) break;
      if (!this.#isFace(mesh)) continue;
      const known = this.#tracks.some(
        (track) =>
          intersectionOverUnion(boxOfMesh(track.mesh), boxOfMesh(mesh)) > SAME_FACE_OVERLAP,
      );
      if (!known) this.#tracks.push({ mesh, missedChecks: 0 });
    }
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
    return mesh.presence >= MIN_PRESENCE && boxOfMesh(mesh).width >= this.#options.minFaceSize;
  }
}
