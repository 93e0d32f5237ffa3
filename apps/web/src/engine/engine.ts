import { CandidateTracker, FACES_TO_FOLLOW } from '@poise/analysis';
import { PoiseError } from '@poise/core';
import type { CameraFrame } from '@poise/media/browser';
import {
  EmotionDetector,
  type EmotionDetectorOptions,
  type FrameImage,
} from '@poise/vision/browser';
import { DETECTOR_ASSETS } from './assets.js';
import type { EngineState, FrameReading } from './reading.js';

/** What starts the detector; a test may give another. */
export type CreateDetector = (options: EmotionDetectorOptions) => Promise<EmotionDetector>;

/** The name under which the browser's timeline has the moment of the first reading. */
const FIRST_READING = 'poise:first-reading';

/** A second of frames that cannot be read, one after the other. */
const MOST_FAILURES = 30;

const IDLE: EngineState = { status: 'idle' };

/** The size of a picture, which is gone from here once it is with the worker. */
function sizeOf(image: FrameImage): { readonly width: number; readonly height: number } {
  return 'displayWidth' in image
    ? { width: image.displayWidth, height: image.displayHeight }
    : { width: image.width, height: image.height };
}

/** The face detector of the page: loaded once, used by the camera check and the practice session. */
export class Engine {
  readonly #create: CreateDetector;
  readonly #listeners = new Set<() => void>();
  #state: EngineState = IDLE;
  #detector: EmotionDetector | undefined;
  #starting: Promise<void> | undefined;
  #candidate = new CandidateTracker({ decides: false });
  #several = false;
  #hasRead = false;
  #failures = 0;

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

  /** The number of the face that was chosen among several; null before. */
  get chosen(): number | null {
    return this.#several && this.#candidate.isDecided ? this.#candidate.id : null;
  }

  /**
   * Tells of all faces from now on, so that the person can say which is theirs, or of the one in
   * front again. Others are followed either way, so as not to be taken for the candidate. Until one is
   * chosen whoever is in front is read; after that, what others show is not.
   */
  tellOfSeveral(several: boolean): void {
    if (several === this.#several) return;
    this.#several = several;
    this.#candidate = new CandidateTracker({ decides: false });
  }

  /** Says which of several faces is the candidate's. */
  choose(id: number): void {
    this.#candidate.choose(id);
  }

  /**
   * Begins a session: who is in front in its first seconds is the candidate for as long as it lasts,
   * unless the person has chosen among several.
   *
   */
  beginSession(): void {
    if (!this.#several) this.#candidate = new CandidateTracker({ decides: true });
  }

  /** The first question is asked: whoever is in front now is the candidate. */
  settleOnCandidate(): void {
    this.#candidate.decide();
  }

  /** Ends a session: whoever is in front is read again, unless the person has chosen among several. */
  endSession(): void {
    if (!this.#several) this.#candidate = new CandidateTracker({ decides: false });
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
      const frame = { ...sizeOf(image), timestamp: time };
      const reading = await detector.readLatest(image, time, (seen) => {
        const found = this.#candidate.next(seen, frame);
        return found === undefined ? [] : [found.id];
      });
      if (reading === null) return null;
      this.#failures = 0;
      this.#noteDevice(detector);
      if (!this.#hasRead) performance.mark(FIRST_READING);
      this.#hasRead = true;
      const { width, height, light, faces, others } = reading;
      const [face] = faces;
      return {
        time,
        width,
        height,
        light,
        faces: [...faces, ...(this.#several ? others : [])].map(({ id, box }) => ({ id, box })),
        face:
          face === undefined
            ? null
            : {
                box: face.box,
                emotions: face.emotions,
                details: { ...face.details, frame: { width, height } },
                score: face.score,
              },
        latency: performance.now() - time * 1000,
      };
    } catch (error) {
      // A frame that the worker broke under is lost; after the second break nothing works any more,
      // and a camera whose pictures cannot be read one after the other gives none that can.
      this.#failures += 1;
      const hopeless = detector.isBroken || this.#failures >= MOST_FAILURES;
      if (this.#detector === detector && hopeless) this.#fail(error);
      return null;
    }
  }

  async #start(): Promise<void> {
    this.#set({ status: 'loading', loaded: 0, total: 0 });
    // Another detector numbers the faces anew.
    this.#candidate.renumber();
    try {
      const detector = await this.#create({
        assets: DETECTOR_ASSETS,
        maxFaces: FACES_TO_FOLLOW,
        // The worker that takes the place of a broken one numbers the faces anew.
        onRestart: () => this.#candidate.renumber(),
        onProgress: ({ loaded, total }) => {
          // A worker that is started again in mid-session loads what the browser still has.
          if (this.#detector === undefined) this.#set({ status: 'loading', loaded, total });
        },
      });
      this.#detector = detector;
      this.#failures = 0;
      this.#noteDevice(detector);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Says what runs, where that is not what is said already. */
  #noteDevice({ info }: EmotionDetector): void {
    const { device, threads, expressionModel, faceDetector } = info;
    const known = this.#state;
    if (known.status === 'ready' && known.device === device && known.threads === threads) return;
    this.#set({ status: 'ready', device, threads, expressionModel, faceDetector });
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
