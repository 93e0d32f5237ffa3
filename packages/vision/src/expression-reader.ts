import type { Frame } from '@poise/core';
import { EMOTIONS, type EmotionScores, emotionScoresFromRow, PoiseError } from '@poise/core';
import type { Region } from './region.js';
import type { RuntimeModel, Tensor } from './runtime.js';
import { warpGray } from './warp.js';

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
   * @throws PoiseError RUNTIME_FAILED when the model has no output `probabilities`.
   */
  async readCrops(crops: Float32Array, count: number): Promise<ExpressionBatch> {
    const input: Tensor = { data: crops, dims: [count, 1, this.cropSize, this.cropSize] };
    const outputs = await this.#model.run(input);
    const probabilities = outputs['probabilities'];
    if (probabilities === undefined || probabilities.data.length !== count * EMOTIONS.length) {
      throw new PoiseError('RUNTIME_FAILED', 'the expression model gave no "probabilities"');
    }
    return {
      probabilities: probabilities.data,
      fer2013: outputs['fer2013_probabilities']?.data ?? null,
    };
  }

  /** The expression in each region of a frame, in one run of the model. */
  async readRegions(frame: Frame, regions: readonly Region[]): Promise<EmotionScores[]> {
    if (regions.length === 0) return [];
    const plane = this.cropSize * this.cropSize;
    const crops = new Float32Array(regions.length * plane);
    regions.forEach((region, i) => {
      warpGray(frame, region, this.cropSize, crops, i * plane);
    });
    const { probabilities } = await this.readCrops(crops, regions.length);
    return regions.map((_, i) => emotionScoresFromRow(probabilities, i * EMOTIONS.length));
  }

  /** Frees the model. */
  async dispose(): Promise<void> {
    await this.#model.dispose();
  }
}
