import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadModel } from '@poise/models';
import type { ExpressionReader } from './expression-reader.js';
import type { FacePipeline } from './face-pipeline.js';
import { FoundFrames } from './found-frames.js';
import { loadExpressionReader, loadFacePipeline, type ModelSource } from './load-pipeline.js';
import { createNodeRuntime } from './onnx-runtime-node.js';
import {
  type LentFrame,
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
  return { handle: (request) => detect(pipeline, found, request), cropSize };
}

async function detect(
  pipeline: FacePipeline,
  found: FoundFrames,
  request: WorkerRequest,
): Promise<Answer> {
  switch (request.kind) {
    case 'detect':
      return { faces: await pipeline.process(request.frame), data: request.frame.data };
    case 'find':
      return found.find(request.ticket, request.frame);
    case 'read': {
      const { readings, frame } = await found.read(request.ticket, request.ids);
      return { ...readings, data: frame.data as LentFrame['data'] };
    }
    case 'reset':
      pipeline.reset();
      return null;
    case 'classify':
      return null;
  }
}

/** The buffers of an answer that are handed back. */
function lent(value: Answer): ArrayBuffer[] {
  return value !== null && 'data' in value ? [value.data.buffer] : [];
}

async function classify(reader: ExpressionReader, request: WorkerRequest): Promise<Answer> {
  return request.kind === 'classify' ? reader.readCrops(request.crops, request.count) : null;
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
          reply({ id, value }, lent(value));
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
