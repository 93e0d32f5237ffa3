/** IEEE 754 half precision, as it is stored in TFJS weight files and in ONNX tensors. */

const MAX_HALF_EXPONENT = 15;
const MIN_HALF_EXPONENT = -14;

/** The value of a half-precision bit pattern. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** (MIN_HALF_EXPONENT - 10);
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/**
 * The half-precision bit pattern nearest to a value, ties to even.
 *
 * @throws RangeError for values that half precision cannot hold (beyond 65504, or not finite): no
 * weight of a sound model is one.
 */
export function numberToHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === 0) return sign;
  // A number of float64 never rounds its exponent here: log2 is only a first guess, corrected below.
  let exponent = Math.max(MIN_HALF_EXPONENT, Math.floor(Math.log2(size)));
  if (size / 2 ** exponent >= 2) exponent += 1;
  else if (size / 2 ** exponent < 1 && exponent > MIN_HALF_EXPONENT) exponent -= 1;
  let units = roundHalfToEven(size / 2 ** (exponent - 10));
  if (units === 2048) {
    units = 1024;
    exponent += 1;
  }
  if (!(exponent <= MAX_HALF_EXPONENT)) {
    throw new RangeError(`${value} does not fit into half precision.`);
  }
  return units < 1024 ? sign | units : sign | ((exponent + 15) << 10) | (units - 1024);
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
