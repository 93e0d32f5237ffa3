import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-common';
import { OnnxModel, runtimeError } from '../onnx-model.js';
import type { InferenceRuntime } from '../runtime.js';
import type { RuntimeFiles } from './runtime-files.js';

/** Log errors only: ONNX Runtime's warnings are for those who build models. */
const LOG_SEVERITY_ERROR = 3;

/** What is used of `onnxruntime-web/wasm` or `onnxruntime-web/webgpu`; both have the same parts. */
interface OrtModule {
  readonly env: {
    readonly wasm: { wasmPaths?: unknown; numThreads?: number };
  };
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof OrtTensor;
}

/** Where onnxruntime-web runs the models. */
export type WebBackend = 'wasm' | 'webgpu';

function loadOrt(backend: WebBackend): Promise<OrtModule> {
  // The bare entry of the package would bring a WebAssembly file of twice the size.
  return backend === 'wasm'
    ? (import('onnxruntime-web/wasm') as unknown as Promise<OrtModule>)
    : (import('onnxruntime-web/webgpu') as unknown as Promise<OrtModule>);
}

/**
 * Runs models by onnxruntime-web in the thread that calls it, so this belongs in a worker.
 *
 * @param backend - `wasm`, or `webgpu` where the device has it.
 * @param threads - threads of WebAssembly; more than 1 needs a cross-origin isolated page.
 * @param files - where the runtime's two files are. It compiles the second while it arrives, which
 * lets the browser keep the compiled code for the next visit.
 * @throws PoiseError RUNTIME_FAILED when the runtime cannot be loaded.
 */
export async function createWebRuntime(
  backend: WebBackend,
  threads: number,
  files: RuntimeFiles,
): Promise<InferenceRuntime> {
  const ort = await loadOrt(backend).catch((cause: unknown) => {
    throw runtimeError('the runtime could not be loaded', cause);
  });
  ort.env.wasm.wasmPaths = { mjs: files.mjs, wasm: files.wasm };
  ort.env.wasm.numThreads = threads;
  return {
    async load(bytes) {
      try {
        const session = await ort.InferenceSession.create(bytes, {
          executionProviders: [backend],
          graphOptimizationLevel: 'all',
          logSeverityLevel: LOG_SEVERITY_ERROR,
        });
        return new OnnxModel(session, ({ data, dims }) => new ort.Tensor('float32', data, dims));
      } catch (cause) {
        throw runtimeError('a model could not be loaded', cause);
      }
    },
  };
}
