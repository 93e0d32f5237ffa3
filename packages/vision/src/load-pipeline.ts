import { PoiseError } from '@poise/core';
import type { LoadedModel } from '@poise/models';
import { BlazeFaceDetector } from './blazeface.js';
import { DetailsReader } from './details/details-reader.js';
import { IrisReader } from './details/iris-reader.js';
import { ExpressionReader } from './expression-reader.js';
import type { FaceDetector } from './face-detector.js';
import { FaceMeshReader } from './face-mesh.js';
import { FacePipeline } from './face-pipeline.js';
import { FaceTracker, type FaceTrackerOptions } from './face-tracker.js';
import { MtcnnDetector } from './mtcnn/mtcnn-detector.js';
import type { InferenceRuntime, RuntimeModel } from './runtime.js';
import type { ValueRange } from './warp.js';
import type { FaceDetectorName } from './worker-protocol.js';

/** Where models come from: from disk in Node, from the page's own server in a browser. */
export type ModelSource = (name: string) => Promise<Pick<LoadedModel, 'entry' | 'bytes'>>;

/** A model that is ready, with what its manifest says of its input. */
interface Part {
  readonly model: RuntimeModel;
  /** Side of the square input, in pixels. */
  readonly side: number;
  readonly range: ValueRange;
}

async function loadPart(
  name: string,
  runtime: InferenceRuntime,
  source: ModelSource,
): Promise<Part> {
  const { entry, bytes } = await source(name);
  const [input] = entry.inputs;
  if (input === undefined) throw new PoiseError('MODEL_CORRUPTED', `${name} has no input`);
  const [low, high] = input.range;
  return { model: await runtime.load(bytes), side: input.shape[3], range: { low, high } };
}

/**
 * Loads an expression model by name.
 *
 * @throws what the source throws, and PoiseError RUNTIME_FAILED.
 */
export async function loadExpressionReader(
  name: string,
  runtime: InferenceRuntime,
  source: ModelSource,
): Promise<ExpressionReader> {
  const { model, side } = await loadPart(name, runtime, source);
  return new ExpressionReader(model, side);
}

/** The models that each face detector is made of, by their names in the manifest. */
export const DETECTOR_MODELS: Readonly<Record<FaceDetectorName, readonly string[]>> = Object.freeze(
  { blazeface: ['blazeface'], mtcnn: ['mtcnn-pnet', 'mtcnn-rnet', 'mtcnn-onet'] },
);

/** What {@link loadFacePipeline} needs to know. */
export interface FacePipelineOptions extends FaceTrackerOptions {
  readonly faceDetector: FaceDetectorName;
}

async function loadFaceDetector(
  { faceDetector, minFaceSize }: FacePipelineOptions,
  runtime: InferenceRuntime,
  source: ModelSource,
): Promise<FaceDetector> {
  if (faceDetector === 'mtcnn') {
    const load = async (name: string) => (await loadPart(name, runtime, source)).model;
    const pnet = await load('mtcnn-pnet');
    const rnet = await load('mtcnn-rnet');
    const onet = await load('mtcnn-onet');
    return new MtcnnDetector({ pnet, rnet, onet }, minFaceSize);
  }
  const { model, range } = await loadPart('blazeface', runtime, source);
  return new BlazeFaceDetector(model, range);
}

/**
 * Loads all that stands between a frame and what its faces show. It knows neither Node nor the
 * browser: both give their runtime and their source of models.
 *
 * @param expressions - the expression model, loaded.
 * @throws what the source throws, and PoiseError RUNTIME_FAILED.
 */
export async function loadFacePipeline(
  expressions: ExpressionReader,
  options: FacePipelineOptions,
  runtime: InferenceRuntime,
  source: ModelSource,
): Promise<FacePipeline> {
  const detector = await loadFaceDetector(options, runtime, source);
  const landmarks = await loadPart('facemesh', runtime, source);
  const eyes = await loadPart('iris', runtime, source);
  const tracker = new FaceTracker(
    detector,
    new FaceMeshReader(landmarks.model, landmarks.range),
    options,
  );
  const details = new DetailsReader(new IrisReader(eyes.model, eyes.range), options.tracking);
  return new FacePipeline(tracker, expressions, details, options.tracking);
}
