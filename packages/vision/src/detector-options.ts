import type { ModelEntry } from '@poise/models';
import { assertBoolean, assertNumber, assertOneOf, assertOptions } from './validate.js';
import type { FaceDetectorName } from './worker-protocol.js';

/** What a detector is told wherever it runs. */
export interface FaceOptions {
  /** Name of the expression model; the default model of the models package when left out. */
  readonly model?: string;
  /** Which network finds the faces. Default `blazeface`. */
  readonly faceDetector?: FaceDetectorName;
  /** Report at most this many faces a frame, the largest; at least 1. Default 10. */
  readonly maxFaces?: number;
  /** Leave out faces narrower than this, in frame pixels; 0 or more. Default 60. */
  readonly minFaceSize?: number;
  /**
   * Use the frame before to find and read the faces of the next: faster and steadier on video. Of
   * three faces or more one eye each is looked at then (see `ChooseFaces`). Default `true`; give
   * `false` for pictures that have nothing to do with each other.
   */
  readonly tracking?: boolean;
}

/** {@link FaceOptions} with every value given and checked. */
export type FaceSettings = Required<FaceOptions>;

/** The expression models that there are to choose from. */
export interface ModelChoice {
  defaultModel(task: 'expression'): ModelEntry;
  findModel(name: string, task: 'expression'): ModelEntry;
}

/** A face narrower than this gives the expression model fewer pixels than it was trained on. */
const DEFAULT_MIN_FACE_SIZE = 60;

/** Enough for a group picture; each further face costs a mesh and an expression. */
const DEFAULT_MAX_FACES = 10;

/**
 * Fills in the defaults and checks the values.
 *
 * @throws PoiseError OPTION_INVALID, MODEL_UNKNOWN.
 */
export function resolveFaceOptions(options: FaceOptions, models: ModelChoice): FaceSettings {
  assertOptions(options);
  const {
    model = models.defaultModel('expression').name,
    faceDetector = 'blazeface',
    maxFaces = DEFAULT_MAX_FACES,
    minFaceSize = DEFAULT_MIN_FACE_SIZE,
    tracking = true,
  } = options;
  models.findModel(model, 'expression');
  assertOneOf('faceDetector', faceDetector, ['blazeface', 'mtcnn']);
  assertNumber('maxFaces', maxFaces, { min: 1, integer: true });
  assertNumber('minFaceSize', minFaceSize, { min: 0, integer: false });
  assertBoolean('tracking', tracking);
  return { model, faceDetector, maxFaces, minFaceSize, tracking };
}
