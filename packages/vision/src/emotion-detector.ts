import type { Frame } from '@poise/core';
import { defaultModel, findModel } from '@poise/models';
import { type FaceOptions, resolveFaceOptions } from './detector-options.js';
import { DEVICES, type Device, nodeExecutionProvider } from './devices.js';
import type { ChooseFaces, FaceReadings, FaceResult } from './face-result.js';
import { LentFrames } from './lent-frames.js';
import { assertOneOf } from './validate.js';
import { VisionWorker } from './vision-worker.js';
import type { DetectorSetup, FaceDetectorName } from './worker-protocol.js';

/** What an {@link EmotionDetector} is made of. */
export interface EmotionDetectorOptions extends FaceOptions {
  /** Where the models run. Default `auto`: the processor. */
  readonly device?: Device;
  /** A folder to read the model files from in place of the models package. */
  readonly modelDirectory?: string;
}

/** What a detector runs. */
export interface DetectorInfo {
  readonly expressionModel: string;
  readonly faceDetector: FaceDetectorName;
  readonly device: Device;
}

function resolveOptions(options: EmotionDetectorOptions): DetectorSetup {
  const faces = resolveFaceOptions(options, { defaultModel, findModel });
  const { device = 'auto', modelDirectory } = options;
  assertOneOf('device', device, DEVICES);
  nodeExecutionProvider(device, process.platform);
  return { kind: 'detector', ...faces, device, modelDirectory };
}

/**
 * Finds the faces in a frame and reads the expression that each shows. The models run in a thread
 * of their own, so the caller's event loop stays free.
 *
 * @example
 * const detector = await EmotionDetector.create({ maxFaces: 1 });
 * const [face] = await detector.detectEmotions(frame);
 * console.log(face?.dominantEmotion);
 * await detector.dispose();
 */
export class EmotionDetector implements AsyncDisposable {
  readonly #worker: VisionWorker;
  readonly #frames: LentFrames;
  /** What this detector runs. */
  readonly info: DetectorInfo;

  private constructor(worker: VisionWorker, info: DetectorInfo) {
    this.#worker = worker;
    this.#frames = new LentFrames(worker);
    this.info = info;
  }

  /**
   * Starts the thread and loads the models.
   *
   * @throws PoiseError OPTION_INVALID, MODEL_UNKNOWN, MODEL_MISSING, MODEL_CORRUPTED,
   * DEVICE_UNSUPPORTED or RUNTIME_FAILED.
   */
  static async create(options: EmotionDetectorOptions = {}): Promise<EmotionDetector> {
    const setup = resolveOptions(options);
    const { worker } = await VisionWorker.start(setup);
    const { model: expressionModel, faceDetector, device } = setup;
    return new EmotionDetector(worker, { expressionModel, faceDetector, device });
  }

  /**
   * Reads every face in a frame, the largest first. Calls are answered in order; several may be
   * pending. Frames of one recording go in in order; a jump in time or a new size starts afresh.
   *
   * @param frame - RGB, upright; its bytes are copied.
   * @throws PoiseError FRAME_INVALID, DISPOSED or RUNTIME_FAILED.
   */
  async detectEmotions(frame: Frame): Promise<FaceResult[]> {
    return this.#frames.detect(frame);
  }

  /**
   * Finds and follows every face in a frame, and reads only those that are chosen: of the others no
   * expression and no detail is computed. Calls are answered in order, as are the choices; several
   * may be pending. Frames go in as for {@link detectEmotions}.
   *
   * @param frame - RGB, upright; its bytes are copied.
   * @param choose - is told where the faces are, and says whom to read.
   * @throws PoiseError FRAME_INVALID, DISPOSED or RUNTIME_FAILED; OPTION_INVALID for a `choose` that
   * gives no ids; what `choose` throws.
   */
  async readFaces(frame: Frame, choose: ChooseFaces): Promise<FaceReadings> {
    return this.#frames.read(frame, choose);
  }

  /** Forgets the faces seen so far, for example before another recording. */
  async reset(): Promise<void> {
    await this.#worker.call({ kind: 'reset' });
  }

  /** Ends the thread and frees the models. Safe to call twice. */
  async dispose(): Promise<void> {
    await this.#worker.dispose();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}
