import type { YuvPicture } from './yuv-to-rgb.js';

/** Where a plane lies in a buffer, in bytes, as `VideoFrame.copyTo` reports it. */
export interface PlaneBytes {
  readonly offset: number;
  readonly stride: number;
}

/** The YUV formats of WebCodecs, less the alpha plane, which is never read. */
const YUV_FORMATS: ReadonlyMap<
  string,
  { readonly shift: readonly [0 | 1, 0 | 1]; readonly bits: number }
> = new Map([
  ['I420', { shift: [1, 1], bits: 8 }],
  ['I420A', { shift: [1, 1], bits: 8 }],
  ['I422', { shift: [1, 0], bits: 8 }],
  ['I422A', { shift: [1, 0], bits: 8 }],
  ['I444', { shift: [0, 0], bits: 8 }],
  ['I444A', { shift: [0, 0], bits: 8 }],
  ['I420P10', { shift: [1, 1], bits: 10 }],
  ['I420AP10', { shift: [1, 1], bits: 10 }],
  ['I422P10', { shift: [1, 0], bits: 10 }],
  ['I422AP10', { shift: [1, 0], bits: 10 }],
  ['I444P10', { shift: [0, 0], bits: 10 }],
  ['I444AP10', { shift: [0, 0], bits: 10 }],
  ['I420P12', { shift: [1, 1], bits: 12 }],
  ['I422P12', { shift: [1, 0], bits: 12 }],
  ['I444P12', { shift: [0, 0], bits: 12 }],
  ['NV12', { shift: [1, 1], bits: 8 }],
  ['NV21', { shift: [1, 1], bits: 8 }],
]);

/**
 * Reads a buffer of planes as a {@link YuvPicture}, without a copy.
 *
 * @param format - a pixel format by its WebCodecs name, for example `I420`, `I422P10`, `NV12`.
 * @param width - width of the picture in the buffer, in pixels.
 * @param height - height of the picture in the buffer, in pixels.
 * @param bytes - the buffer; it must start at an even address for formats above 8 bits.
 * @param planes - where its planes lie.
 * @returns null when the format is not YUV or not known.
 */
export function yuvPictureFromPlanes(
  format: string,
  width: number,
  height: number,
  bytes: Uint8Array,
  planes: readonly PlaneBytes[],
): YuvPicture | null {
  const known = YUV_FORMATS.get(format);
  const [luma, second, third] = planes;
  if (known === undefined || luma === undefined || second === undefined) return null;
  const wide = known.bits > 8;
  const unit = wide ? 2 : 1;
  const interleaved = format === 'NV12' || format === 'NV21';
  const offsetU = format === 'NV21' ? second.offset + 1 : second.offset;
  const offsetV = interleaved
    ? second.offset + (format === 'NV12' ? 1 : 0)
    : (third?.offset ?? second.offset);
  return {
    width,
    height,
    data: wide ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1) : bytes,
    bits: known.bits,
    offsets: [luma.offset / unit, offsetU / unit, offsetV / unit],
    strides: [luma.stride / unit, second.stride / unit],
    chromaStep: interleaved ? 2 : 1,
    chromaShift: known.shift,
  };
}
