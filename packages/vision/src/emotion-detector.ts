import { type Frame, PoiseError } from '@poise/core';
import { defaultModel, findModel } from '@poise/models';
import { DEVICES, type Device, nodeExecutionProvider } from './devices.js';
import type { FaceResult } from './face-result.js';
import { FramePool } from './frame-pool.js';
import {
  assertBoolean,
  assertFrame,
  assertNumber,
  assertOneOf,
  assertOptions,
} from './validate.js';
import { VisionWorker } from './vision-worker.js';
import type { DetectorSetup, FaceDetectorName } from './worker-protocol.js';

/** What an {@link EmotionDetector} is made of. */
export interface EmotionDetectorOptions {
  /** Name of the expression model; the default model of the models package when left out. */
  readonly model?: string;
  /** Which network finds the faces. Default `blazeface`. */
  readonly faceDetector?: FaceDetectorName;
  /** Where the models run. Default `auto`: the processor. */
  readonly device?: Device;
  /** Report at most this many faces a frame, the largest; at least 1. Default 10. */
  readonly maxFaces?: number;
  /** Leave out faces narrower than this, in frame pixels; 0 or more. Default 60. */
  readonly minFaceSize?: number;
  /**
   * Use the frame before to find the faces of the next: faster and steadier on video. Default
   * `true`; give `false` for pictures that have nothing to do with each other.
   */
  readonly tracking?: boolean;
  /** A folder to read the model files from in place of the models package. */
  readonly modelDirectory?: string;
}

/** What a detector runs. */
export interface DetectorInfo {
  readonly expressionModel: string;
  readonly faceDetector: FaceDetectorName;
  readonly device: Device;
}

/** A face narrower than this gives the expression model fewer pixels than it was trained on. */
const DEFAULT_MIN_FACE_SIZE = 60;

/** Enough for a group picture; each further face costs a mesh and an expression. */
const DEFAULT_MAX_FACES = 10;

function resolveOptions(options: EmotionDetectorOptions): DetectorSetup {
  assertOptions(options);
  const {
    model = defaultModel('expression').name,
    faceDetector = 'blazeface',
    device = 'auto',
    maxFaces = DEFAULT_MAX_FACES,
    minFaceSize = DEFAULT_MIN_FACE_SIZE,
    tracking = true,
    modelDirectory,
  } = options;
  findModel(model, 'expression');
  assertOneOf('faceDetector', faceDetector, ['blazeface', 'mtcnn']);
  if (faceDetector === 'mtcnn') {
    throw new PoiseError('OPTION_INVALID', 'options.faceDetector is "mtcnn"', {
      hint: 'This version does not have MTCNN yet: use "blazeface".',
    });
  }
  assertOneOf('device', device, DEVICES);
  nodeExecutionProvider(device, process.platform);
  assertNumber('maxFaces', maxFaces, { min: 1, integer: true });
  assertNumber('minFaceSize', minFaceSize, { min: 0, integer: false });
  assertBoolean('tracking', tracking);
  return {
    kind: 'detector',
    model,
    faceDetector,
    device,
    maxFaces,
    minFaceSize,
    tracking,
    modelDirectory,
  };
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
  readonly #pool = new FramePool();
  /** What this detector runs. */
  readonly info: DetectorInfo;

  private constructor(worker: VisionWorker, info: DetectorInfo) {
    this.#worker = worker;
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
    assertFrame(frame);
    const { width, height, data, timestamp } = frame;
    const copy = this.#pool.copyOf(data);
    const answer = await this.#worker.call(
      { kind: 'detect', frame: { width, height, data: copy, timestamp } },
      [copy.buffer],
    );
    this.#pool.giveBack(answer.data);
    return answer.faces;
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
