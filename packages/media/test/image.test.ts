import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { openImage, openMedia } from '../src/index.js';
import { allFrames, codeOf, cutFile, distance, pixelAt, temporaryFolder } from './clips.js';

const folder = await temporaryFolder();
const file = (name: string) => join(folder, name);

/** Left half red, right half blue. */
function halves(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#ff0000' } },
      left: 0,
      top: 0,
    },
  ]);
}

async function onlyFrame(path: string) {
  const source = await openImage(path);
  const frames = await allFrames(source);
  expect(frames).toHaveLength(1);
  const [frame] = frames;
  if (frame === undefined) throw new Error('no frame');
  expect(frame.data).toHaveLength(frame.width * frame.height * 3);
  expect([source.info.width, source.info.height]).toEqual([frame.width, frame.height]);
  expect(frame.timestamp).toBe(0);
  return frame;
}

describe('a picture', () => {
  test('stands upright as its EXIF orientation says', async () => {
    const path = file('turned.jpg');
    await halves(80, 40).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toFile(path);
    const frame = await onlyFrame(path);
    expect([frame.width, frame.height]).toEqual([40, 80]);
    expect(distance(pixelAt(frame, 0.5, 0.1), [255, 0, 0])).toBeLessThan(4);
    expect(distance(pixelAt(frame, 0.5, 0.9), [0, 0, 255])).toBeLessThan(4);
  });

  test('of 16 bits a channel keeps its brightness in 8', async () => {
    const path = file('deep.png');
    const raw = new Uint16Array(4 * 4 * 3).fill(0x8080);
    await sharp(raw, { raw: { width: 4, height: 4, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toFile(path);
    expect((await sharp(path).metadata()).depth).toBe('ushort');
    expect(distance(pixelAt(await onlyFrame(path), 0.5, 0.5), [128, 128, 128])).toBeLessThan(2);
  });

  test.each([8, 16])('in %i-bit grey gets three equal channels', async (bits) => {
    const path = file(`grey${bits}.png`);
    const image = sharp({ create: { width: 6, height: 5, channels: 3, background: '#5a5a5a' } });
    await image
      .toColourspace(bits === 8 ? 'b-w' : 'grey16')
      .png()
      .toFile(path);
    expect((await sharp(path).metadata()).channels).toBe(1);
    expect(distance(pixelAt(await onlyFrame(path), 0.5, 0.5), [90, 90, 90])).toBeLessThan(3);
  });

  test('shows mid grey through its transparent parts', async () => {
    const path = file('clear.png');
    const background = { r: 255, g: 255, b: 255, alpha: 0 };
    await sharp({ create: { width: 3, height: 3, channels: 4, background } })
      .png()
      .toFile(path);
    expect(pixelAt(await onlyFrame(path), 0.5, 0.5)).toEqual([128, 128, 128]);
  });

  test('with a palette, in CMYK, as WebP, GIF, TIFF or AVIF reads as red and blue', async () => {
    const images: [string, Sharp][] = [
      ['palette.png', halves(64, 32).png({ palette: true })],
      ['cmyk.jpg', halves(64, 32).toColourspace('cmyk').jpeg({ quality: 100 })],
      ['lossless.webp', halves(64, 32).webp({ lossless: true })],
      ['still.gif', halves(64, 32).gif()],
      ['paper.tiff', halves(64, 32).tiff()],
      ['small.avif', halves(64, 32).avif({ quality: 90 })],
    ];
    for (const [name, image] of images) {
      await image.toFile(file(name));
      const frame = await onlyFrame(file(name));
      const left = pixelAt(frame, 0.2, 0.5);
      const right = pixelAt(frame, 0.8, 0.5);
      // CMYK cannot hold pure blue: the channels only have to be in the right order.
      const tolerance = name === 'cmyk.jpg' ? 120 : 12;
      expect(distance(left, [255, 0, 0]), name).toBeLessThan(tolerance);
      expect(distance(right, [0, 0, 255]), name).toBeLessThan(tolerance);
    }
  });

  test('that moves gives its first picture', async () => {
    const path = file('moving.gif');
    const page = (background: string) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer();
    const pages = await Promise.all([page('#ff0000'), page('#00ff00')]);
    await sharp(pages, { join: { animated: true } })
      .gif()
      .toFile(path);
    expect((await sharp(path).metadata()).pages).toBe(2);
    const frame = await onlyFrame(path);
    expect([frame.width, frame.height]).toEqual([8, 8]);
    expect(pixelAt(frame, 0.5, 0.5)).toEqual([255, 0, 0]);
  });

  test('of one pixel and one of 8K size are both read', async () => {
    await sharp({ create: { width: 1, height: 1, channels: 3, background: '#102030' } })
      .png()
      .toFile(file('one.png'));
    expect([...(await onlyFrame(file('one.png'))).data]).toEqual([16, 32, 48]);
    await halves(7680, 4320).jpeg().toFile(file('8k.jpg'));
    const large = await onlyFrame(file('8k.jpg'));
    expect([large.width, large.height]).toEqual([7680, 4320]);
    expect(distance(pixelAt(large, 0.9, 0.9), [0, 0, 255])).toBeLessThan(4);
  });

  test('is known by its content when its name says otherwise', async () => {
    await halves(8, 8).png().toFile(file('picture.png'));
    await sharp(file('picture.png')).toFormat('png').toFile(file('picture.mp4'));
    const source = await openMedia(file('picture.mp4'));
    expect(source.info).toMatchObject({ kind: 'image', container: 'png', duration: 0 });
    await source.close();
    expect(await codeOf(allFrames(source))).toBe('DISPOSED');
  });
});

describe('a bad picture file', () => {
  test('is named by what is wrong with it', async () => {
    await writeFile(file('empty.png'), '');
    await writeFile(file('text.png'), 'This is not a picture.');
    expect(await codeOf(openImage(file('missing.png')))).toBe('INPUT_NOT_FOUND');
    expect(await codeOf(openImage(file('empty.png')))).toBe('INPUT_EMPTY');
    expect(await codeOf(openImage(file('text.png')))).toBe('INPUT_NOT_IMAGE');
    expect(await codeOf(openImage(folder))).toBe('INPUT_UNREADABLE');
  });

  test.each(['jpeg', 'png', 'webp'])(
    'that ends too early (%s) is not shown half grey',
    async (type) => {
      const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
      const whole = file(`whole.${type}`);
      await sharp({ create: { width: 300, height: 200, channels: 3, background: '#000', noise } })
        .toFormat(type as 'jpeg')
        .toFile(whole);
      const cut = await cutFile(whole, 0.5, file(`cut.${type}`));
      const code = await codeOf(openImage(cut).then(allFrames));
      expect(['INPUT_TRUNCATED', 'INPUT_DECODE_FAILED']).toContain(code);
    },
  );

  test('that claims an absurd size is refused before it fills the memory', async () => {
    await sharp({
      create: { width: 20_000, height: 10_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png()
      .toFile(file('bomb.png'));
    await expect(openImage(file('bomb.png'))).rejects.toThrow('20000 × 10000');
  });
});
