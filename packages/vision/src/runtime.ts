import { PoiseError } from '@poise/core';

/** A block of numbers and its shape. */
export interface Tensor {
  readonly data: Float32Array;
  /** Shape; its product is the length of `data`. */
  readonly dims: readonly number[];
}

/** A model that is loaded and ready. Two runs of one model never overlap: callers wait for the first. */
export interface RuntimeModel {
  /**
   * Runs the model on its one input.
   *
   * @returns the outputs by name. The arrays belong to the caller.
   * @throws PoiseError RUNTIME_FAILED when the runtime refuses the input or breaks.
   */
  run(input: Tensor): Promise<Readonly<Record<string, Tensor>>>;
  /** Frees the model; it must not be run again. */
  release(): Promise<void>;
}

/**
 * One output of a model.
 *
 * @param length - how many values it must have.
 * @throws PoiseError RUNTIME_FAILED when the model gave something else: it is not the model that its
 * manifest describes.
 */
export function outputOf(
  outputs: Readonly<Record<string, Tensor>>,
  name: string,
  length: number,
): Float32Array {
  const data = outputs[name]?.data;
  if (data?.length === length) return data;
  const found = data === undefined ? 'nothing' : `${data.length} values`;
  throw new PoiseError(
    'RUNTIME_FAILED',
    `a model gave ${found} as "${name}", not ${length} values`,
  );
}

/**
 * What runs the models. The pipeline knows this interface alone, so that Node gives it
 * onnxruntime-node, a browser onnxruntime-web, and a test whatever it wants.
 */
export interface InferenceRuntime {
  /** Loads a model from the bytes of its ONNX file. */
  load(bytes: Uint8Array): Promise<RuntimeModel>;
}
