/** A picture of three interleaved channels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `width × height × 3` values, row by row. */
  readonly data: Uint8Array | Float32Array;
}

/** Where a value of a resized picture stands: at `pixel · pixelStep + channel · channelStep`. */
interface Layout {
  readonly pixelStep: number;
  readonly channelStep: number;
}

/** Along one axis: which source pixels an output pixel covers, and how much of each. */
interface Coverage {
  /** The first source pixel of each output pixel. */
  readonly first: Int32Array;
  /** Where the shares of each output pixel begin; one entry more than there are pixels. */
  readonly start: Int32Array;
  /** Shares of the covered source pixels; those of one output pixel sum to 1. */
  readonly shares: Float32Array;
}

function coverageOf(from: number, to: number): Coverage {
  const scale = from / to;
  const first = new Int32Array(to);
  const start = new Int32Array(to + 1);
  const shares: number[] = [];
  for (let i = 0; i < to; i++) {
    const low = i * scale;
    const high = Math.min((i + 1) * scale, from);
    first[i] = Math.floor(low);
    for (let pixel = Math.floor(low); pixel < high; pixel++) {
      shares.push((Math.min(high, pixel + 1) - Math.max(low, pixel)) / (high - low));
    }
    start[i + 1] = shares.length;
  }
  return { first, start, shares: Float32Array.from(shares) };
}

function resize(
  { width: fromWidth, height: fromHeight, data }: Picture,
  width: number,
  height: number,
  { pixelStep, channelStep }: Layout,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(3 * width * height);
  const columns = coverageOf(fromWidth, width);
  const rows = coverageOf(fromHeight, height);
  const rowLength = fromWidth * 3;
  const row = new Float32Array(rowLength);
  for (let y = 0; y < height; y++) {
    row.fill(0);
    const firstRow = rows.first[y] as number;
    const rowStart = rows.start[y] as number;
    for (let j = rowStart; j < (rows.start[y + 1] as number); j++) {
      const share = rows.shares[j] as number;
      const at = (firstRow + j - rowStart) * rowLength;
      for (let i = 0; i < rowLength; i++) {
        row[i] = (row[i] as number) + share * (data[at + i] as number);
      }
    }
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let at = (columns.first[x] as number) * 3;
      for (let j = columns.start[x] as number; j < (columns.start[x + 1] as number); j++, at += 3) {
        const share = columns.shares[j] as number;
        red += share * (row[at] as number);
        green += share * (row[at + 1] as number);
        blue += share * (row[at + 2] as number);
      }
      const to = (y * width + x) * pixelStep;
      out[to] = red;
      out[to + channelStep] = green;
      out[to + 2 * channelStep] = blue;
    }
  }
  return out;
}

/** A picture made smaller: each pixel is the mean of the area that it covers. */
export function shrink(picture: Picture, width: number, height: number): Picture {
  return { width, height, data: resize(picture, width, height, { pixelStep: 3, channelStep: 1 }) };
}

/** The same, channel by channel (CHW), as networks take it. */
export function shrinkToPlanes(
  picture: Picture,
  width: number,
  height: number,
): Float32Array<ArrayBuffer> {
  return resize(picture, width, height, { pixelStep: 1, channelStep: width * height });
}
