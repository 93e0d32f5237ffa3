import { dominantEmotion, type Frame } from '@poise/core';
import type { DetailsReader } from './details/details-reader.js';
import { ExpressionFollower } from './expression-follower.js';
import type { ExpressionReader } from './expression-reader.js';
import { expressionRegion } from './expression-region.js';
import { meshBox } from './face-mesh.js';
import type { FaceResult } from './face-result.js';
import type { FaceTracker, TrackedFace } from './face-tracker.js';

/** From a frame to what its faces show: find and follow the faces, cut them out, read them. */
export class FacePipeline {
  readonly #tracker: FaceTracker;
  readonly #reader: ExpressionReader;
  readonly #expressions: ExpressionFollower;
  readonly #details: DetailsReader;

  /** @param video - whether frames follow one another; otherwise each is a picture of its own. */
  constructor(
    tracker: FaceTracker,
    reader: ExpressionReader,
    details: DetailsReader,
    video: boolean,
  ) {
    this.#tracker = tracker;
    this.#reader = reader;
    this.#expressions = new ExpressionFollower(reader, video);
    this.#details = details;
  }

  /** Every face in the frame, the largest first. Frames of one recording go in in order. */
  async process(frame: Frame): Promise<FaceResult[]> {
    return this.read(frame, await this.find(frame));
  }

  /** Where every face of the next frame is, the largest first: boxes and meshes, nothing is read. */
  find(frame: Frame): Promise<TrackedFace[]> {
    return this.#tracker.update(frame);
  }

  /**
   * What some of the faces that {@link find} gave for a frame show, in their order.
   *
   * @param main - the id of the face that matters most; left out, none does.
   */
  async read(frame: Frame, meshes: readonly TrackedFace[], main?: number): Promise<FaceResult[]> {
    const regions = meshes.map((mesh) => expressionRegion(mesh.points));
    const crops = this.#reader.cutRegions(frame, regions);
    const details = await this.#details.read(frame, meshes, crops, this.#reader.cropSize, main);
    const faces = meshes.map(({ id }, i) => ({ id, quality: details[i]?.quality.value ?? 0 }));
    const expressions = await this.#expressions.read(crops, faces, frame.timestamp);
    return meshes.map((mesh, i) => {
      const expression = expressions[i] as (typeof expressions)[number];
      return {
        box: meshBox(mesh.points),
        ...expression,
        dominantEmotion: dominantEmotion(expression.emotions),
        score: mesh.presence,
        landmarks: mesh.points,
        id: mesh.id,
        details: details[i] as (typeof details)[number],
      };
    });
  }

  /** Forgets all faces, for example before another recording. */
  reset(): void {
    this.#tracker.reset();
    this.#expressions.reset();
  }
}
