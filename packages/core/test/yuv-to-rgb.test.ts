import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createYuvConverter,
  type Orientation,
  packedToRgb,
  resizeRgb,
  resolveYuvColor,
  type YuvColor,
  yuvPictureFromPlanes,
} from '../src/pixels/index.js';
import { LUMA_WEIGHTS } from '../src/pixels/matrix.js';
import { mulberry32 } from '../src/random.js';

const color = fc.record<YuvColor>({
  matrix: fc.constantFrom('bt601', 'bt709', 'bt2020'),
  fullRange: fc.boolean(),
});

/** The formula of the standards, in floating point, for one sample. */
function reference(y: number, u: number, v: number, bits: number, how: YuvColor): number[] {
  const { kr, kb } = LUMA_WEIGHTS[how.matrix];
  const scale = 2 ** (bits - 8);
  const luma = how.fullRange ? y / (2 ** bits - 1) : (y / scale - 16) / 219;
  const chroma = (c: number) =>
    how.fullRange ? (c - 128 * scale) / (2 ** bits - 1) : (c / scale - 128) / 224;
  const red = luma + 2 * (1 - kr) * chroma(v);
  const blue = luma + 2 * (1 - kb) * chroma(u);
  const green = (luma - kr * red - kb * blue) / (1 - kr - kb);
  return [red, green, blue].map((value) => Math.min(255, Math.max(0, value * 255)));
}

/** A picture of noise in any planar format, with rows longer than the picture. */
function noisePicture(width: number, height: number, format: string, seed: number) {
  const random = mulberry32(seed);
  const wide = /P1[02]$/.test(format);
  const limit = format.endsWith('P12') ? 4096 : wide ? 1024 : 256;
  const unit = wide ? 2 : 1;
  const chromaWidth = format.startsWith('I444') ? width : (width + 1) >> 1;
  const chromaHeight = /^(I420|NV)/.test(format) ? (height + 1) >> 1 : height;
  const interleaved = format.startsWith('NV');
  const strides = [width + 3, (interleaved ? 2 : 1) * chromaWidth + 2];
  const [strideY = 0, strideC = 0] = strides;
  const sizeY = strideY * height;
  const sizeC = strideC * chromaHeight;
  const samples = wide ? new Uint16Array(sizeY + 2 * sizeC) : new Uint8Array(sizeY + 2 * sizeC);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.floor(random() * limit);
  const bytes = new Uint8Array(samples.buffer);
  const planes = [
    { offset: 0, stride: strideY * unit },
    { offset: sizeY * unit, stride: strideC * unit },
    { offset: (sizeY + sizeC) * unit, stride: strideC * unit },
  ];
  const picture = yuvPictureFromPlanes(format, width, height, bytes, planes);
  if (picture === null) throw new Error(format);
  return picture;
}

describe('the conversion from YUV', () => {
  test.each(['I420', 'I420A', 'I422', 'I444', 'NV12', 'NV21', 'I420P10', 'I422P10', 'I444P12'])(
    'of %s agrees with the formula of the standards in every pixel',
    (format) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer(),
          color,
          (width, height, seed, how) => {
            const picture = noisePicture(width, height, format, seed);
            const rgb = createYuvConverter(how, picture.bits)(picture);
            const [shiftX, shiftY] = picture.chromaShift;
            for (let y = 0; y < height; y++) {
              for (let x = 0; x < width; x++) {
                const chroma =
                  (y >> shiftY) * picture.strides[1] + (x >> shiftX) * picture.chromaStep;
                const sample = (index: number) => picture.data[index] ?? Number.NaN;
                const wanted = reference(
                  sample(picture.offsets[0] + y * picture.strides[0] + x),
                  sample(picture.offsets[1] + chroma),
                  sample(picture.offsets[2] + chroma),
                  picture.bits,
                  how,
                );
                for (let c = 0; c < 3; c++) {
                  const got = rgb.data[(y * width + x) * 3 + c] ?? Number.NaN;
                  expect(Math.abs(got - (wanted[c] ?? Number.NaN))).toBeLessThanOrEqual(0.51);
                }
              }
            }
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test('fills a fresh buffer every time', () => {
    const picture = noisePicture(4, 4, 'I420', 1);
    const convert = createYuvConverter({ matrix: 'bt601', fullRange: false });
    expect(convert(picture).data.buffer).not.toBe(convert(picture).data.buffer);
  });

  test.each(['RGBA', 'constructor', ''])('does not take %o for a YUV format', (format) => {
    const plane = { offset: 0, stride: 4 };
    expect(yuvPictureFromPlanes(format, 1, 1, new Uint8Array(12), [plane, plane, plane])).toBe(
      null,
    );
  });
});

describe('turning', () => {
  const packed = (width: number, height: number) => ({
    width,
    height,
    stride: width * 4,
    order: 'rgb' as const,
    data: Uint8Array.from({ length: width * height * 4 }, (_, i) => i >> 2),
  });
  const letters = (data: Uint8Array) =>
    [...data].filter((_, i) => i % 3 === 0).map((value) => 'abcdef'[value]);

  test.each<[Orientation, number, string]>([
    [{ rotation: 0, flip: false }, 3, 'abcdef'],
    [{ rotation: 90, flip: false }, 2, 'daebfc'],
    [{ rotation: 180, flip: false }, 3, 'fedcba'],
    [{ rotation: 270, flip: false }, 2, 'cfbead'],
    [{ rotation: 0, flip: true }, 3, 'cbafed'],
    [{ rotation: 90, flip: true }, 2, 'adbecf'],
  ])('by %o moves every pixel to its place', (orientation, width, order) => {
    const rgb = packedToRgb(packed(3, 2), orientation);
    expect(rgb.width).toBe(width);
    expect(letters(rgb.data).join('')).toBe(order);
  });

  test('a YUV picture gives the pixels of the unturned one in other places', () => {
    const picture = noisePicture(5, 3, 'I420', 7);
    const how: YuvColor = { matrix: 'bt709', fullRange: false };
    const convert = createYuvConverter(how);
    const plain = convert(picture);
    const turned = convert(picture, { rotation: 90, flip: false });
    for (let y = 0; y < 3; y++) {
      for (let x = 0; x < 5; x++) {
        const from = (y * 5 + x) * 3;
        const to = (x * 3 + (2 - y)) * 3;
        expect(turned.data.subarray(to, to + 3)).toEqual(plain.data.subarray(from, from + 3));
      }
    }
  });

  test('and the byte order of a packed picture do not mix', () => {
    const data = Uint8Array.of(1, 2, 3, 255);
    const picture = { width: 1, height: 1, stride: 4, data };
    expect([...packedToRgb({ ...picture, order: 'rgb' }).data]).toEqual([1, 2, 3]);
    expect([...packedToRgb({ ...picture, order: 'bgr' }).data]).toEqual([3, 2, 1]);
  });
});

/** Linear interpolation between the four neighbours of a place, in floating point. */
function interpolate(data: Uint8Array, w: number, h: number, x: number, y: number, c: number) {
  const left = Math.min(Math.max(x, 0), w - 1);
  const top = Math.min(Math.max(y, 0), h - 1);
  const at = (column: number, row: number) =>
    data[(Math.min(row, h - 1) * w + Math.min(column, w - 1)) * 3 + c] ?? Number.NaN;
  const mix = (a: number, b: number, share: number) => a + (b - a) * share;
  const [column, row] = [Math.floor(left), Math.floor(top)];
  return mix(
    mix(at(column, row), at(column + 1, row), left - column),
    mix(at(column, row + 1), at(column + 1, row + 1), left - column),
    top - row,
  );
}

describe('stretching', () => {
  test('interpolates between neighbours to within one step', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, fc.integer(), (w, h, toW, toH, seed) => {
        const random = mulberry32(seed);
        const data = Uint8Array.from({ length: w * h * 3 }, () => Math.floor(random() * 256));
        const out = resizeRgb({ width: w, height: h, data }, toW, toH);
        for (const [i, value] of out.data.entries()) {
          const x = ((Math.floor(i / 3) % toW) + 0.5) * (w / toW) - 0.5;
          const y = (Math.floor(i / 3 / toW) + 0.5) * (h / toH) - 0.5;
          expect(Math.abs(value - interpolate(data, w, h, x, y, i % 3))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('never leaves the range of its neighbours and keeps a flat picture flat', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, fc.integer(), (w, h, toW, toH, seed) => {
        const random = mulberry32(seed);
        const data = Uint8Array.from({ length: w * h * 3 }, () => 50 + Math.floor(random() * 100));
        const out = resizeRgb({ width: w, height: h, data }, toW, toH);
        expect(out.data).toHaveLength(toW * toH * 3);
        expect(Math.min(...out.data)).toBeGreaterThanOrEqual(Math.min(...data));
        expect(Math.max(...out.data)).toBeLessThanOrEqual(Math.max(...data));
      }),
    );
  });
});

describe('the arithmetic of colours', () => {
  test('needs nothing from outside its package, so that it runs in a browser', async () => {
    const folder = join(import.meta.dirname, '..', 'src', 'pixels');
    for (const name of await readdir(folder)) {
      const source = await readFile(join(folder, name), 'utf8');
      const from = [...source.matchAll(/ from '([^']+)'/g)].map(([, specifier]) => specifier);
      expect(from.filter((specifier) => !specifier?.match(/^\.\.?\//))).toEqual([]);
    }
  });
});

describe('the colours of a video', () => {
  test('are what its tags say, the frame before the container', () => {
    const frame = { matrix: 'bt709', fullRange: null };
    const container = { matrix: 'smpte170m', fullRange: true };
    expect(resolveYuvColor(288, frame, container)).toEqual({ matrix: 'bt709', fullRange: true });
  });

  test('are not looked up among the names that every object has', () => {
    expect(resolveYuvColor(288, { matrix: 'constructor' }).matrix).toBe('bt601');
  });

  test('are BT.601 below 720 lines and BT.709 from there on when nothing says', () => {
    expect(resolveYuvColor(719)).toEqual({ matrix: 'bt601', fullRange: false });
    expect(resolveYuvColor(720, {})).toEqual({ matrix: 'bt709', fullRange: false });
  });
});
