import type { MtcnnNetwork } from '../manifest.js';

/** One step of a network. Names are those of the weights in face-api.js's file. */
export type Layer =
  /** A convolution without padding, and a PRelu behind it. */
  | { readonly op: 'conv'; readonly name: string; readonly slope: string }
  /** Max pooling with stride 2; `same` keeps a last row or column that fills no window. */
  | { readonly op: 'pool'; readonly size: number; readonly padding: 'same' | 'valid' }
  /** Every value with every other, and a PRelu behind it. */
  | { readonly op: 'dense'; readonly name: string; readonly slope: string };

/** A network: its layers, then its outputs side by side. */
export interface Network {
  readonly layers: readonly Layer[];
  /** The layer of each output that the manifest names; `scores` is the probability of a face. */
  readonly heads: Readonly<Record<string, string>>;
}

const conv = (name: string, slope: string): Layer => ({ op: 'conv', name, slope });
const dense = (name: string, slope: string): Layer => ({ op: 'dense', name, slope });
const pool = (size: number, padding: 'same' | 'valid'): Layer => ({ op: 'pool', size, padding });

/**
 * The three networks (Zhang et al. 2016, "Joint Face Detection and Alignment using Multi-task
 * Cascaded Convolutional Networks", figure 2, with the channels of the released weights).
 */
export const NETWORKS: Readonly<Record<MtcnnNetwork, Network>> = {
  pnet: {
    layers: [
      conv('conv1', 'prelu1_alpha'),
      pool(2, 'same'),
      conv('conv2', 'prelu2_alpha'),
      conv('conv3', 'prelu3_alpha'),
    ],
    heads: { scores: 'conv4_1', offsets: 'conv4_2' },
  },
  rnet: {
    layers: [
      conv('conv1', 'prelu1_alpha'),
      pool(3, 'same'),
      conv('conv2', 'prelu2_alpha'),
      pool(3, 'valid'),
      conv('conv3', 'prelu3_alpha'),
      dense('fc1', 'prelu4_alpha'),
    ],
    heads: { scores: 'fc2_1', offsets: 'fc2_2' },
  },
  onet: {
    layers: [
      conv('conv1', 'prelu1_alpha'),
      pool(3, 'same'),
      conv('conv2', 'prelu2_alpha'),
      pool(3, 'valid'),
      conv('conv3', 'prelu3_alpha'),
      pool(2, 'same'),
      conv('conv4', 'prelu4_alpha'),
      dense('fc1', 'prelu5_alpha'),
    ],
    heads: { scores: 'fc2_1', offsets: 'fc2_2', points: 'fc2_3' },
  },
};
