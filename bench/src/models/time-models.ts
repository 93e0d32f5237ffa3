import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { median } from '../median.js';

/** What is used of onnxruntime-node and of onnxruntime-web: the same in both. */
export interface Ort {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}

/** How often each model is run. */
export interface Plan {
  /** Models take turns, so that what slows the machine for a while slows all of them. */
  readonly rounds: number;
  /** Runs of a model in each round that count. */
  readonly runs: number;
  /** Runs before the first round: a browser compiles its hot code in them. */
  readonly warmUp: number;
}

/** A gray that is neither even nor noise, 0–255. */
const pixel = (i: number) => (i * 37) % 256;

/** One run of a model on one face. */
async function prepare(
  ort: Ort,
  bytes: Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<() => Promise<unknown>> {
  const session = await ort.InferenceSession.create(bytes, options);
  const [input] = session.inputMetadata;
  if (!input?.isTensor) throw new TypeError('A model that is measured has a tensor as its input.');
  const dims = input.shape.map((size) => (typeof size === 'number' ? Math.max(size, 1) : 1));
  const face = Float32Array.from({ length: dims.reduce((a, b) => a * b) }, (_, i) => pixel(i));
  // The tensor is made anew each time, as it is for each frame.
  return () => session.run({ [input.name]: new ort.Tensor('float32', face, dims) });
}

/**
 * Runs models on one face at a time, in Node or in a browser.
 *
 * @param models - ONNX files with one float32 input of fixed size, but for the batch.
 * @returns milliseconds a run for each model, median.
 */
export async function timeModels(
  ort: Ort,
  models: readonly Uint8Array[],
  options: InferenceSession.SessionOptions,
  { rounds, runs, warmUp }: Plan,
): Promise<number[]> {
  const timed: { readonly run: () => Promise<unknown>; readonly times: number[] }[] = [];
  for (const bytes of models) timed.push({ run: await prepare(ort, bytes, options), times: [] });
  for (const { run } of timed) for (let i = 0; i < warmUp; i++) await run();
  for (let round = 0; round < rounds; round++) {
    for (const { run, times } of timed) {
      // The first run of a turn finds the caches full of another model.
      await run();
      for (let i = 0; i < runs; i++) {
        const start = performance.now();
        await run();
        times.push(performance.now() - start);
      }
    }
  }
  return timed.map(({ times }) => median(times));
}
