import { PoiseError } from '@poise/core';
import type { FacePipeline } from '../face-pipeline.js';
import { measureLight } from '../light.js';
import { packError, type WorkerReply } from '../worker-protocol.js';
import { ImageReader } from './image-to-frame.js';
import type { BrowserAnswers, BrowserCall, BrowserNews, BrowserRequest } from './protocol.js';
import { startPipeline } from './start-pipeline.js';

type Answer = BrowserAnswers[keyof BrowserAnswers];

/** The parts of a dedicated worker's global scope that are used here. */
interface Scope {
  addEventListener(type: 'message', listener: (event: MessageEvent<BrowserCall>) => void): void;
  postMessage(message: WorkerReply<Answer> | BrowserNews, transfer?: Transferable[]): void;
}

/** The pipeline of one worker, and what it needs between two frames. */
class Server {
  readonly #images = new ImageReader();
  readonly #scope: Scope;
  #pipeline: FacePipeline | undefined;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  async handle(request: BrowserRequest): Promise<Answer> {
    switch (request.kind) {
      case 'start': {
        const started = await startPipeline(request.setup, (progress) =>
          this.#scope.postMessage({ progress }),
        );
        this.#pipeline = started.pipeline;
        return started.info;
      }
      case 'read': {
        try {
          const frame = await this.#images.convert(request.image, request.timestamp);
          const faces = await this.#ready().process(frame);
          const light = measureLight(frame, faces[0]?.box ?? null);
          return { width: frame.width, height: frame.height, faces, light };
        } finally {
          request.image.close();
        }
      }
      case 'detect': {
        const { frame } = request;
        return { faces: await this.#ready().process(frame), data: frame.data };
      }
      case 'reset':
        this.#ready().reset();
        return null;
    }
  }

  #ready(): FacePipeline {
    if (this.#pipeline === undefined) throw new PoiseError('RUNTIME_FAILED', 'not started');
    return this.#pipeline;
  }
}

/** Answers one call after the other: two runs of one model must not overlap. */
function serve(scope: Scope): void {
  const server = new Server(scope);
  let last: Promise<void> = Promise.resolve();
  scope.addEventListener('message', ({ data: { id, request } }) => {
    last = last.then(async () => {
      try {
        const value = await server.handle(request);
        const transfer = request.kind === 'detect' ? [request.frame.data.buffer] : [];
        scope.postMessage({ id, value }, transfer);
      } catch (error) {
        scope.postMessage({ id, error: packError(error) });
      }
    });
  });
}

serve(globalThis as unknown as Scope);
