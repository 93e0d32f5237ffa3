import { type Frame, PoiseError } from '@poise/core';
import { defaultModel, findModel } from '@poise/models';
import { DEVICES, type Device } from './devices.js';
import type { ExpressionBatch } from './expression-reader.js';
import { assertFrame, assertOneOf, assertOptions } from './validate.js';
import { VisionWorker } from './vision-worker.js';
import { warpGray } from './warp-gray.js';

/** What an {@link ExpressionClassifier} is made of. */
export interface ExpressionClassifierOptions {
  /** Name of the expression model; the default model of the models package when left out. */
  readonly model?: string;
  /** Where the model runs. Default `auto`: the processor. */
  readonly device?: Device;
  /** A folder to read the model file from in place of the models package. */
  readonly modelDirectory?: string;
}

/**
 * Reads expressions from face crops that are already cut out, for example to evaluate a model on a
 * data set: as Poise reads every face, by the mean of what the model says of it and of its mirror image. For pictures and video use `EmotionDetector`.
 */
export class ExpressionClassifier implements AsyncDisposable {
  readonly #worker: VisionWorker;
  /** Width and height of a crop, in pixels. */
  readonly cropSize: number;

  private constructor(worker: VisionWorker, cropSize: number) {
    this.#worker = worker;
    this.cropSize = cropSize;
  }

  /**
   * Starts the thread and loads the model.
   *
   * @throws PoiseError OPTION_INVALID, MODEL_UNKNOWN, MODEL_MISSING, MODEL_CORRUPTED,
   * DEVICE_UNSUPPORTED or RUNTIME_FAILED.
   */
  static async create(options: ExpressionClassifierOptions = {}): Promise<ExpressionClassifier> {
    assertOptions(options);
    const { model = defaultModel('expression').name, device = 'auto', modelDirectory } = options;
    findModel(model, 'expression');
    assertOneOf('device', device, DEVICES);
    const { worker, ready } = await VisionWorker.start({
      kind: 'classifier',
      model,
      device,
      modelDirectory,
    });
    return new ExpressionClassifier(worker, ready.cropSize);
  }

  /**
   * Reads a batch of crops.
   *
   * @param crops - `count × cropSize × cropSize` gray values, 0–255, framed from above the brows to
   * the chin, upright.
   * @throws PoiseError FRAME_INVALID when the values do not fill the crops, DISPOSED, RUNTIME_FAILED.
   */
  async classify(crops: Float32Array, count: number): Promise<ExpressionBatch> {
    const expected = count * this.cropSize * this.cropSize;
    if (count < 1 || crops.length !== expected) {
      throw new PoiseError('FRAME_INVALID', `${crops.length} values for ${count} face crops`, {
        hint: `Give count × ${this.cropSize} × ${this.cropSize} gray values.`,
      });
    }
    return await this.#worker.call({ kind: 'classify', crops, count });
  }

  /**
   * Reads whole frames as face crops, one face each. Of a frame that is not square the middle is
   * taken; the size does not matter.
   *
   * @throws PoiseError FRAME_INVALID, DISPOSED, RUNTIME_FAILED.
   */
  async classifyFrames(frames: readonly Frame[]): Promise<ExpressionBatch> {
    const plane = this.cropSize * this.cropSize;
    const crops = new Float32Array(frames.length * plane);
    frames.forEach((frame, i) => {
      assertFrame(frame);
      const { width, height } = frame;
      const region = {
        centerX: width / 2,
        centerY: height / 2,
        size: Math.min(width, height),
        angle: 0,
      };
      warpGray(frame, region, this.cropSize, crops, i * plane);
    });
    return await this.classify(crops, frames.length);
  }

  /** Ends the thread and frees the model. Safe to call twice. */
  async dispose(): Promise<void> {
    await this.#worker.dispose();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}
