// The runtime and the loop that measures it, in a worker: the page's own thread runs no model.
import { timeModels } from '/bench/models/time-models.js';
import * as ort from '/ort/ort.wasm.min.mjs';

ort.env.wasm.wasmPaths = {
  mjs: '/ort/ort-wasm-simd-threaded.mjs',
  wasm: '/ort/ort-wasm-simd-threaded.wasm',
};
ort.env.wasm.numThreads = 1;

globalThis.onmessage = async ({ data: { models, plan } }) => {
  try {
    const fetchBytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
    const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'all' };
    const bytes = await Promise.all(models.map(fetchBytes));
    postMessage({ times: await timeModels(ort, bytes, options, plan) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
