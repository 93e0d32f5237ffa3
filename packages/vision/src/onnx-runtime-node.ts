import { PoiseError } from '@poise/core';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { type Device, nodeExecutionProvider } from './devices.js';
import { OnnxModel, runtimeError } from './onnx-model.js';
import type { InferenceRuntime } from './runtime.js';

/** Log errors only: ONNX Runtime's warnings are for those who build models. */
const LOG_SEVERITY_ERROR = 3;

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
        return new OnnxModel(session, ({ data, dims }) => new OrtTensor('float32', data, dims));
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
