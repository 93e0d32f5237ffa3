import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { franckFrames, franckVga } from '../franck.js';
import { reportStage } from '../stage.js';

/** The part of Human that is used here; its own types need TensorFlow.js for Node. */
interface HumanTensor {
  dispose(): void;
}
interface HumanInstance {
  load(): Promise<void>;
  detect(input: HumanTensor): Promise<{ face: readonly unknown[] }>;
  readonly tf: {
    getBackend(): string;
    tensor(data: Uint8Array, shape: readonly number[], type: 'float32'): HumanTensor;
  };
}
type HumanConstructor = new (config: object) => HumanInstance;

const require = createRequire(import.meta.url);
const folder = dirname(dirname(require.resolve('@vladmandic/human')));

/** Human loads its models by HTTP alone in Node with wasm: hand them out on this machine. */
async function serveModels(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    readFile(join(folder, 'models', basename(request.url ?? '')))
      .then((bytes) => response.end(bytes))
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

// Human reuses results between frames that look alike. "none": every model reads every frame.
// "detector": boxes may be reused, mesh and emotion are read anew; "eyes": the same, and the iris of
// both eyes. "all": Human's own defaults. "vga": as "none", on frames of 640 × 480.
const reuse = process.argv[2] ?? 'none';
const OFF = { enabled: false };

await reportStage(async () => {
  const models = await serveModels();
  const { Human } = require(join(folder, 'dist/human.node-wasm.js')) as {
    Human: HumanConstructor;
  };
  const human = new Human({
    backend: 'wasm',
    wasmPath: `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`,
    modelBasePath: models.url,
    warmup: 'none',
    ...(reuse === 'none' || reuse === 'vga' ? { cacheSensitivity: 0 } : {}),
    filter: OFF,
    gesture: OFF,
    face: {
      enabled: true,
      detector: { maxDetected: 1 },
      mesh: { enabled: true },
      iris: { enabled: reuse === 'eyes' },
      emotion: { enabled: true, ...(reuse === 'all' ? {} : { skipFrames: 0, skipTime: 0 }) },
      description: OFF,
    },
    body: OFF,
    hand: OFF,
    object: OFF,
  });
  await human.load();
  const frames = reuse === 'vga' ? await franckVga() : await franckFrames();
  const read = async (list: typeof frames) => {
    let found = 0;
    for (const { data, width, height } of list) {
      const tensor = human.tf.tensor(data, [1, height, width, 3], 'float32');
      const { face } = await human.detect(tensor);
      tensor.dispose();
      if (face.length > 0) found++;
    }
    return found;
  };
  await read(frames.slice(0, 20));
  if (human.tf.getBackend() !== 'wasm') throw new Error(`Human runs on ${human.tf.getBackend()}`);
  const start = performance.now();
  const found = await read(frames);
  const fps = (frames.length / (performance.now() - start)) * 1000;
  models.close();
  return { fps, found: found / frames.length };
});
