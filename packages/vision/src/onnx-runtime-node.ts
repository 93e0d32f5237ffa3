import { PoiseError } from '@poise/core';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { type Device, nodeExecutionProvider } from './devices.js';
import type { InferenceRuntime, RuntimeModel, Tensor } from './runtime.js';

/** Log errors only: ONNX Runtime's warnings are for those who build models. */
const LOG_SEVERITY_ERROR = 3;

function runtimeError(detail: string, cause: unknown): PoiseError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PoiseError('RUNTIME_FAILED', `${detail}: ${reason}`, { cause });
}

class OnnxModel implements RuntimeModel {
  readonly #session: InferenceSession;
  readonly #inputName: string;

  constructor(session: InferenceSession) {
    const [inputName] = session.inputNames;
    if (inputName === undefined) throw new PoiseError('RUNTIME_FAILED', 'the model has no input');
    this.#session = session;
    this.#inputName = inputName;
  }

  async run(input: Tensor): Promise<Readonly<Record<string, Tensor>>> {
    try {
      const feeds = { [this.#inputName]: new OrtTensor('float32', input.data, input.dims) };
      const results = await this.#session.run(feeds);
      const outputs: Record<string, Tensor> = {};
      for (const [name, value] of Object.entries(results)) {
        if (value.data instanceof Float32Array) {
          outputs[name] = { data: value.data, dims: value.dims };
        }
      }
      return outputs;
    } catch (cause) {
      throw runtimeError('a model could not run', cause);
    }
  }
}

/**
 * Runs models by onnxruntime-node on one thread. `run()` blocks the thread that calls it, so this
 * belongs in a worker.
 *
 * @throws PoiseError DEVICE_UNSUPPORTED when the device is not to be had in Node on this system.
 */
export function createNodeRuntime(device: Device): InferenceRuntime {
  const provider = nodeExecutionProvider(device, process.platform);
  return {
    async load(bytes) {
      try {
        const session = await InferenceSession.create(bytes, {
          executionProviders: [provider],
          // The models are small: a second thread would wait longer than it works.
          intraOpNumThreads: 1,
          interOpNumThreads: 1,
          graphOptimizationLevel: 'all',
          logSeverityLevel: LOG_SEVERITY_ERROR,
        });
        return new OnnxModel(session);
      } catch (cause) {
        if (provider === 'cpu') throw runtimeError('a model could not be loaded', cause);
        throw new PoiseError('DEVICE_UNSUPPORTED', `"${device}" could not be started here`, {
          hint: 'Its driver or its part of ONNX Runtime is missing. Use the device "auto" or "cpu".',
          cause,
        });
      }
    },
  };
}
