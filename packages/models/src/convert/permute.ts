import type { SourceTensor } from './tfjs-weights.js';

/** Four-dimensional tensors only: the order of axes in which a copy is laid out. */
type Order = readonly [number, number, number, number];

/**
 * A copy of a four-dimensional tensor with its axes in another order: axis `i` of the copy is axis
 * `order[i]` of the source.
 */
export function permute(tensor: SourceTensor, order: Order): Float32Array {
  const strides = [1, 1, 1, 1];
  for (let axis = 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (tensor.shape[axis + 1] ?? 1);
  }
  const [d0, d1, d2, d3] = order.map((axis) => tensor.shape[axis] ?? 1) as [...Order];
  const [s0, s1, s2, s3] = order.map((axis) => strides[axis] ?? 1) as [...Order];
  const copy = new Float32Array(tensor.values.length);
  let at = 0;
  for (let a = 0; a < d0; a++)
    for (let b = 0; b < d1; b++)
      for (let c = 0; c < d2; c++)
        for (let d = 0; d < d3; d++)
          copy[at++] = tensor.values[a * s0 + b * s1 + c * s2 + d * s3] ?? Number.NaN;
  return copy;
}
