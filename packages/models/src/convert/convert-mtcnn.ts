import type { MtcnnNetwork } from '../manifest.js';
import type { ConversionPlan } from './convert.js';
import { GraphWriter, type Value } from './graph-writer.js';
import {
  asOneLogit,
  blockedChannels,
  denseOnUpright,
  type Linear,
  onPlainPixels,
  padded,
  uprightConvolution,
} from './mtcnn-fold.js';
import { type Layer, NETWORKS } from './mtcnn-networks.js';
import { encodeOnnx } from './onnx-proto.js';
import { writePrelu } from './prelu.js';
import type { WeightSpec } from './tfjs-graph.js';
import { readWeights, type SourceTensor } from './tfjs-weights.js';
import { POINT_WINDOW } from './window.js';

/** Sides of the pictures that R-Net and O-Net read; P-Net reads pictures of any size (-1). */
const INPUT_SIDES: Readonly<Record<MtcnnNetwork, number>> = { pnet: -1, rnet: 24, onet: 48 };

/**
 * Writes one of MTCNN's networks as ONNX, for upright RGB pictures of 0–255.
 *
 * @param list - the text of face-api.js's list of weights.
 * @param bytes - the weights of all three networks.
 * @throws RangeError when the weights are not those of the list, or one is missing.
 */
export function convertMtcnn(
  list: string,
  bytes: Uint8Array,
  network: MtcnnNetwork,
  plan: ConversionPlan,
): Uint8Array {
  const groups = JSON.parse(list) as readonly { readonly weights: readonly WeightSpec[] }[];
  const weights = readWeights(
    groups.flatMap((group) => group.weights),
    bytes,
  );
  const writer = new MtcnnWriter(network, weights, new GraphWriter(plan.precision ?? 'float16'));
  const side = INPUT_SIDES[network];
  const batch = network === 'pnet' ? 1 : -1;
  const { layers, heads } = NETWORKS[network];
  let value: Value = { name: plan.input, shape: [batch, side, side, 3] };
  for (const layer of layers) value = writer.layer(layer, value);
  for (const { name } of plan.outputs) writer.head(name, heads[name] ?? name, value);
  const { nodes, tensors } = writer.graph;
  return encodeOnnx({
    name: plan.name,
    inputs: [{ name: plan.input, shape: [batch, 3, side, side] }],
    outputs: plan.outputs,
    nodes,
    tensors,
  });
}

/** Writes the layers of one network. Shapes are `[batch, height, width, channels]` or `[batch, values]`. */
class MtcnnWriter {
  readonly graph: GraphWriter;
  readonly #network: MtcnnNetwork;
  readonly #weights: ReadonlyMap<string, SourceTensor>;

  constructor(
    network: MtcnnNetwork,
    weights: ReadonlyMap<string, SourceTensor>,
    graph: GraphWriter,
  ) {
    this.#network = network;
    this.#weights = weights;
    this.graph = graph;
  }

  layer(layer: Layer, input: Value): Value {
    if (layer.op === 'pool') return this.#pool(layer, input);
    const slope = this.#values(layer.slope);
    if (layer.op === 'conv') {
      const linear = this.#convolution(layer.name, input);
      const channels = linear.shape.at(-1) ?? slope.length;
      return writePrelu(layer.slope, linear, padded(slope, channels), this.graph);
    }
    const linear = this.#dense(layer.name, input);
    const slopes = this.graph.vector(`${layer.slope}/w`, [slope.length], slope);
    return {
      ...linear,
      name: this.graph.node('PRelu', layer.slope, [linear.name, slopes]),
    };
  }

  /** Writes an output of the graph. */
  head(output: string, layer: string, input: Value): void {
    const source = {
      weights: this.#source(`${layer}/weights`),
      bias: this.#values(`${layer}/bias`),
    };
    const isScore = output === 'scores';
    const { weights, bias } = isScore ? asOneLogit(source.weights, source.bias) : source;
    const name = isScore ? `${output}/logit` : output;
    if (input.shape.length === 2) {
      this.#matrix(name, { kernel: realValues(weights), bias, dims: weights.shape }, input);
    } else {
      const outer = weights.shape.at(-1) ?? 1;
      const linear = uprightConvolution(weights, bias, input.shape.at(-1) ?? 1, outer);
      this.#window(
        name,
        linear,
        input,
        this.graph.weights(`${name}/w`, linear.dims, linear.kernel),
      );
    }
    if (isScore) this.graph.node('Sigmoid', output, [name]);
  }

  #convolution(name: string, input: Value): Value {
    const kernel = this.#source(`${name}/weights`);
    const [, , sourceInner = 1, sourceOuter = 1] = kernel.shape;
    const isFirst = sourceInner === 3;
    const inner = isFirst ? sourceInner : blockedChannels(sourceInner);
    const bias = this.#values(`${name}/bias`);
    const linear = uprightConvolution(kernel, bias, inner, blockedChannels(sourceOuter));
    if (!isFirst)
      return this.#window(
        name,
        linear,
        input,
        this.graph.weights(`${name}/w`, linear.dims, linear.kernel),
      );
    // Divided by 128, many of its few numbers are smaller than half precision holds well.
    const first = onPlainPixels(linear);
    return this.#window(
      name,
      first,
      input,
      this.graph.vector(`${name}/w`, first.dims, first.kernel),
    );
  }

  #window(name: string, { bias, dims }: Linear, input: Value, weights: string): Value {
    const [outer = 1, , kernelHeight = 1, kernelWidth = 1] = dims;
    const [batch = 1, height = 1, width = 1] = input.shape;
    const biases = this.graph.vector(`${name}/b`, [outer], bias);
    const attributes = { ...POINT_WINDOW, kernel_shape: [kernelHeight, kernelWidth], group: 1 };
    const left = (size: number, window: number) => (size < 0 ? size : size - window + 1);
    return {
      name: this.graph.node('Conv', name, [input.name, weights, biases], attributes),
      shape: [batch, left(height, kernelHeight), left(width, kernelWidth), outer],
    };
  }

  #pool({ size, padding }: Extract<Layer, { op: 'pool' }>, input: Value): Value {
    const [batch = 1, height = 1, width = 1, channels = 1] = input.shape;
    const round = padding === 'same' ? Math.ceil : Math.floor;
    const left = (side: number) => (side < 0 ? side : round((side - size) / 2) + 1);
    const name = this.graph.node('MaxPool', `${input.name}/pooled`, [input.name], {
      kernel_shape: [size, size],
      strides: [2, 2],
      pads: [0, 0, 0, 0],
      ceil_mode: padding === 'same' ? 1 : 0,
    });
    return { name, shape: [batch, left(height), left(width), channels] };
  }

  #dense(name: string, input: Value): Value {
    const [batch = 1, side = 1, , channels = 1] = input.shape;
    const weights = this.#source(`${name}/weights`);
    const shape = this.graph.integers(`${name}/shape`, [0, side * side * channels]);
    const flat = {
      name: this.graph.node('Reshape', `${name}/flat`, [input.name, shape]),
      shape: [batch, side * side * channels],
    };
    const linear = denseOnUpright(weights, this.#values(`${name}/bias`), side, channels);
    return this.#matrix(name, linear, flat);
  }

  #matrix(name: string, { kernel, bias, dims }: Linear, input: Value): Value {
    const [, outer = 1] = dims;
    const weights = this.graph.weights(`${name}/w`, dims, kernel);
    const biases = this.graph.vector(`${name}/b`, [outer], bias);
    return {
      name: this.graph.node('Gemm', name, [input.name, weights, biases]),
      shape: [input.shape[0] ?? -1, outer],
    };
  }

  #source(name: string): SourceTensor {
    const path = `${this.#network}/${name}`;
    const tensor = this.#weights.get(path);
    if (tensor === undefined) throw new RangeError(`The source has no weights "${path}".`);
    return tensor;
  }

  #values(name: string): Float32Array {
    return realValues(this.#source(name));
  }
}

function realValues(tensor: SourceTensor): Float32Array {
  if (!(tensor.values instanceof Float32Array)) {
    throw new RangeError('The weights of MTCNN are real numbers.');
  }
  return tensor.values;
}
