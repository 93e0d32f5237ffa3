import { expect, test } from 'vitest';
import { DATA_TYPES, messageType } from '../src/convert/onnx-proto.js';
import { listModels, loadEntry } from '../src/index.js';

/**
 * The largest weight that no processor overflows on. Those without VNNI add two products of an
 * activation (0–255) and a weight in 16 bits: 2 · 255 · 64 = 32,640 fits, 2 · 255 · 127 does not.
 */
const LARGEST_WEIGHT = 64;

interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly rawData?: Uint8Array;
}

/** The kernels of convolutions that an ONNX file stores as int8. */
function int8Kernels(onnx: Uint8Array): Constant[] {
  const Model = messageType('ModelProto');
  const { graph } = Model.toObject(Model.decode(onnx), { longs: Number, arrays: true }) as {
    graph: { initializer: Constant[] };
  };
  return graph.initializer.filter(
    ({ dataType, dims }) => dataType === DATA_TYPES.int8 && dims.length === 4,
  );
}

const exported = process.env['POISE_EXPORT'];
const models = [
  ...listModels().map((entry) => ({ name: entry.name, load: () => loadEntry(entry) })),
  ...(exported === undefined ? [] : listModels(exported)).map((entry) => ({
    name: entry.name,
    load: () => loadEntry(entry, exported),
  })),
];

test.each(models)('$name gives the same on processors with and without VNNI', async ({ load }) => {
  const { bytes } = await load();
  // Only a model that quantises what flows through it multiplies whole numbers.
  if (!Buffer.from(bytes).includes('QuantizeLinear')) return;
  const kernels = int8Kernels(bytes);
  expect(kernels).not.toEqual([]);
  for (const { name, rawData } of kernels) {
    expect(rawData, name).toBeDefined();
    const weights = new Int8Array(Uint8Array.from(rawData ?? []).buffer);
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    expect(largest, name).toBeLessThanOrEqual(LARGEST_WEIGHT);
  }
});
