import { halfToNumber } from '../convert/float16.js';
import {
  DATA_TYPES,
  messageType,
  nodeMessage,
  type OnnxNode,
  type OnnxTensor,
  tensorMessage,
} from '../convert/onnx-proto.js';
import { quantiseChannels } from './int8.js';
import { join, readFields, type WireField, writeField } from './wire.js';

/** Field numbers of ONNX's schema: the graph of a model, the nodes and constants of a graph. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_INITIALIZER = 5;

/** Kernels of fewer weights keep float16: a byte of each is worth less than its precision. */
const SMALLEST_KERNEL = 4096;

/**
 * Stores the float16 kernels of an ONNX model as int8 with one float32 scale per output channel.
 *
 * A kernel is a float16 constant behind a `Cast` to float32, with its output channels first (`Conv`,
 * and `Gemm` with transB). It becomes `Cast(int8) * scale`: ONNX Runtime works that out once, when
 * it loads the model, so that everything is computed in float32 as before. (`DequantizeLinear`
 * would be worked out again for each picture.) All else is copied byte for byte, and the same model
 * always gives the same bytes.
 *
 * @throws RangeError when the model has no such kernel.
 */
export function quantiseWeights(onnx: Uint8Array): Uint8Array {
  let kernels = 0;
  const model = readFields(onnx).map((field) => {
    if (field.id !== MODEL_GRAPH || !field.content) return field.bytes;
    const fields = readFields(field.content);
    const large = new Map(fields.flatMap(largeKernel));
    kernels += large.size;
    return writeField(MODEL_GRAPH, join(fields.flatMap((part) => rewrite(part, large))));
  });
  if (kernels === 0) throw new RangeError('The model has no float16 kernels to quantise.');
  return join(model);
}

/** The name and tensor of a field of the graph, if that is a kernel large enough to quantise. */
function largeKernel({ id, content }: WireField): [string, OnnxTensor][] {
  if (id !== GRAPH_INITIALIZER || !content) return [];
  const Tensor = messageType('TensorProto');
  const { name, dims, dataType, rawData } = Tensor.toObject(Tensor.decode(content), {
    longs: Number,
  }) as { name: string; dims?: number[]; dataType: number; rawData?: Uint8Array };
  if (dataType !== DATA_TYPES.float16 || !dims || !rawData) return [];
  if (rawData.length < 2 * SMALLEST_KERNEL) return [];
  return [[name, { name, dims, type: 'float16', bytes: rawData }]];
}

function rewrite(field: WireField, large: ReadonlyMap<string, OnnxTensor>): Uint8Array[] {
  const { id, content, bytes } = field;
  if (id === GRAPH_INITIALIZER && content) {
    const [[, kernel] = []] = largeKernel(field);
    if (kernel) return quantisedTensors(kernel).map(encodeTensor);
  }
  if (id === GRAPH_NODE && content) {
    const Node = messageType('NodeProto');
    const { opType, input, output } = Node.toObject(Node.decode(content)) as {
      opType: string;
      input?: string[];
      output?: string[];
    };
    const [from] = input ?? [];
    const [to] = output ?? [];
    if (opType === 'Cast' && from !== undefined && to !== undefined && large.has(from)) {
      return scaledCast(from, to).map(encodeNode);
    }
  }
  return [bytes];
}

const stepsName = (kernel: string) => `${kernel}/int8`;
const scalesName = (kernel: string) => `${kernel}/scale`;

function quantisedTensors({ name, dims, bytes }: OnnxTensor): OnnxTensor[] {
  const halves = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = Float32Array.from({ length: bytes.length / 2 }, (_, i) =>
    halfToNumber(halves.getUint16(2 * i, true)),
  );
  const [channels = 1, ...rest] = dims;
  const { steps, scales } = quantiseChannels(values, channels);
  const scaleBytes = new Uint8Array(scales.length * 4);
  const view = new DataView(scaleBytes.buffer);
  scales.forEach((scale, i) => {
    view.setFloat32(4 * i, scale, true);
  });
  return [
    { name: stepsName(name), dims, type: 'int8', bytes: new Uint8Array(steps.buffer) },
    {
      name: scalesName(name),
      dims: [channels, ...rest.map(() => 1)],
      type: 'float32',
      bytes: scaleBytes,
    },
  ];
}

/** What gives the float32 values of a kernel, under the name that the rest of the graph reads. */
function scaledCast(kernel: string, output: string): OnnxNode[] {
  const steps = `${kernel}/steps`;
  return [
    {
      op: 'Cast',
      inputs: [stepsName(kernel)],
      output: steps,
      attributes: { to: DATA_TYPES.float32 },
    },
    { op: 'Mul', inputs: [steps, scalesName(kernel)], output, attributes: {} },
  ];
}

function encodeTensor(tensor: OnnxTensor): Uint8Array {
  const Tensor = messageType('TensorProto');
  const message = Tensor.encode(Tensor.create(tensorMessage(tensor))).finish();
  return writeField(GRAPH_INITIALIZER, message);
}

function encodeNode(node: OnnxNode): Uint8Array {
  const Node = messageType('NodeProto');
  return writeField(GRAPH_NODE, Node.encode(Node.create(nodeMessage(node))).finish());
}
