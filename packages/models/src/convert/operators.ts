import type { GraphWriter, Value } from './graph-writer.js';
import { permute } from './permute.js';
import { writePrelu } from './prelu.js';
import { type GraphNode, inputNames, spatialAttribute, stringListAttribute } from './tfjs-graph.js';
import type { SourceTensor } from './tfjs-weights.js';
import { POINT_WINDOW, windowOf } from './window.js';

/** What a mapper sees of the conversion. */
export interface Context {
  readonly writer: GraphWriter;
  /** A tensor that is computed: four-dimensional ones lie in NCHW in the written graph. */
  value(name: string): Value;
  /** A constant of the source. */
  constant(name: string): SourceTensor;
}

/** Writes one node of the source as ONNX and says what came out. */
export type Mapper = (node: GraphNode, context: Context) => Value;

/** Source operator → how it is written. An operator that is not here cannot be converted. */
export const OPERATORS: Readonly<Record<string, Mapper>> = {
  _FusedConv2D: convolution,
  DepthwiseConv2dNative: depthwiseConvolution,
  MaxPool: maxPool,
  AddV2: add,
  Relu: (node, context) => pointwise('Relu', node, context),
  Sigmoid: (node, context) => pointwise('Sigmoid', node, context),
  Prelu: (node, context) => {
    const [x, slope] = operands(node, 2);
    return prelu(node.name, context.value(x), slope, context);
  },
  Pad: pad,
  Reshape: reshape,
  ConcatV2: concat,
  Identity: (node, context) => context.value(operands(node, 1)[0]),
};

/** The axis of an NCHW tensor that an axis of an NHWC tensor becomes. */
const NCHW_AXIS = [0, 2, 3, 1] as const;

type Operands = readonly [string, string, string, string];

function operands(node: GraphNode, atLeast: number): Operands {
  const names = inputNames(node);
  if (names.length < atLeast) throw new RangeError(`"${node.name}" has too few inputs.`);
  const [a = '', b = '', c = '', d = ''] = names;
  return [a, b, c, d];
}

function picture(value: Value): readonly [n: number, h: number, w: number, c: number] {
  const [n, h, w, c] = value.shape;
  if (n === undefined || h === undefined || w === undefined || c === undefined) {
    throw new RangeError(`"${value.name}" is not a picture: its shape is [${value.shape.join()}].`);
  }
  return [n, h, w, c];
}

function convolution(node: GraphNode, context: Context): Value {
  const [x, kernelName, biasName, slope] = operands(node, 3);
  const input = context.value(x);
  const [n, h, w] = picture(input);
  const kernel = context.constant(kernelName);
  const [kh = 1, kw = 1, inner = 1, outer = 1] = kernel.shape;
  const { size, ...window } = windowOf(node, [h, w], [kh, kw]);
  const fused = stringListAttribute(node, 'fused_ops');
  const [first, activation, ...rest] = fused;
  if (first !== 'BiasAdd' || rest.length > 0) {
    throw new RangeError(`"${node.name}" fuses ${fused.join(' and ') || 'nothing'}.`);
  }
  const { writer } = context;
  const weights = writer.weights(kernelName, [outer, inner, kh, kw], permute(kernel, [3, 2, 0, 1]));
  const bias = writer.vector(biasName, [outer], realValues(context.constant(biasName), biasName));
  const name = activation === undefined ? node.name : `${node.name}/linear`;
  const attributes = { kernel_shape: [kh, kw], group: 1, ...window };
  const linear = {
    name: writer.node('Conv', name, [input.name, weights, bias], attributes),
    shape: [n, ...size, outer],
  };
  if (activation === undefined) return linear;
  if (activation === 'Prelu') return prelu(node.name, linear, slope, context);
  if (activation === 'Relu') {
    return { name: writer.node('Relu', node.name, [linear.name]), shape: linear.shape };
  }
  throw new RangeError(`"${node.name}" fuses the activation ${activation}.`);
}

function depthwiseConvolution(node: GraphNode, context: Context): Value {
  const [x, kernelName] = operands(node, 2);
  const input = context.value(x);
  const [n, h, w, channels] = picture(input);
  const kernel = context.constant(kernelName);
  const [kh = 1, kw = 1, , multiplier = 1] = kernel.shape;
  const { size, ...window } = windowOf(node, [h, w], [kh, kw]);
  const outer = channels * multiplier;
  const weights = context.writer.weights(
    kernelName,
    [outer, 1, kh, kw],
    permute(kernel, [2, 3, 0, 1]),
  );
  const attributes = { kernel_shape: [kh, kw], group: channels, ...window };
  const name = context.writer.node('Conv', node.name, [input.name, weights], attributes);
  return { name, shape: [n, ...size, outer] };
}

function maxPool(node: GraphNode, context: Context): Value {
  const input = context.value(operands(node, 1)[0]);
  const [n, h, w, channels] = picture(input);
  const kernel = spatialAttribute(node, 'ksize');
  const { size, strides, pads } = windowOf(node, [h, w], kernel);
  const attributes = { kernel_shape: kernel, strides, pads };
  const name = context.writer.node('MaxPool', node.name, [input.name], attributes);
  return { name, shape: [n, ...size, channels] };
}

function add(node: GraphNode, context: Context): Value {
  const [a, b] = operands(node, 2)
    .slice(0, 2)
    .map((name) => context.value(name)) as [Value, Value];
  if (a.shape.join() !== b.shape.join()) {
    throw new RangeError(`"${node.name}" adds [${a.shape.join()}] and [${b.shape.join()}].`);
  }
  return { name: context.writer.node('Add', node.name, [a.name, b.name]), shape: a.shape };
}

function pointwise(op: string, node: GraphNode, context: Context): Value {
  const input = context.value(operands(node, 1)[0]);
  return { name: context.writer.node(op, node.name, [input.name]), shape: input.shape };
}

function prelu(output: string, input: Value, slopeName: string, context: Context): Value {
  const slope = context.constant(slopeName);
  const channels = input.shape.at(-1) ?? 0;
  if (slope.values.length !== channels || slope.shape.at(-1) !== channels) {
    throw new RangeError(`"${output}" has a slope per pixel, which the converter does not write.`);
  }
  return writePrelu(output, input, realValues(slope, slopeName), context.writer);
}

/**
 * Channels of zeros appended, by a 1 × 1 convolution with an identity kernel: unlike ONNX's Pad it
 * stays in the blocked layout and merges with the addition that follows.
 */
function pad(node: GraphNode, context: Context): Value {
  const [x, paddings] = operands(node, 2);
  const input = context.value(x);
  const [n, h, w, channels] = picture(input);
  const [last = 0, ...others] = [...context.constant(paddings).values].reverse();
  if (others.some((size) => size !== 0)) {
    throw new RangeError(`"${node.name}" pads more than the end of the channels.`);
  }
  const outer = channels + last;
  const identity = new Float32Array(outer * channels);
  for (let channel = 0; channel < channels; channel++) identity[channel * channels + channel] = 1;
  const { writer } = context;
  const kernel = writer.weights(`${node.name}/identity`, [outer, channels, 1, 1], identity);
  const attributes = { ...POINT_WINDOW, group: 1 };
  const name = writer.node('Conv', node.name, [input.name, kernel], attributes);
  return { name, shape: [n, h, w, outer] };
}

function reshape(node: GraphNode, context: Context): Value {
  const [x, shapeName] = operands(node, 2);
  const target = [...context.constant(shapeName).values];
  return writeReshape(node.name, context.value(x), target, context.writer);
}

/** Writes a change of shape that keeps the source's NHWC order of elements. */
export function writeReshape(
  output: string,
  input: Value,
  target: readonly number[],
  writer: GraphWriter,
): Value {
  const [, h = 1, w = 1, c = 1] = input.shape;
  const ordered =
    input.shape.length !== 4 || h * w === 1 || c === 1
      ? input.name
      : writer.node('Transpose', `${output}/nhwc`, [input.name], { perm: [0, 2, 3, 1] });
  // Every reshape of these models keeps the batch first; ONNX's 0 copies that dimension.
  const shape = writer.integers(`${output}/shape`, [0, ...target.slice(1)]);
  const batch = input.shape[0] ?? -1;
  return {
    name: writer.node('Reshape', output, [ordered, shape]),
    shape: [batch, ...target.slice(1)],
  };
}

function concat(node: GraphNode, context: Context): Value {
  const names = inputNames(node);
  const axisName = names.at(-1) ?? '';
  const sourceAxis = context.constant(axisName).values[0] ?? 0;
  const parts = names.slice(0, -1).map((name) => context.value(name));
  const rank = parts[0]?.shape.length ?? 0;
  const axis = sourceAxis < 0 ? sourceAxis + rank : sourceAxis;
  const shape = [...(parts[0]?.shape ?? [])];
  shape[axis] = parts.reduce((sum, part) => sum + (part.shape[axis] ?? 0), 0);
  const name = context.writer.node(
    'Concat',
    node.name,
    parts.map((part) => part.name),
    { axis: rank === 4 ? (NCHW_AXIS[axis] ?? axis) : axis },
  );
  return { name, shape };
}

function realValues(tensor: SourceTensor, name: string): Float32Array {
  if (!(tensor.values instanceof Float32Array)) {
    throw new RangeError(`"${name}" is not a tensor of real numbers.`);
  }
  return tensor.values;
}
