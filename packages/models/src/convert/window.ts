import { type GraphNode, spatialAttribute, stringAttribute } from './tfjs-graph.js';

/** How a kernel slides over a picture. */
export interface Window {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  /** ONNX order: top, left, bottom, right. */
  readonly pads: readonly [number, number, number, number];
  /** Height and width of what comes out. */
  readonly size: readonly [number, number];
}

/** The window of a 1 × 1 convolution. */
export const POINT_WINDOW = {
  kernel_shape: [1, 1],
  strides: [1, 1],
  dilations: [1, 1],
  pads: [0, 0, 0, 0],
} as const;

/**
 * The window of a convolution or pooling node. TensorFlow's SAME gives ceil(size / stride) outputs
 * and puts the odd pixel of padding at the bottom and right; ONNX gets the numbers.
 *
 * @param input - height and width of the node's input.
 * @param kernel - height and width of the kernel.
 * @throws RangeError for a padding other than SAME and VALID, or a data format other than NHWC.
 */
export function windowOf(
  node: GraphNode,
  input: readonly [number, number],
  kernel: readonly [number, number],
): Window {
  const padding = stringAttribute(node, 'padding');
  const format = stringAttribute(node, 'data_format');
  if (padding !== 'SAME' && padding !== 'VALID') {
    throw new RangeError(`"${node.name}" has the padding ${padding || '(none)'}.`);
  }
  if (format !== '' && format !== 'NHWC') {
    throw new RangeError(`"${node.name}" has the data format ${format}.`);
  }
  const strides = spatialAttribute(node, 'strides');
  const dilations = spatialAttribute(node, 'dilations');
  const along = (axis: 0 | 1) => {
    const extent = (kernel[axis] - 1) * dilations[axis] + 1;
    if (padding === 'VALID') {
      return { before: 0, after: 0, size: Math.floor((input[axis] - extent) / strides[axis]) + 1 };
    }
    const size = Math.ceil(input[axis] / strides[axis]);
    const total = Math.max(0, (size - 1) * strides[axis] + extent - input[axis]);
    const before = Math.floor(total / 2);
    return { before, after: total - before, size };
  };
  const [y, x] = [along(0), along(1)];
  return {
    strides,
    dilations,
    pads: [y.before, x.before, y.after, x.after],
    size: [y.size, x.size],
  };
}
