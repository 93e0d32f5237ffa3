import { permute } from './permute.js';
import type { SourceTensor } from './tfjs-weights.js';

/**
 * The published networks were trained in MATLAB: they expect x and y swapped, and (value - 127.5) / 128.
 * What stands here puts both into the weights, so that the written graphs take an upright picture of
 * 0–255. Its channels are red, green, blue, as MATLAB and facenet read pictures. face-api.js hands the
 * networks blue first, which costs it faces: `cards/mtcnn.md` has the figures.
 */

/** A kernel and its bias, ready to be written. */
export interface Linear {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
  readonly dims: readonly number[];
}

/** What the networks expect of a pixel: (value - CENTER) / SPREAD. */
const CENTER = 127.5;
const SPREAD = 128;

/**
 * Channels are filled up with zeros to a multiple of this: ONNX Runtime's blocked CPU layout takes
 * blocks of 8 or 16, and leaves it for 10 (P-Net) and 28 (R-Net).
 */
const CHANNEL_BLOCK = 16;

/** How many channels are written for a number of channels of the source. */
export function blockedChannels(channels: number): number {
  return Math.ceil(channels / CHANNEL_BLOCK) * CHANNEL_BLOCK;
}

/** A list of numbers with zeros behind it. */
export function padded(values: Float32Array, length: number): Float32Array {
  const copy = new Float32Array(length);
  copy.set(values);
  return copy;
}

/**
 * A convolution for upright pictures.
 *
 * @param kernel - the source's `[x, y, inner, outer]`.
 * @param inner - channels of the input as written, at least those of the kernel.
 * @param outer - channels of the output as written, at least those of the kernel.
 */
export function uprightConvolution(
  kernel: SourceTensor,
  bias: Float32Array,
  inner: number,
  outer: number,
): Linear {
  const [width = 1, height = 1, sourceInner = 1, sourceOuter = 1] = kernel.shape;
  const upright = permute(kernel, [3, 2, 1, 0]);
  const window = height * width;
  const values = new Float32Array(outer * inner * window);
  for (let o = 0; o < sourceOuter; o++) {
    for (let i = 0; i < sourceInner; i++) {
      const from = (o * sourceInner + i) * window;
      values.set(upright.subarray(from, from + window), (o * inner + i) * window);
    }
  }
  return { kernel: values, bias: padded(bias, outer), dims: [outer, inner, height, width] };
}

/** A first convolution that takes pixels of 0–255 as they are. */
export function onPlainPixels({ kernel, bias, dims }: Linear): Linear {
  const [outer = 0] = dims;
  const size = kernel.length / outer;
  const values = kernel.map((value) => value / SPREAD);
  const shifted = bias.map((value, o) => {
    const sum = values.subarray(o * size, (o + 1) * size).reduce((total, v) => total + v, 0);
    return value - CENTER * sum;
  });
  return { kernel: values, bias: shifted, dims };
}

/**
 * A dense layer behind a map of features that lies as `[channel, y, x]`, where the source's lies as
 * `[x, y, channel]`.
 *
 * @param weights - `[x · y · channel, outer]`.
 * @param side - height and width of the map.
 */
export function denseOnUpright(
  weights: SourceTensor,
  bias: Float32Array,
  side: number,
  channels: number,
): Linear {
  const outer = weights.shape[1] ?? 0;
  const map: SourceTensor = { ...weights, shape: [side, side, channels, outer] };
  return { kernel: permute(map, [2, 1, 0, 3]), bias, dims: [side * side * channels, outer] };
}

/**
 * The last layer of a choice between "no face" and "a face", as one number: the softmax of two
 * logits is the sigmoid of their difference.
 *
 * @param weights - the two choices along the last axis.
 */
export function asOneLogit(
  weights: SourceTensor,
  bias: Float32Array,
): { weights: SourceTensor; bias: Float32Array } {
  const { values } = weights;
  const differences = Float32Array.from(
    { length: values.length / 2 },
    (_, i) => (values[2 * i + 1] as number) - (values[2 * i] as number),
  );
  return {
    weights: { ...weights, shape: [...weights.shape.slice(0, -1), 1], values: differences },
    bias: Float32Array.of((bias[1] as number) - (bias[0] as number)),
  };
}
