import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EnginePage } from './engine-page/main.js';
import { buildEnginePage } from './engine-page.js';
import { FRANCK } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';

/** The page's own scope, seen from a script of the test in it. */
type PageScope = typeof globalThis & EnginePage;

/** A man who looks into the camera, 720 × 576. */
const STILL = join(dirname(FRANCK), 'franck_01829.jpg');

describe('the detector in a page of an application', () => {
  let folder: string;
  let fixture: PageFixture;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poise-engine-'));
    await buildEnginePage(folder);
    await copyFile(STILL, join(folder, 'still.jpg'));
    fixture = await PageFixture.start({ folder });
    ({ page } = await fixture.visit());
  });

  afterAll(async () => {
    await fixture?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('reads the same face in an RGB frame and in an image of the browser', async () => {
    const { info, detected, read, none } = await page.evaluate(async () => {
      const { createDetector } = globalThis as PageScope;
      const detector = await createDetector({ device: 'wasm', maxFaces: 1 });
      const image = await createImageBitmap(await (await fetch('still.jpg')).blob());
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data: rgba } = context.getImageData(0, 0, width, height);
      const data = new Uint8Array(width * height * 3);
      for (let i = 0; i < width * height; i += 1) data.set(rgba.subarray(4 * i, 4 * i + 3), 3 * i);
      const detected = await detector.detectEmotions({ width, height, data, timestamp: 0 });
      await detector.reset();
      const read = await detector.readLatest(image, 1);
      await detector.reset();
      const dark = { width, height, data: new Uint8Array(width * height * 3), timestamp: 0 };
      const none = await detector.detectEmotions(dark);
      await detector.dispose();
      return { info: detector.info, detected, read, none };
    });
    expect(info).toMatchObject({ device: 'wasm', faceDetector: 'blazeface', trial: null });
    expect(none).toEqual([]);
    expect(detected).toHaveLength(1);
    const [face] = detected;
    if (face === undefined) throw new Error('no face');
    const sum = Object.values(face.emotions).reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(1, 5);
    expect(face.emotions[face.dominantEmotion]).toBe(Math.max(...Object.values(face.emotions)));
    const [x, y, width, height] = face.box;
    expect(Math.min(x, y, width, height)).toBeGreaterThan(0);
    expect(x + width).toBeLessThan(720);
    expect(y + height).toBeLessThan(576);
    expect(read).toMatchObject({ width: 720, height: 576 });
    expect(read?.faces[0]?.emotions).toEqual(face.emotions);
    expect(read?.light.face).toBeGreaterThan(0);
  });

  test('finds the face by MTCNN where BlazeFace finds it, without the file of BlazeFace', async () => {
    const { name, boxes } = await page.evaluate(async () => {
      const { createDetector } = globalThis as PageScope;
      const boxes: (readonly number[])[][] = [];
      let name = '';
      for (const faceDetector of ['blazeface', 'mtcnn'] as const) {
        const detector = await createDetector({ device: 'wasm', faceDetector });
        const image = await createImageBitmap(await (await fetch('still.jpg')).blob());
        const reading = await detector.readLatest(image, 0);
        boxes.push((reading?.faces ?? []).map((face) => face.box));
        name = detector.info.faceDetector;
        await detector.dispose();
      }
      return { name, boxes };
    });
    expect(name).toBe('mtcnn');
    const [[blazeface] = [], [mtcnn, ...more] = []] = boxes;
    expect(more).toEqual([]);
    const width = blazeface?.[2] ?? Number.NaN;
    for (const side of [0, 1, 2, 3]) {
      const apart = Math.abs((mtcnn?.[side] ?? Number.NaN) - (blazeface?.[side] ?? Number.NaN));
      expect(apart).toBeLessThan(0.05 * width);
    }
  });

  test('reads the latest of the images that come while it works, and drops the others', async () => {
    const answers = await page.evaluate(async () => {
      const { createDetector } = globalThis as PageScope;
      const detector = await createDetector({ device: 'wasm', maxFaces: 1 });
      const picture = await (await fetch('still.jpg')).blob();
      const images = await Promise.all([0, 1, 2, 3].map(() => createImageBitmap(picture)));
      const readings = await Promise.all(images.map((image, i) => detector.readLatest(image, i)));
      await detector.dispose();
      return readings.map((reading) => reading?.faces.length ?? null);
    });
    expect(answers).toEqual([1, null, null, 1]);
  });

  test('says what is wrong by the codes of Poise', async () => {
    const codes = await page.evaluate(async () => {
      const { createDetector } = globalThis as PageScope;
      const codeOf = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'none',
          (error: { code?: string }) => error.code ?? String(error),
        );
      const detector = await createDetector({ device: 'wasm' });
      const frame = { width: 2, height: 2, data: new Uint8Array(3), timestamp: 0 };
      const small = await codeOf(detector.detectEmotions(frame));
      await detector.dispose();
      await detector.dispose();
      return [
        small,
        await codeOf(detector.detectEmotions({ ...frame, data: new Uint8Array(12) })),
        await codeOf(createDetector({ threads: 17 })),
        await codeOf(createDetector({ model: 'no-such-model' })),
      ];
    });
    expect(codes).toEqual(['FRAME_INVALID', 'DISPOSED', 'OPTION_INVALID', 'MODEL_UNKNOWN']);
  });
});
