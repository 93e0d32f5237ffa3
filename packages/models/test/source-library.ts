import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModelEntry } from '../src/index.js';

/** The part of TensorFlow.js that the comparison uses. */
interface SourceTensor {
  dataSync(): Float32Array;
}
interface SourceModel {
  execute(input: SourceTensor, outputs: string[]): SourceTensor | SourceTensor[];
}
interface SourceLibrary {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor4d(values: Float32Array, shape: number[]): SourceTensor;
  loadGraphModel(handler: { load: () => Promise<object> }): Promise<SourceModel>;
}

/** The root of the package that the models are converted from. */
export const SOURCE_ROOT = dirname(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/human')),
);

/**
 * The source library's own TensorFlow.js on its plain JavaScript backend. Its bundle is made for
 * browsers and looks for one only while it is loaded, so it is shown the outline of one.
 */
export async function openSourceLibrary(): Promise<SourceLibrary> {
  const global = globalThis as { window?: unknown };
  global.window = { document: {} };
  try {
    const url = pathToFileURL(join(SOURCE_ROOT, 'dist/tfjs.esm.js')).href;
    const library = (await import(url)) as SourceLibrary;
    await library.setBackend('cpu');
    await library.ready();
    return library;
  } finally {
    delete global.window;
  }
}

/** Runs the source's own graph on an NHWC picture; the outputs in the order of the entry. */
export async function runSource(
  library: SourceLibrary,
  entry: ModelEntry,
  picture: Float32Array,
): Promise<Float32Array[]> {
  const [graph, weights] = entry.source.files ?? [];
  if (!graph || !weights) throw new Error(`${entry.name} has no source.`);
  const json = JSON.parse(await readFile(join(SOURCE_ROOT, graph.path), 'utf8'));
  const bytes = Uint8Array.from(await readFile(join(SOURCE_ROOT, weights.path)));
  const model = await library.loadGraphModel({
    load: async () => ({
      modelTopology: json.modelTopology,
      signature: json.signature,
      userDefinedMetadata: json.userDefinedMetadata,
      weightSpecs: json.weightsManifest.flatMap((group: { weights: object[] }) => group.weights),
      weightData: bytes.buffer,
    }),
  });
  const side = entry.inputs[0]?.shape[2] ?? 0;
  const nodes = entry.outputs.map((output) => output.from ?? output.name);
  const result = model.execute(library.tensor4d(picture, [1, side, side, 3]), nodes);
  return [result].flat().map((tensor) => tensor.dataSync());
}
