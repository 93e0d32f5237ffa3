import { type Frame, PoiseError } from '@poise/core';
import { defaultModel, findModel } from '@poise/models/browser';
import { type FaceOptions, resolveFaceOptions } from '../detector-options.js';
import type { ChooseFaces, FaceReadings, FaceResult, FollowedFace } from '../face-result.js';
import { LentFrames } from '../lent-frames.js';
import { readChosen } from '../read-chosen.js';
import { assertNumber, assertOneOf } from '../validate.js';
import type { FaceDetectorName } from '../worker-protocol.js';
import { LatestOnly } from './latest-only.js';
import type {
  BackendInfo,
  BrowserSetup,
  FrameImage,
  ImageReading,
  LoadProgress,
} from './protocol.js';
import type { DetectorAssets } from './runtime-files.js';
import { SteadyWorker } from './steady-worker.js';
import { wasmThreads } from './threads.js';

/** What an {@link EmotionDetector} is made of in a browser. */
export interface EmotionDetectorOptions extends FaceOptions {
  /** Where the page keeps the models and the files of the runtime. */
  readonly assets: DetectorAssets;
  /**
   * Where the models run. Default `auto`: WebGPU when the device has it and it is faster in a trial
   * of one second, else WebAssembly.
   */
  readonly device?: 'auto' | 'wasm' | 'webgpu';
  /**
   * Threads of WebAssembly, 1–16. Default: one less than the device has cores, at most 4; 1 on a
   * page that is not cross-origin isolated.
   */
  readonly threads?: number;
  /** Told how many bytes of the models and the runtime are there. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Told why the worker had to be started a second time. */
  readonly onRestart?: (reason: PoiseError) => void;
}

/** What a detector runs. */
export interface DetectorInfo extends BackendInfo {
  readonly expressionModel: string;
  readonly faceDetector: FaceDetectorName;
}

/** An image of a camera and when it was captured. */
interface TimedImage {
  readonly image: FrameImage;
  /** Seconds. */
  readonly timestamp: number;
  readonly choose: ChooseFaces;
  close(): void;
}

/** The ids of all faces. */
const everyone = (faces: readonly FollowedFace[]): number[] => faces.map(({ id }) => id);

/** More threads are refused: no page needs them, and each takes memory. */
const THREAD_LIMIT = 16;

function resolveSetup(options: EmotionDetectorOptions): BrowserSetup {
  const faces = resolveFaceOptions(options, { defaultModel, findModel });
  const { assets, device = 'auto' } = options;
  assertOneOf('device', device, ['auto', 'wasm', 'webgpu']);
  const isolated = globalThis.crossOriginIsolated === true;
  const { threads = wasmThreads(isolated, navigator.hardwareConcurrency) } = options;
  assertNumber('threads', threads, { min: 1, integer: true });
  if (threads > THREAD_LIMIT || (threads > 1 && !isolated)) {
    throw new PoiseError('OPTION_INVALID', `options.threads is ${threads}`, {
      hint: `More than 1 needs a cross-origin isolated page; more than ${THREAD_LIMIT} are refused.`,
    });
  }
  return { faces, device, threads, assets };
}

/**
 * Finds the faces in a frame and reads the expression that each shows, in a worker of its own: the
 * page's thread does no inference and touches no pixel. When the worker breaks, or a file cannot be
 * loaded, it is started once more; what happens after that is an error.
 *
 * @example
 * const detector = await EmotionDetector.create({ assets, maxFaces: 1 });
 * const reading = await detector.readLatest(new VideoFrame(video), performance.now() / 1000);
 * console.log(reading?.faces[0]?.dominantEmotion);
 * await detector.dispose();
 */
export class EmotionDetector implements AsyncDisposable {
  readonly #worker: SteadyWorker;
  readonly #frames: LentFrames;
  readonly #latest = new LatestOnly((image: TimedImage) => this.#readImage(image));
  readonly #models: Pick<DetectorInfo, 'expressionModel' | 'faceDetector'>;

  private constructor(worker: SteadyWorker, setup: BrowserSetup) {
    this.#worker = worker;
    this.#frames = new LentFrames(worker);
    const { model: expressionModel, faceDetector } = setup.faces;
    this.#models = { expressionModel, faceDetector };
  }

  /** What this detector runs; a worker that was started again may run on another device. */
  get info(): DetectorInfo {
    return { ...this.#worker.info, ...this.#models };
  }

  /**
   * Starts the worker and loads the models.
   *
   * @throws PoiseError OPTION_INVALID, MODEL_UNKNOWN, MODEL_MISSING, MODEL_CORRUPTED,
   * ASSET_UNREACHABLE, ASSET_IS_HTML or RUNTIME_FAILED.
   */
  static async create(options: EmotionDetectorOptions): Promise<EmotionDetector> {
    const setup = resolveSetup(options);
    const { onProgress = () => undefined, onRestart = () => undefined } = options;
    return new EmotionDetector(await SteadyWorker.start(setup, { onProgress, onRestart }), setup);
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

  /**
   * Reads the latest frame of a camera: while one is being read, only the newest of those that come
   * waits, so that the answer is never about a picture that is long gone.
   *
   * @param image - handed over to the worker, and closed there.
   * @param timestamp - when it was captured, in seconds on any clock that does not go backwards.
   * @param choose - is told where the faces are, and says whom to read; left out, all are read.
   * @returns null when a newer frame took its place.
   * @throws PoiseError DISPOSED, FRAME_INVALID or RUNTIME_FAILED; what `choose` throws.
   */
  async readLatest(
    image: FrameImage,
    timestamp: number,
    choose: ChooseFaces = everyone,
  ): Promise<ImageReading | null> {
    return this.#latest.offer({ image, timestamp, choose, close: () => image.close() });
  }

  async #readImage({ image, timestamp, choose, close }: TimedImage): Promise<ImageReading> {
    const ticket = this.#frames.nextTicket();
    const found = await this.#worker
      .call({ kind: 'look', ticket, image, timestamp }, [image])
      // What was handed over is closed already; what could not be is closed here.
      .finally(close);
    return await readChosen(found, choose, (ids) =>
      this.#worker.call({ kind: 'read-image', ticket, ids }),
    );
  }

  /** Whether the worker broke a second time: every further call fails. */
  get isBroken(): boolean {
    return this.#worker.isBroken;
  }

  /** Forgets the faces seen so far, for example before another recording. */
  async reset(): Promise<void> {
    await this.#worker.call({ kind: 'reset' });
  }

  /** Ends the worker and frees the models. Safe to call twice. */
  async dispose(): Promise<void> {
    this.#worker.dispose();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}
