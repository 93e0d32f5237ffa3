/** The part of the TFJS graph-model format (model.json) that the converter reads. */

interface AttributeValue {
  /** Strings are base64. */
  readonly s?: string;
  readonly i?: string;
  readonly f?: number;
  readonly shape?: { readonly dim?: readonly { readonly size: string }[] };
  readonly list?: { readonly s?: readonly string[]; readonly i?: readonly string[] };
}

/** One operation of the graph. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, AttributeValue>>;
}

/** How one tensor lies in the weight file. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

/** A model.json, read. */
export interface TfjsGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly weights: readonly WeightSpec[];
}

/**
 * Reads a TFJS graph model.
 *
 * @throws TypeError when the text is not a graph model.
 */
export function readGraph(json: string): TfjsGraph {
  const model = JSON.parse(json) as {
    format?: string;
    modelTopology?: { node?: GraphNode[] };
    weightsManifest?: { weights: WeightSpec[] }[];
  };
  const nodes = model.modelTopology?.node;
  if (model.format !== 'graph-model' || !nodes || !model.weightsManifest) {
    throw new TypeError('The source is not a TFJS graph model.');
  }
  return {
    nodes: new Map(nodes.map((node) => [node.name, node])),
    weights: model.weightsManifest.flatMap((group) => group.weights),
  };
}

/** A node's data inputs by name, without output numbers (`name:0`) and control inputs (`^name`). */
export function inputNames(node: GraphNode): string[] {
  return (node.input ?? [])
    .filter((name) => !name.startsWith('^'))
    .map((name) => name.replace(/:0$/, ''));
}

/** A string attribute, decoded; '' when the node has none. */
export function stringAttribute(node: GraphNode, key: string): string {
  return decode(node.attr?.[key]?.s ?? '');
}

/** A list of strings, decoded. */
export function stringListAttribute(node: GraphNode, key: string): string[] {
  return (node.attr?.[key]?.list?.s ?? []).map(decode);
}

/** Height and width of a four-number attribute in NHWC order, such as `strides`. */
export function spatialAttribute(node: GraphNode, key: string): readonly [number, number] {
  const [, height, width] = (node.attr?.[key]?.list?.i ?? ['1', '1', '1', '1']).map(Number);
  return [height ?? 1, width ?? 1];
}

/** The `shape` attribute; an unknown dimension is -1. */
export function shapeAttribute(node: GraphNode): number[] {
  return (node.attr?.['shape']?.shape?.dim ?? []).map((dim) => Number(dim.size));
}

/**
 * The nodes that the outputs need, each after its inputs.
 *
 * @throws RangeError when a node is missing.
 */
export function neededNodes(graph: TfjsGraph, outputs: readonly string[]): GraphNode[] {
  const order = new Map<string, GraphNode>();
  const visit = (name: string): void => {
    if (order.has(name)) return;
    const node = graph.nodes.get(name);
    if (!node) throw new RangeError(`The source graph has no node "${name}".`);
    for (const input of inputNames(node)) visit(input);
    order.set(name, node);
  };
  for (const output of outputs) visit(output);
  return [...order.values()];
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
