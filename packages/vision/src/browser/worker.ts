import { PoiseError } from '@poise/core';
import { FoundFrames, lentBuffers } from '../found-frames.js';
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
  #frames: FoundFrames | undefined;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  async handle(request: BrowserRequest): Promise<Answer> {
    switch (request.kind) {
      case 'start': {
        const started = await startPipeline(request.setup, (progress) =>
          this.#scope.postMessage({ progress }),
        );
        this.#frames = new FoundFrames(started.pipeline);
        return started.info;
      }
      case 'look': {
        try {
          const frame = await this.#images.convert(request.image, request.timestamp);
          return await this.#ready().find(request.ticket, frame);
        } finally {
          request.image.close();
        }
      }
      case 'read-image': {
        const { readings, frame } = await this.#ready().read(request.ticket, request.ids);
        const light = measureLight(frame, readings.faces[0]?.box ?? null);
        return { width: frame.width, height: frame.height, ...readings, light };
      }
      default:
        return this.#ready().answer(request);
    }
  }

  #ready(): FoundFrames {
    if (this.#frames === undefined) throw new PoiseError('RUNTIME_FAILED', 'not started');
    return this.#frames;
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
        scope.postMessage({ id, value }, lentBuffers(value));
      } catch (error) {
        scope.postMessage({ id, error: packError(error) });
      }
    });
  });
}

serve(globalThis as unknown as Scope);
