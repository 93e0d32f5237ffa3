import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadModel } from '@poise/models';
import { BlazeFaceDetector } from './blazeface.js';
import { ExpressionReader } from './expression-reader.js';
import { FaceMeshReader } from './face-mesh.js';
import { FacePipeline } from './face-pipeline.js';
import { FaceTracker } from './face-tracker.js';
import { createNodeRuntime } from './onnx-runtime-node.js';
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

/** Loads what the setup asks for and returns what answers the requests. */
async function start(setup: WorkerSetup): Promise<{ handle: Handler; cropSize: number }> {
  const runtime = createNodeRuntime(setup.device);
  const where = setup.modelDirectory === undefined ? {} : { directory: setup.modelDirectory };
  const load = async (name: string) => {
    const { entry, bytes } = await loadModel(name, where);
    return { entry, model: await runtime.load(bytes) };
  };
  const expression = await load(setup.model);
  const cropSize = expression.entry.inputs[0]?.shape.at(-1);
  const reader = new ExpressionReader(expression.model, Number(cropSize));
  const pipeline = setup.kind === 'detector' ? await startPipeline(setup, reader) : undefined;

  async function startPipeline(
    options: Extract<WorkerSetup, { kind: 'detector' }>,
    expressionReader: ExpressionReader,
  ): Promise<FacePipeline> {
    const detector = new BlazeFaceDetector((await load('blazeface')).model);
    const mesh = new FaceMeshReader((await load('facemesh')).model);
    return new FacePipeline(new FaceTracker(detector, mesh, options), expressionReader);
  }

  async function handle(request: WorkerRequest): Promise<Answer> {
    switch (request.kind) {
      case 'detect':
        return (await pipeline?.process(request.frame)) ?? [];
      case 'classify':
        return await reader.readCrops(request.crops, request.count);
      case 'reset':
        pipeline?.reset();
        return null;
    }
  }
  return { handle, cropSize: reader.cropSize };
}

/** Answers one call after the other: two runs of one model must not overlap. */
async function serve(port: MessagePort, setup: WorkerSetup): Promise<void> {
  const reply = (message: WorkerReply) => port.postMessage(message);
  try {
    const { handle, cropSize } = await start(setup);
    let last: Promise<void> = Promise.resolve();
    port.on('message', ({ id, request }: WorkerCall) => {
      last = last.then(async () => {
        try {
          reply({ id, value: await handle(request) });
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
