import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Frame, PoiseError } from '@poise/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSplit, type LabelledImage, takeEvenly } from '../src/evaluate/dataset.js';
import { emotionFromName } from '../src/evaluate/labels.js';
import { parseLabelsCsv } from '../src/evaluate/labels-csv.js';
import { openDataset } from '../src/evaluate/open-dataset.js';
import { scoreImages } from '../src/evaluate/score-images.js';
import { cutTile } from '../src/evaluate/sheets.js';
import { withBorder } from '../src/evaluate/with-border.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'poise-dataset-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** A sheet of 2 × 2 tiles in which every pixel of tile n has the value n. */
function sheetOfFour(): Frame {
  const data = new Uint8Array(96 * 96 * 3);
  for (let y = 0; y < 96; y += 1) {
    for (let x = 0; x < 96; x += 1) {
      data.fill((y < 48 ? 0 : 2) + (x < 48 ? 0 : 1), (y * 96 + x) * 3, (y * 96 + x + 1) * 3);
    }
  }
  return { width: 96, height: 96, data, timestamp: 0 };
}

const noImage = (): Promise<Frame> => Promise.reject(new Error('no image was to be read'));

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof PoiseError ? error.message : String(error)),
  );

describe('labels', () => {
  test('names of expressions are understood with synonyms, case and numbers', () => {
    expect(emotionFromName('Happiness')).toBe('happy');
    expect(emotionFromName('3_anger')).toBe('angry');
    expect(emotionFromName('SADNESS')).toBe('sad');
    expect(emotionFromName('surprised-02')).toBe('surprise');
    expect(emotionFromName('neutral')).toBe('neutral');
  });

  test('names of other classes are not', () => {
    for (const name of ['contempt', 'train', '', '7', 'constructor', '__proto__'])
      expect(emotionFromName(name)).toBeNull();
  });
});

describe('labels.csv', () => {
  test('gives sheet, tile, split, label and votes; empty votes are null', () => {
    const header =
      'sheet,tile,split,label,ferplus_neutral,ferplus_happiness,ferplus_surprise,ferplus_sadness,ferplus_anger,ferplus_disgust,ferplus_fear,ferplus_contempt,ferplus_unknown,ferplus_not_face';
    const rows = parseLabelsCsv(
      `${header}\r\n0,7,train,happy,0,9,1,0,0,0,0,0,0,0\r\n1,2,test,sad,,,,,,,,,,\r\n`,
    );
    expect(rows).toEqual([
      { sheet: 0, tile: 7, split: 'train', label: 'happy', votes: [0, 9, 1, 0, 0, 0, 0, 0, 0, 0] },
      { sheet: 1, tile: 2, split: 'test', label: 'sad', votes: null },
    ]);
  });

  test('a line that cannot be read is named', () => {
    expect(() => parseLabelsCsv('sheet,tile,label\n0,0,happy\n0,x,sad\n')).toThrow(/line 3/);
    expect(() => parseLabelsCsv('sheet,label\n0,happy\n')).toThrow(/no tile/);
  });
});

describe('sheets', () => {
  test('tiles are cut row by row', () => {
    for (const tile of [0, 1, 2, 3]) {
      const { width, height, data } = cutTile(sheetOfFour(), tile);
      expect([width, height]).toEqual([48, 48]);
      expect(new Set(data)).toEqual(new Set([tile]));
    }
    expect(() => cutTile(sheetOfFour(), 4)).toThrow(/tile 4 is not on its sheet/);
  });

  test('the public test split is taken unasked, another one when asked for', async () => {
    await put(
      'labels.csv',
      'sheet,tile,split,label\n0,0,train,happy\n0,1,public_test,sad\n0,2,public_test,contempt\n',
    );
    const readImage = (): Promise<Frame> => Promise.resolve(sheetOfFour());
    const dataset = await openDataset(root, undefined, readImage);
    expect(dataset.split).toBe('public_test');
    expect(dataset.images.map(({ label }) => label)).toEqual(['sad']);
    expect(dataset.notes.join()).toContain('contempt');
    expect((await dataset.images[0]?.load())?.data[0]).toBe(1);

    expect((await openDataset(root, 'train', readImage)).images).toHaveLength(1);
    expect((await openDataset(root, 'all', readImage)).images).toHaveLength(2);
    expect(await codeOf(openDataset(root, 'validation', readImage))).toMatch(
      /DATASET_INVALID.*train, public_test, all/,
    );
  });
});

describe('a folder per expression', () => {
  test('images are found under synonyms; other folders are left out and named', async () => {
    await put('anger/a.jpg');
    await put('anger/notes.txt');
    await put('Happiness/sub/b.PNG');
    await put('contempt/c.png');
    const { images, notes, split } = await openDataset(root, undefined, noImage);
    expect(images.map(({ label }) => label).sort()).toEqual(['angry', 'happy']);
    expect(notes).toEqual([expect.stringContaining('"contempt"')]);
    expect(split).toBeNull();
  });

  test('with a folder per split the test split is taken, never the training split', async () => {
    await put('train/sad/a.png');
    await put('train/sad/b.png');
    await put('test/sad/c.png');
    const { images, split } = await openDataset(root, undefined, noImage);
    expect([images.length, split]).toEqual([1, 'test']);
    await rm(join(root, 'test'), { recursive: true });
    expect(await codeOf(openDataset(root, undefined, noImage))).toMatch(/--split.*train, all/);
  });

  test('what is no data set is refused with what to give instead', async () => {
    await put('holiday/beach.jpg');
    expect(await codeOf(openDataset(root, undefined, noImage))).toMatch(/^DATASET_INVALID/);
    expect(await codeOf(openDataset(join(root, 'nowhere'), undefined, noImage))).toMatch(
      /^INPUT_NOT_FOUND/,
    );
    expect(await codeOf(openDataset(join(root, 'holiday/beach.jpg'), undefined, noImage))).toMatch(
      /^DATASET_INVALID/,
    );
  });
});

test('the default split is a test split, never a training split', () => {
  expect(defaultSplit(['train', 'public_test', 'private_test'])).toBe('public_test');
  expect(defaultSplit(['Train', 'Test'])).toBe('Test');
  expect(defaultSplit(['train'])).toBeUndefined();
});

test('a limit takes images from the whole list, so that no class is lost', () => {
  expect(takeEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
  expect(takeEvenly([1, 2, 3], 7)).toEqual([1, 2, 3]);
  expect(takeEvenly([1, 2, 3], undefined)).toEqual([1, 2, 3]);
});

describe('the border around a small picture', () => {
  test('repeats its edge pixels; a larger picture stays as it is', () => {
    const data = Uint8Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
    const framed = withBorder({ width: 2, height: 2, data, timestamp: 0 });
    const reds = [...framed.data].filter((_, i) => i % 3 === 0);
    expect([framed.width, framed.height]).toEqual([4, 4]);
    expect(reds).toEqual([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);

    const large = { width: 200, height: 200, data: new Uint8Array(120_000), timestamp: 0 };
    expect(withBorder(large)).toBe(large);
  });
});

describe('scoring images whose faces are searched', () => {
  const emotions = { angry: 0, disgust: 0, fear: 0, happy: 1, sad: 0, surprise: 0, neutral: 0 };
  const image = (name: string, red: number): LabelledImage => {
    const data = new Uint8Array(12).fill(red);
    const load = (): Promise<Frame> => Promise.resolve({ width: 2, height: 2, data, timestamp: 0 });
    return { name, label: 'happy', votes: null, load };
  };
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };

  test('counts the time of images with a face alone, and keeps the second output', async () => {
    const detector = {
      detectEmotions: async ({ data }: Frame) => {
        // The faceless picture takes 100 turns of the event loop, the other none.
        for (let i = 0; i < 100 && data[0] === 0; i += 1) await new Promise(setImmediate);
        return data[0] === 0 ? [] : [{ emotions, fer2013Emotions: emotions }];
      },
    };
    const none = await scoreImages([image('a', 0)], detector, watch);
    expect(none.images).toEqual([
      { label: 'happy', votes: null, probabilities: null, fer2013: null },
    ]);
    expect(none.milliseconds).toBe(0);
    const one = await scoreImages([image('b', 9)], detector, watch);
    expect(one.milliseconds).toBeGreaterThan(0);
    expect([...(one.images[0]?.fer2013 ?? [])]).toEqual([0, 0, 0, 1, 0, 0, 0]);
  });
});
