import { PoiseError } from '@poise/core';
import type { RuntimeModel, Tensor } from './runtime.js';

/** A tensor of ONNX Runtime, as far as it is read here. */
interface OrtValue {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** An inference session of onnxruntime-node or onnxruntime-web, as far as it is used here. */
export interface OrtSession<Input> {
  readonly inputNames: readonly string[];
  run(feeds: Record<string, Input>): Promise<Readonly<Record<string, OrtValue>>>;
  release(): Promise<void>;
}

/** An error of the runtime as an error for people. */
export function runtimeError(detail: string, cause: unknown): PoiseError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PoiseError('RUNTIME_FAILED', `${detail}: ${reason}`, { cause });
}

/** A model in a session of ONNX Runtime: one float32 input, float32 outputs. */
export class OnnxModel<Input> implements RuntimeModel {
  readonly #session: OrtSession<Input>;
  readonly #toInput: (tensor: Tensor) => Input;
  readonly #inputName: string;

  /** @param toInput - wraps a tensor as the runtime wants it. */
  constructor(session: OrtSession<Input>, toInput: (tensor: Tensor) => Input) {
    const [inputName] = session.inputNames;
    if (inputName === undefined) throw new PoiseError('RUNTIME_FAILED', 'the model has no input');
    this.#session = session;
    this.#toInput = toInput;
    this.#inputName = inputName;
  }

  async run(input: Tensor): Promise<Readonly<Record<string, Tensor>>> {
    try {
      const results = await this.#session.run({ [this.#inputName]: this.#toInput(input) });
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

  async release(): Promise<void> {
    await this.#session.release();
  }
}
