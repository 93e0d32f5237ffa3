/** Whole numbers from -127 to 127 (not -128, so that the scale is symmetric) and their scales. */
export interface Int8Channels {
  /** As many as there were values, in their order. */
  readonly steps: Int8Array;
  /** One per channel: a value is about `step * scale`. Each is exact in float32. */
  readonly scales: Float32Array;
}

/** The largest step; one byte holds -128 too, but a symmetric range does without it. */
const MAX_STEP = 127;

/**
 * The scales that are tried for a channel, as fractions of the one at which its largest weight is
 * the largest step. A smaller scale cuts the largest weights off and rounds all others finer; in a
 * trained kernel of thousands of weights the best is seldom below 0.96.
 */
const SMALLEST_FRACTION = 0.9;
const FRACTION_STEP = 0.01;

/**
 * Rounds weights to int8 with one scale per output channel, by which the squared error of the
 * channel is least among the scales that are tried (Nagel et al. 2021, "A White Paper on Neural
 * Network Quantization", section 3.1: MSE range setting).
 *
 * @param values - the weights, channel after channel.
 * @param channels - how many output channels there are; each has the same number of weights.
 * @throws RangeError when the values do not fill the channels, or one of them is not finite.
 */
export function quantiseChannels(values: Float32Array, channels: number): Int8Channels {
  const size = values.length / channels;
  if (!Number.isSafeInteger(size)) {
    throw new RangeError(`${values.length} weights do not fill ${channels} channels.`);
  }
  const steps = new Int8Array(values.length);
  const scales = new Float32Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    const weights = values.subarray(channel * size, (channel + 1) * size);
    const scale = bestScale(weights);
    scales[channel] = scale;
    weights.forEach((weight, i) => {
      steps[channel * size + i] = nearestStep(weight, scale);
    });
  }
  return { steps, scales };
}

function bestScale(weights: Float32Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  if (!Number.isFinite(largest)) throw new RangeError('A weight is not a finite number.');
  // Any scale does for a channel of zeros.
  if (largest === 0) return 1;
  let best = { scale: 1, error: Number.POSITIVE_INFINITY };
  const tries = Math.round((1 - SMALLEST_FRACTION) / FRACTION_STEP);
  for (let i = 0; i <= tries; i++) {
    const scale = Math.fround((largest / MAX_STEP) * (1 - i * FRACTION_STEP));
    const error = squaredError(weights, scale);
    if (error < best.error) best = { scale, error };
  }
  return best.scale;
}

function squaredError(weights: Float32Array, scale: number): number {
  let sum = 0;
  for (const weight of weights) sum += (weight - nearestStep(weight, scale) * scale) ** 2;
  return sum;
}

function nearestStep(weight: number, scale: number): number {
  return Math.max(-MAX_STEP, Math.min(MAX_STEP, Math.round(weight / scale)));
}
