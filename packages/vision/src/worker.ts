import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadModel } from '@poise/models';
import type { ExpressionReader } from './expression-reader.js';
import { FoundFrames, lentBuffers } from './found-frames.js';
import { loadExpressionReader, loadFacePipeline, type ModelSource } from './load-pipeline.js';
import { readBothWays } from './mirror-image.js';
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
  const source: ModelSource = (name) => loadModel(name, where);
  const reader = await loadExpressionReader(setup.model, runtime, source);
  const { cropSize } = reader;
  if (setup.kind === 'classifier') {
    return { handle: (request) => classify(reader, request), cropSize };
  }
  const pipeline = await loadFacePipeline(reader, setup, runtime, source);
  const found = new FoundFrames(pipeline);
  const handle: Handler = async (request) =>
    request.kind === 'classify' ? null : found.answer(request);
  return { handle, cropSize };
}

async function classify(reader: ExpressionReader, request: WorkerRequest): Promise<Answer> {
  if (request.kind !== 'classify') return null;
  return await readBothWays(reader, request.crops, request.count);
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
          reply({ id, value }, lentBuffers(value));
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
