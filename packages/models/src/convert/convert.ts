import { GraphWriter, type Value, type WeightPrecision } from './graph-writer.js';
import { encodeOnnx, type OnnxValue } from './onnx-proto.js';
import { type Context, OPERATORS, writeReshape } from './operators.js';
import { type GraphNode, neededNodes, readGraph, shapeAttribute } from './tfjs-graph.js';
import { readWeights } from './tfjs-weights.js';

/** What is to be made of a TFJS graph model. */
export interface ConversionPlan {
  /** The name of the graph. */
  readonly name: string;
  /** The name that the one input gets. */
  readonly input: string;
  /** The outputs to keep: their names, the source's nodes, and their shapes (-1: the batch). */
  readonly outputs: readonly {
    readonly name: string;
    readonly from: string;
    readonly shape: readonly number[];
  }[];
  /** How the weights are stored; float16 halves the file and is cast to float32 when loaded. */
  readonly precision?: WeightPrecision;
}

/**
 * Converts a TFJS graph model to ONNX. The input becomes NCHW; branches that no kept output needs
 * are left out. The same source and plan always give the same bytes.
 *
 * @param json - the text of model.json.
 * @param weights - the bytes of its weight file.
 * @throws RangeError for an operator, type or option that the converter does not know; the message
 * names it.
 */
export function convertGraphModel(
  json: string,
  weights: Uint8Array,
  plan: ConversionPlan,
): Uint8Array {
  const graph = readGraph(json);
  const constants = readWeights(graph.weights, weights);
  const writer = new GraphWriter(plan.precision ?? 'float16');
  const values = new Map<string, Value>();
  const inputs: OnnxValue[] = [];
  const context: Context = {
    writer,
    value: (name) => found(values, name, 'computed tensor'),
    constant: (name) => found(constants, name, 'constant'),
  };

  const needed = neededNodes(
    graph,
    plan.outputs.map((output) => output.from),
  );
  for (const node of needed) {
    if (node.op === 'Const') continue;
    if (node.op === 'Placeholder') {
      const input = readInput(node, plan.input);
      inputs.push({ name: input.name, shape: toNchw(input.shape) });
      values.set(node.name, input);
      continue;
    }
    const mapper = OPERATORS[node.op];
    if (!mapper) {
      throw new RangeError(`The operator ${node.op} of "${node.name}" cannot be converted.`);
    }
    values.set(node.name, mapper(node, context));
  }

  for (const output of plan.outputs) {
    writeReshape(output.name, context.value(output.from), output.shape, writer);
  }
  return encodeOnnx({
    name: plan.name,
    inputs,
    outputs: plan.outputs,
    nodes: writer.nodes,
    tensors: writer.tensors,
  });
}

function readInput(node: GraphNode, name: string): Value {
  const shape = shapeAttribute(node);
  if (shape.length !== 4 || shape.slice(1).some((size) => size < 1)) {
    throw new RangeError(`The input "${node.name}" has the shape [${shape.join()}].`);
  }
  return { name, shape };
}

function toNchw([n = 0, h = 0, w = 0, c = 0]: readonly number[]): number[] {
  return [n, c, h, w];
}

function found<T>(map: ReadonlyMap<string, T>, name: string, what: string): T {
  const value = map.get(name);
  if (value === undefined) throw new RangeError(`The source has no ${what} "${name}".`);
  return value;
}
