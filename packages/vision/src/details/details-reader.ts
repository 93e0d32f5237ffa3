import type { FaceDetails, Frame } from '@poise/core';
import type { FaceMesh } from '../face-mesh.js';
import { readEyes } from './eyes.js';
import { faceQuality } from './face-quality.js';
import { PoseFitter } from './fit-pose.js';
import type { EyePoints, IrisReader } from './iris-reader.js';
import { mouthShape } from './mouth-shape.js';

/** Reads what faces show beyond their expression. */
export class DetailsReader {
  readonly #iris: IrisReader;
  readonly #poses = new PoseFitter();

  constructor(iris: IrisReader) {
    this.#iris = iris;
  }

  /**
   * The details of every face of a frame.
   *
   * @param crops - the faces as the expression model sees them: `side × side` gray values each.
   * @throws PoiseError RUNTIME_FAILED.
   */
  async read(
    frame: Frame,
    meshes: readonly FaceMesh[],
    crops: Float32Array,
    side: number,
  ): Promise<FaceDetails[]> {
    const eyes = await this.#iris.read(
      frame,
      meshes.map(({ points }) => points),
    );
    return meshes.map((mesh, i) => {
      const pose = this.#poses.fit(mesh.points, frame.width, frame.height);
      const angles = pose?.angles ?? null;
      const crop = crops.subarray(i * side * side, (i + 1) * side * side);
      return {
        pose: angles,
        eyes: readEyes(eyes[i] as readonly [EyePoints, EyePoints], angles),
        mouth: mouthShape(mesh.points, pose),
        quality: faceQuality(frame, mesh, crop, side, angles),
      };
    });
  }
}
