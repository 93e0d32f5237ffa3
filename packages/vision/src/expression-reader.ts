import type { Frame } from '@poise/core';
import { EMOTIONS } from '@poise/core';
import type { Region } from './region.js';
import { outputOf, type RuntimeModel } from './runtime.js';
import { warpGray } from './warp-gray.js';

/** What an expression model said of a batch of face crops. */
export interface ExpressionBatch {
  /** `n × 7` probabilities in the order of `EMOTIONS`; each row sums to 1. */
  readonly probabilities: Float32Array;
  /** The same from the head that was trained on FER2013's own labels, where the model has one. */
  readonly fer2013: Float32Array | null;
}

/** Reads expressions from square gray face crops. */
export class ExpressionReader {
  readonly #model: RuntimeModel;
  /** Side of a crop in pixels. */
  readonly cropSize: number;

  /** @param cropSize - side of the model's input in pixels. */
  constructor(model: RuntimeModel, cropSize: number) {
    this.#model = model;
    this.cropSize = cropSize;
  }

  /**
   * Reads a batch of crops.
   *
   * @param crops - `n × cropSize × cropSize` gray values, 0–255.
   * @throws PoiseError RUNTIME_FAILED when the model fails or has no output `probabilities`.
   */
  async readCrops(crops: Float32Array, count: number): Promise<ExpressionBatch> {
    const outputs = await this.#model.run({
      data: crops,
      dims: [count, 1, this.cropSize, this.cropSize],
    });
    return {
      probabilities: outputOf(outputs, 'probabilities', count * EMOTIONS.length),
      fer2013: outputs['fer2013_probabilities']?.data ?? null,
    };
  }

  /** Cuts regions out of a frame, as {@link readCrops} takes them. */
  cutRegions(frame: Frame, regions: readonly Region[]): Float32Array {
    const plane = this.cropSize * this.cropSize;
    const crops = new Float32Array(regions.length * plane);
    regions.forEach((region, i) => {
      warpGray(frame, region, this.cropSize, crops, i * plane);
    });
    return crops;
  }
}

/** What reads crops that are cut out. */
export type CropReader = Pick<ExpressionReader, 'cropSize' | 'readCrops'>;
