import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PoiseError } from '@poise/core';
import { loadModel } from '@poise/models';
import { BlazeFaceDetector } from './blazeface.js';
import { ExpressionReader } from './expression-reader.js';
import { FaceMeshReader } from './face-mesh.js';
import { FacePipeline } from './face-pipeline.js';
import { FaceTracker } from './face-tracker.js';
import { createNodeRuntime } from './onnx-runtime-node.js';
import type { RuntimeModel } from './runtime.js';
import type { ValueRange } from './warp.js';
import {
  packError,
  READY_ID,
  type WorkerAnswers,
  type WorkerCall,
  type WorkerReply,
  type WorkerRequest,
  type WorkerSetup,
} from './worker-protocol.js';

type Answer = WorkerAnswers[keyof WorkerAnswers];
type Handler = (request: WorkerRequest) => Promise<Answer>;

/** A model that is ready, with what its manifest says of its input. */
interface LoadedPart {
  readonly model: RuntimeModel;
  /** Side of the square input, in pixels. */
  readonly side: number;
  readonly range: ValueRange;
}

/** Loads models by name, checked against the manifest. */
function partLoader(setup: WorkerSetup): (name: string) => Promise<LoadedPart> {
  const runtime = createNodeRuntime(setup.device);
  const where = setup.modelDirectory === undefined ? {} : { directory: setup.modelDirectory };
  return async (name) => {
    const { entry, bytes } = await loadModel(name, where);
    const [input] = entry.inputs;
    if (input === undefined) throw new PoiseError('MODEL_CORRUPTED', `${name} has no input`);
    const [low, high] = input.range;
    return { model: await runtime.load(bytes), side: input.shape[3], range: { low, high } };
  };
}

/** Loads what the setup asks for and returns what answers the requests. */
async function start(setup: WorkerSetup): Promise<{ handle: Handler; cropSize: number }> {
  const load = partLoader(setup);
  const expression = await load(setup.model);
  const reader = new ExpressionReader(expression.model, expression.side);
  let pipeline: FacePipeline | undefined;
  if (setup.kind === 'detector') {
    const detection = await load('blazeface');
    const landmarks = await load('facemesh');
    const tracker = new FaceTracker(
      new BlazeFaceDetector(detection.model, detection.range),
      new FaceMeshReader(landmarks.model, landmarks.range),
      setup,
    );
    pipeline = new FacePipeline(tracker, reader);
  }
  const handle: Handler = async (request) => {
    switch (request.kind) {
      case 'detect':
        return {
          faces: (await pipeline?.process(request.frame)) ?? [],
          data: request.frame.data,
        };
      case 'classify':
        return await reader.readCrops(request.crops, request.count);
      case 'reset':
        pipeline?.reset();
        return null;
    }
  };
  return { handle, cropSize: reader.cropSize };
}

/** Answers one call after the other: two runs of one model must not overlap. */
async function serve(port: MessagePort, setup: WorkerSetup): Promise<void> {
  const reply = (message: WorkerReply, transfer: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  try {
    const { handle, cropSize } = await start(setup);
    let last: Promise<void> = Promise.resolve();
    port.on('message', ({ id, request }: WorkerCall) => {
      last = last.then(async () => {
        try {
          const value = await handle(request);
          reply({ id, value }, request.kind === 'detect' ? [request.frame.data.buffer] : []);
        } catch (error) {
          reply({ id, error: packError(error) });
        }
      });
    });
    reply({ id: READY_ID, value: { cropSize } });
  } catch (error) {
    reply({ id: READY_ID, error: packError(error) });
  }
}

if (parentPort !== null) await serve(parentPort, workerData as WorkerSetup);
