import { halfToNumber } from './float16.js';
import type { WeightSpec } from './tfjs-graph.js';

/** A constant tensor of the source, in the source's layout. */
export interface SourceTensor {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly values: Float32Array | Int32Array;
}

/**
 * Cuts a TFJS weight file into its tensors. The tensors lie one after another in the order of the
 * specs; float32 may be stored as float16.
 *
 * @throws RangeError when the file is longer or shorter than its specs say, or a type is unknown.
 */
export function readWeights(
  specs: readonly WeightSpec[],
  bytes: Uint8Array,
): Map<string, SourceTensor> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tensors = new Map<string, SourceTensor>();
  let offset = 0;
  for (const spec of specs) {
    const count = spec.shape.reduce((product, size) => product * size, 1);
    const width = storedWidth(spec);
    if (offset + count * width > bytes.byteLength) {
      throw new RangeError(`The weight file ends inside "${spec.name}".`);
    }
    tensors.set(spec.name, readTensor(spec, view, offset, count, width));
    offset += count * width;
  }
  if (offset !== bytes.byteLength) {
    throw new RangeError(`The weight file has ${bytes.byteLength - offset} bytes too many.`);
  }
  return tensors;
}

function storedWidth(spec: WeightSpec): 2 | 4 {
  const quantized = spec.quantization?.dtype;
  if (spec.dtype === 'float32' && quantized === 'float16') return 2;
  if ((spec.dtype === 'float32' || spec.dtype === 'int32') && quantized === undefined) return 4;
  throw new RangeError(
    `The weight "${spec.name}" has the type ${spec.dtype}${quantized ? ` stored as ${quantized}` : ''}, which the converter does not read.`,
  );
}

function readTensor(
  spec: WeightSpec,
  view: DataView,
  offset: number,
  count: number,
  width: 2 | 4,
): SourceTensor {
  if (spec.dtype === 'int32') {
    const values = Int32Array.from({ length: count }, (_, i) =>
      view.getInt32(offset + 4 * i, true),
    );
    return { shape: spec.shape, dtype: 'int32', values };
  }
  const values = Float32Array.from({ length: count }, (_, i) =>
    width === 2
      ? halfToNumber(view.getUint16(offset + 2 * i, true))
      : view.getFloat32(offset + 4 * i, true),
  );
  return { shape: spec.shape, dtype: 'float32', values };
}
