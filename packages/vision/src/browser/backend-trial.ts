import { PoiseError } from '@poise/core';
import type { InferenceRuntime, RuntimeModel, Tensor } from '../runtime.js';
import type { WebBackend } from './onnx-runtime-web.js';

/** A model for the trial. */
export interface TrialModel {
  readonly bytes: Uint8Array;
  readonly input: Tensor;
}

/** Milliseconds a frame on each backend that was tried; null where it could not run. */
export type TrialResult = Readonly<Record<WebBackend, number | null>>;

/** Both backends together get a second. */
const SECONDS_PER_BACKEND = 0.5;

/**
 * Loading the runtime and compiling the shaders takes some seconds. What is not done by now is slow or
 * hangs, and the person waits.
 */
export const LONGEST_GPU_TRIAL_MS = 8000;

/** The first runs compile shaders and warm caches. */
const WARM_UP_RUNS = 3;

/**
 * Milliseconds that one pass over the models takes: the median over half a second, warmed up.
 *
 * @param now - a clock in milliseconds.
 * @throws PoiseError RUNTIME_FAILED when a model cannot be loaded or run.
 */
export async function timeModels(
  runtime: InferenceRuntime,
  models: readonly TrialModel[],
  now: () => number,
): Promise<number> {
  const loaded: { model: RuntimeModel; input: Tensor }[] = [];
  try {
    for (const { bytes, input } of models) {
      loaded.push({ model: await runtime.load(bytes), input });
    }
    const pass = async () => {
      const start = now();
      for (const { model, input } of loaded) await model.run(input);
      return now() - start;
    };
    for (let i = 0; i < WARM_UP_RUNS; i++) await pass();
    const times: number[] = [];
    const end = now() + SECONDS_PER_BACKEND * 1000;
    do times.push(await pass());
    while (now() < end);
    times.sort((a, b) => a - b);
    return times[times.length >> 1] as number;
  } finally {
    for (const { model } of loaded) await model.release();
  }
}

/**
 * What some work comes to, if that is within a time.
 *
 * @param ms - milliseconds.
 * @throws PoiseError RUNTIME_FAILED when it takes longer; the work is not waited for any more.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new PoiseError('RUNTIME_FAILED', `no result after ${ms} ms`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The faster backend of a trial; WebAssembly when it is a draw or WebGPU could not run. */
export function fasterBackend({ wasm, webgpu }: TrialResult): WebBackend {
  return webgpu !== null && (wasm === null || webgpu < wasm) ? 'webgpu' : 'wasm';
}
