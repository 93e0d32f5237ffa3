import { LUMA_WEIGHTS, type YuvColor } from './matrix.js';
import { type Orientation, UPRIGHT, walkUpright } from './orientation.js';

/** The samples of a YUV picture as a decoder hands them out: planar or with U and V interleaved. */
export interface YuvPicture {
  /** Width in pixels, of luma. */
  readonly width: number;
  /** Height in pixels, of luma. */
  readonly height: number;
  /** The samples of all planes: bytes, or 16-bit words when there are more than 8 bits. */
  readonly data: Uint8Array | Uint16Array;
  /** Bits of a sample: 8, 10 or 12. */
  readonly bits: number;
  /** Index of the first sample of Y, U and V in `data`. */
  readonly offsets: readonly [y: number, u: number, v: number];
  /** Samples from one row to the next, of luma and of chroma. */
  readonly strides: readonly [y: number, chroma: number];
  /** Samples from one U (or V) to the next in a row: 1 when planar, 2 when interleaved. */
  readonly chromaStep: 1 | 2;
  /** log2 of the luma pixels that share a chroma sample, across and down: [1, 1] for 4:2:0. */
  readonly chromaShift: readonly [x: 0 | 1, y: 0 | 1];
}

/** Upright RGB, interleaved, 8 bits a channel. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Fractional bits of the fixed-point sums: 16 leave room for 12-bit samples within 32 bits. */
const FRACTION_BITS = 16;

/** No sum lies further below 0 than this: luma gives -19 and chroma -273 at the least. */
const CLAMP_BELOW = 384;

/** Values that the clamp table covers; no sum is greater than 278 + 273. */
const CLAMP_SIZE = 1024;

/** The contribution of every possible sample to every channel, in fixed point. */
interface Tables {
  readonly luma: Int32Array;
  readonly redV: Int32Array;
  readonly greenU: Int32Array;
  readonly greenV: Int32Array;
  readonly blueU: Int32Array;
  /** Bytes for the values from -{@link CLAMP_BELOW} on; faster than a clamped array. */
  readonly clamp: Uint8Array;
}

function buildTables(color: YuvColor, bits: number): Tables {
  const { kr, kb } = LUMA_WEIGHTS[color.matrix];
  const kg = 1 - kr - kb;
  const size = 1 << bits;
  const scale = 1 << (bits - 8);
  const lumaZero = color.fullRange ? 0 : 16 * scale;
  const lumaGain = 255 / (color.fullRange ? size - 1 : 219 * scale);
  const chromaZero = 128 * scale;
  const chromaGain = 255 / (color.fullRange ? size - 1 : 224 * scale);
  const one = 1 << FRACTION_BITS;
  const table = (zero: number, gain: number, bias: number): Int32Array =>
    Int32Array.from({ length: size }, (_, i) => Math.round((i - zero) * gain * one + bias));
  return {
    // The half rounds when the fraction is cut off; the rest makes indexes into the clamp table.
    luma: table(lumaZero, lumaGain, one / 2 + CLAMP_BELOW * one),
    redV: table(chromaZero, chromaGain * 2 * (1 - kr), 0),
    greenU: table(chromaZero, (-chromaGain * 2 * kb * (1 - kb)) / kg, 0),
    greenV: table(chromaZero, (-chromaGain * 2 * kr * (1 - kr)) / kg, 0),
    blueU: table(chromaZero, chromaGain * 2 * (1 - kb), 0),
    clamp: Uint8Array.from({ length: CLAMP_SIZE }, (_, i) =>
      Math.min(255, Math.max(0, i - CLAMP_BELOW)),
    ),
  };
}

/**
 * Makes a converter from YUV to upright RGB. The tables are built once, so keep the converter for
 * all frames with the same colours and bits. Every call fills a fresh buffer.
 *
 * Formula: ITU-R BT.601-7, BT.709-6 and BT.2020-2 with their quantization of 8, 10 and 12 bits;
 * chroma samples are repeated, not interpolated. The transfer function is left as it is.
 *
 * @param color - matrix and range, see {@link resolveYuvColor}.
 * @param bits - bits of a sample: 8, 10 or 12.
 */
export function createYuvConverter(
  color: YuvColor,
  bits = 8,
): (picture: YuvPicture, orientation?: Orientation) => RgbPicture {
  const tables = buildTables(color, bits);
  return (picture, orientation = UPRIGHT) => convert(picture, orientation, tables);
}

function convert(picture: YuvPicture, orientation: Orientation, tables: Tables): RgbPicture {
  const { width, height, data, chromaStep } = picture;
  const [offsetY, offsetU, offsetV] = picture.offsets;
  const [strideY, strideChroma] = picture.strides;
  const [shiftX, shiftY] = picture.chromaShift;
  const { luma, redV, greenU, greenV, blueU, clamp } = tables;
  const walk = walkUpright(width, height, orientation);
  const rgb = new Uint8Array(width * height * 3);
  const step = walk.stepX * 3;
  for (let y = 0; y < height; y++) {
    const chromaRow = (y >> shiftY) * strideChroma;
    let indexU = offsetU + chromaRow;
    let indexV = offsetV + chromaRow;
    let indexY = offsetY + y * strideY;
    let out = (walk.origin + y * walk.stepY) * 3;
    // All indexes lie inside their arrays. Written out twice for the two pixels that share a chroma
    // sample: a loop over them takes three times as long.
    for (let x = 0; x < width; x += 1 + shiftX) {
      const u = data[indexU] as number;
      const v = data[indexV] as number;
      const red = redV[v] as number;
      const green = ((greenU[u] as number) + (greenV[v] as number)) | 0;
      const blue = blueU[u] as number;
      let grey = luma[data[indexY] as number] as number;
      rgb[out] = clamp[(grey + red) >> FRACTION_BITS] as number;
      rgb[out + 1] = clamp[(grey + green) >> FRACTION_BITS] as number;
      rgb[out + 2] = clamp[(grey + blue) >> FRACTION_BITS] as number;
      out += step;
      if (shiftX === 1 && x + 1 < width) {
        grey = luma[data[indexY + 1] as number] as number;
        rgb[out] = clamp[(grey + red) >> FRACTION_BITS] as number;
        rgb[out + 1] = clamp[(grey + green) >> FRACTION_BITS] as number;
        rgb[out + 2] = clamp[(grey + blue) >> FRACTION_BITS] as number;
        out += step;
      }
      indexY += 1 + shiftX;
      indexU += chromaStep;
      indexV += chromaStep;
    }
  }
  return { width: walk.width, height: walk.height, data: rgb };
}
