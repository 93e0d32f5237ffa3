import { numberToHalf } from './float16.js';
import { DATA_TYPES, type OnnxNode, type OnnxTensor } from './onnx-proto.js';

/** How the weights are stored: half precision with a Cast to float32 behind each, or float32. */
export type WeightPrecision = 'float16' | 'float32';

/** A tensor of the graph that is being written. */
export interface Value {
  readonly name: string;
  /** The shape in the source's NHWC order; a batch of any size is -1. */
  readonly shape: readonly number[];
}

/** Collects the nodes and constants of an ONNX graph. */
export class GraphWriter {
  readonly nodes: OnnxNode[] = [];
  readonly tensors: OnnxTensor[] = [];
  readonly #precision: WeightPrecision;

  constructor(precision: WeightPrecision) {
    this.#precision = precision;
  }

  /** Adds an operator call and gives the name of its output. */
  node(
    op: string,
    output: string,
    inputs: readonly string[],
    attributes: OnnxNode['attributes'] = {},
  ): string {
    this.nodes.push({ op, inputs, output, attributes });
    return output;
  }

  /** Adds a kernel in the precision of the graph and gives the name of its float32 value. */
  weights(name: string, dims: readonly number[], values: Float32Array): string {
    if (this.#precision === 'float32') return this.vector(name, dims, values);
    const bytes = new Uint8Array(values.length * 2);
    const view = new DataView(bytes.buffer);
    values.forEach((value, i) => {
      view.setUint16(2 * i, numberToHalf(value), true);
    });
    this.tensors.push({ name: `${name}/half`, dims, type: 'float16', bytes });
    return this.node('Cast', name, [`${name}/half`], { to: DATA_TYPES.float32 });
  }

  /** Adds a number per channel, always as float32: there are too few to be worth rounding. */
  vector(name: string, dims: readonly number[], values: Float32Array): string {
    const bytes = new Uint8Array(values.length * 4);
    const view = new DataView(bytes.buffer);
    values.forEach((value, i) => {
      view.setFloat32(4 * i, value, true);
    });
    this.tensors.push({ name, dims, type: 'float32', bytes });
    return name;
  }

  /** Adds a list of whole numbers, such as a shape, and gives its name. */
  integers(name: string, values: readonly number[]): string {
    const bytes = new Uint8Array(values.length * 8);
    const view = new DataView(bytes.buffer);
    values.forEach((value, i) => {
      view.setBigInt64(8 * i, BigInt(value), true);
    });
    this.tensors.push({ name, dims: [values.length], type: 'int64', bytes });
    return name;
  }
}
