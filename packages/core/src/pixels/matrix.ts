/** The rules for turning YUV into RGB that recordings use, by their WebCodecs names. */
export type YuvMatrix = 'bt601' | 'bt709' | 'bt2020';

/** How the numbers of a YUV picture are to be read. */
export interface YuvColor {
  /** Which luma weights. */
  readonly matrix: YuvMatrix;
  /** Full range (0–255) or limited range (16–235 for luma, 16–240 for chroma). */
  readonly fullRange: boolean;
}

/** A colour description as a container, a codec or a WebCodecs `VideoFrame` gives it. */
export interface ColorTags {
  readonly matrix?: string | null | undefined;
  readonly fullRange?: boolean | null | undefined;
}

/**
 * Luma weights of red and blue. ITU-R BT.601-7 section 2.5.1, BT.709-6 item 3.2, BT.2020-2 table 4
 * (non-constant luminance).
 */
export const LUMA_WEIGHTS: Readonly<
  Record<YuvMatrix, { readonly kr: number; readonly kb: number }>
> = {
  bt601: { kr: 0.299, kb: 0.114 },
  bt709: { kr: 0.2126, kb: 0.0722 },
  bt2020: { kr: 0.2627, kb: 0.0593 },
};

/**
 * A video of this height or more that does not say which matrix it uses is read as BT.709, a
 * smaller one as BT.601: 720 is where high definition begins, and what encoders and players assume.
 */
export const HD_HEIGHT = 720;

const MATRIX_BY_TAG: ReadonlyMap<string, YuvMatrix> = new Map([
  ['bt601', 'bt601'],
  ['bt470bg', 'bt601'],
  ['smpte170m', 'bt601'],
  ['fcc', 'bt601'],
  ['bt709', 'bt709'],
  ['smpte240m', 'bt709'], // weights 0.212 and 0.087: BT.709 is within two 8-bit steps
  ['bt2020-ncl', 'bt2020'],
  ['bt2020nc', 'bt2020'],
  ['bt2020', 'bt2020'],
]);

/**
 * How to read a picture's colours: the first tag that is known, else one rule on every platform
 * (BT.601 below {@link HD_HEIGHT} lines, BT.709 from there on; limited range).
 *
 * @param height - coded height in pixels, before rotation.
 * @param tags - descriptions in the order of trust, for example the frame's, then the container's.
 */
export function resolveYuvColor(height: number, ...tags: readonly ColorTags[]): YuvColor {
  let matrix: YuvMatrix | undefined;
  let fullRange: boolean | undefined;
  for (const tag of tags) {
    matrix ??= MATRIX_BY_TAG.get(tag.matrix ?? '');
    fullRange ??= tag.fullRange ?? undefined;
  }
  return {
    matrix: matrix ?? (height >= HD_HEIGHT ? 'bt709' : 'bt601'),
    fullRange: fullRange ?? false,
  };
}
