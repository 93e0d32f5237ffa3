import protobuf from 'protobufjs';

/**
 * The messages and fields of ONNX's protobuf schema (onnx.proto3) that the converter writes. Field
 * numbers and types are those of the specification; everything else of it is left out.
 */
const SCHEMA = {
  nested: {
    ModelProto: {
      fields: {
        irVersion: { type: 'int64', id: 1 },
        producerName: { type: 'string', id: 2 },
        producerVersion: { type: 'string', id: 3 },
        graph: { type: 'GraphProto', id: 7 },
        opsetImport: { rule: 'repeated', type: 'OperatorSetIdProto', id: 8 },
      },
    },
    OperatorSetIdProto: { fields: { version: { type: 'int64', id: 2 } } },
    GraphProto: {
      fields: {
        node: { rule: 'repeated', type: 'NodeProto', id: 1 },
        name: { type: 'string', id: 2 },
        initializer: { rule: 'repeated', type: 'TensorProto', id: 5 },
        input: { rule: 'repeated', type: 'ValueInfoProto', id: 11 },
        output: { rule: 'repeated', type: 'ValueInfoProto', id: 12 },
      },
    },
    NodeProto: {
      fields: {
        input: { rule: 'repeated', type: 'string', id: 1 },
        output: { rule: 'repeated', type: 'string', id: 2 },
        name: { type: 'string', id: 3 },
        opType: { type: 'string', id: 4 },
        attribute: { rule: 'repeated', type: 'AttributeProto', id: 5 },
      },
    },
    AttributeProto: {
      fields: {
        name: { type: 'string', id: 1 },
        i: { type: 'int64', id: 3 },
        ints: { rule: 'repeated', type: 'int64', id: 8 },
        type: { type: 'int32', id: 20 },
      },
    },
    TensorProto: {
      fields: {
        dims: { rule: 'repeated', type: 'int64', id: 1 },
        dataType: { type: 'int32', id: 2 },
        name: { type: 'string', id: 8 },
        rawData: { type: 'bytes', id: 9 },
      },
    },
    ValueInfoProto: {
      fields: { name: { type: 'string', id: 1 }, type: { type: 'TypeProto', id: 2 } },
    },
    TypeProto: { fields: { tensorType: { type: 'TensorType', id: 1 } } },
    TensorType: {
      fields: { elemType: { type: 'int32', id: 1 }, shape: { type: 'ShapeProto', id: 2 } },
    },
    ShapeProto: { fields: { dim: { rule: 'repeated', type: 'Dimension', id: 1 } } },
    Dimension: {
      fields: { dimValue: { type: 'int64', id: 1 }, dimParam: { type: 'string', id: 2 } },
    },
  },
};

/** ONNX's numbers for element types. */
export const DATA_TYPES = { float32: 1, int8: 3, int64: 7, float16: 10 } as const;

/** ONNX's number for the attribute types that the converter writes. */
const ATTRIBUTE_TYPES = { int: 2, ints: 7 } as const;

/** The operator set and file version written: both older than any runtime Poise runs on. */
const OPSET_VERSION = 17;
const IR_VERSION = 8;

/** A constant tensor, little-endian. */
export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: keyof typeof DATA_TYPES;
  readonly bytes: Uint8Array;
}

/** One operator call. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, number | readonly number[]>>;
}

/** A float32 input or output of the graph; -1 is a size that may be any number: first, the batch. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A whole graph. */
export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly tensors: readonly OnnxTensor[];
}

/** Writes a graph as an ONNX file. The same graph always gives the same bytes. */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  const Model = messageType('ModelProto');
  const message = Model.create({
    irVersion: IR_VERSION,
    producerName: 'poise',
    opsetImport: [{ version: OPSET_VERSION }],
    graph: {
      name: graph.name,
      node: graph.nodes.map(nodeMessage),
      initializer: graph.tensors.map(tensorMessage),
      input: graph.inputs.map(valueMessage),
      output: graph.outputs.map(valueMessage),
    },
  });
  return Uint8Array.from(Model.encode(message).finish());
}

/** The type of a message of the schema, to encode and decode parts of an ONNX file with. */
export function messageType(name: 'ModelProto' | 'NodeProto' | 'TensorProto'): protobuf.Type {
  return protobuf.Root.fromJSON(SCHEMA).lookupType(name);
}

/** The fields of a constant tensor, as the schema names them. */
export function tensorMessage(tensor: OnnxTensor): object {
  return {
    dims: tensor.dims,
    dataType: DATA_TYPES[tensor.type],
    name: tensor.name,
    rawData: tensor.bytes,
  };
}

/** The fields of a node, as the schema names them. */
export function nodeMessage(node: OnnxNode): object {
  return {
    input: node.inputs,
    output: [node.output],
    name: node.output,
    opType: node.op,
    attribute: Object.entries(node.attributes).map(([name, value]) =>
      typeof value === 'number'
        ? { name, i: value, type: ATTRIBUTE_TYPES.int }
        : { name, ints: value, type: ATTRIBUTE_TYPES.ints },
    ),
  };
}

function valueMessage(value: OnnxValue): object {
  // Sizes of one name are equal: the batch is one, the height of an input and of an output are two.
  const nameOf = (axis: number) => (axis === 0 ? 'n' : `${value.name}/${axis}`);
  const dim = value.shape.map((size, axis) =>
    size < 0 ? { dimParam: nameOf(axis) } : { dimValue: size },
  );
  return {
    name: value.name,
    type: { tensorType: { elemType: DATA_TYPES.float32, shape: { dim } } },
  };
}
