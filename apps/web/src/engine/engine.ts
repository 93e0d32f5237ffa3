import { PoiseError } from '@poise/core';
import type { CameraFrame } from '@poise/media/browser';
import { EmotionDetector, type EmotionDetectorOptions } from '@poise/vision/browser';
import { DETECTOR_ASSETS } from './assets.js';
import type { EngineState, FrameReading } from './reading.js';

/** What starts the detector; a test may give another. */
export type CreateDetector = (options: EmotionDetectorOptions) => Promise<EmotionDetector>;

/** The name under which the browser's timeline has the moment of the first reading. */
const FIRST_READING = 'poise:first-reading';

const IDLE: EngineState = { status: 'idle' };

/** The face detector of the page: loaded once, used by the camera check and the practice session. */
export class Engine {
  readonly #create: CreateDetector;
  readonly #listeners = new Set<() => void>();
  #state: EngineState = IDLE;
  #detector: EmotionDetector | undefined;
  #starting: Promise<void> | undefined;
  #hasRead = false;

  /** @param create - starts the detector. */
  constructor(create: CreateDetector = EmotionDetector.create) {
    this.#create = create;
  }

  /** Where it stands; the same object until it changes. */
  get state(): EngineState {
    return this.#state;
  }

  /**
   * Calls back whenever {@link state} changes.
   *
   * @returns what ends it.
   */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads the models; again after a failure. What went wrong stands in {@link state}. */
  start(): Promise<void> {
    if (this.#state.status === 'failed') this.#starting = undefined;
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /**
   * Reads a frame of the camera, which it takes over.
   *
   * @returns null when a newer frame took its place, or while the engine is not ready.
   */
  async read({ image, time }: CameraFrame): Promise<FrameReading | null> {
    const detector = this.#detector;
    if (detector === undefined) {
      image.close();
      return null;
    }
    try {
      const reading = await detector.readLatest(image, time);
      if (reading === null) return null;
      if (!this.#hasRead) performance.mark(FIRST_READING);
      this.#hasRead = true;
      const [face] = reading.faces;
      const { width, height, light } = reading;
      return {
        time,
        width,
        height,
        light,
        face:
          face === undefined ? null : { box: face.box, emotions: face.emotions, score: face.score },
        latency: performance.now() - time * 1000,
      };
    } catch (error) {
      // A frame that the worker broke under is lost; after the second break nothing works any more.
      if (this.#detector === detector && detector.isBroken) this.#fail(error);
      return null;
    }
  }

  /** Frees the models. */
  async dispose(): Promise<void> {
    const detector = this.#detector;
    this.#detector = undefined;
    this.#starting = undefined;
    this.#set(IDLE);
    await detector?.dispose();
  }

  async #start(): Promise<void> {
    this.#set({ status: 'loading', loaded: 0, total: 0 });
    try {
      const detector = await this.#create({
        assets: DETECTOR_ASSETS,
        maxFaces: 1,
        onProgress: ({ loaded, total }) => {
          // A worker that is started again in mid-session loads what the browser still has.
          if (this.#detector === undefined) this.#set({ status: 'loading', loaded, total });
        },
      });
      this.#detector = detector;
      const { device, threads, expressionModel, faceDetector } = detector.info;
      this.#set({ status: 'ready', device, threads, expressionModel, faceDetector });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const reason =
      error instanceof PoiseError
        ? error
        : new PoiseError('INTERNAL', String(error), { cause: error });
    const detector = this.#detector;
    this.#detector = undefined;
    void detector?.dispose();
    this.#set({ status: 'failed', error: reason });
  }

  #set(state: EngineState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
