import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { awaitFace, HEADERS_WITHOUT_ISOLATION, whatRuns } from './engine-steps.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture, type Visit } from './page-fixture.js';
import { agree } from './walk.js';

/** Switches of a Chromium that has a graphics card made of software. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

const WASM = /^WebAssembly, \d threads?$/;

describe('what the models run on without a graphics card', () => {
  let fixture: PageFixture | undefined;

  afterEach(() => fixture?.close());

  test('is several threads on an isolated page of a device with four cores', async () => {
    fixture = await PageFixture.start({ camera: await cameraFile() });
    const { page } = await fixture.visit({}, ({ context }) => pretendCores(context, 4));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await agree(page);
    expect(await whatRuns(page)).toBe('WebAssembly, 3 threads');
    await awaitFace(page);
  });

  test('is one thread on a page that its server does not isolate', async () => {
    const camera = await cameraFile();
    fixture = await PageFixture.start({ camera, headers: HEADERS_WITHOUT_ISOLATION });
    const { page } = await fixture.visit({}, ({ context }) => pretendCores(context, 4));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await agree(page);
    expect(await whatRuns(page)).toBe('WebAssembly, 1 thread');
    await awaitFace(page);
  });
});

describe('what the models run on with a graphics card made of software', () => {
  let fixture: PageFixture;
  let visit: Visit | undefined;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await cameraFile(), args: SOFTWARE_GPU });
  });

  afterEach(() => visit?.context.close());
  afterAll(() => fixture?.close());

  test('is WebAssembly, untried', async () => {
    const { page, asked } = await visitWithGpu(async () => undefined);
    expect(await page.evaluate(hasAdapter)).toBe(true);
    expect(await whatRuns(page)).toMatch(WASM);
    expect(asked.filter((url) => url.includes('asyncify'))).toEqual([]);
  });

  test('is WebAssembly where a trial finds the graphics card slower', async () => {
    const { page, asked } = await visitWithGpu(passAsHardware);
    expect(await whatRuns(page)).toMatch(WASM);
    expect(asked.some((url) => /asyncify.*\.wasm$/.test(url))).toBe(true);
    expect(asked.some((url) => /ort\.webgpu.*\.js$/.test(url))).toBe(true);
    await awaitFace(page);
  });

  test('is WebAssembly where the graphics card cannot be used', async () => {
    const { page, asked } = await visitWithGpu(async (context) => {
      await passAsHardware(context);
      await context.route(/asyncify.*\.wasm$/, (route) => route.fulfill({ status: 404 }));
    });
    expect(await whatRuns(page)).toMatch(WASM);
    expect(asked.some((url) => /asyncify.*\.wasm$/.test(url))).toBe(true);
    await awaitFace(page);
  });

  /** Goes to the setup page. */
  async function visitWithGpu(
    prepare: (context: BrowserContext) => Promise<unknown>,
  ): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
    const asked: string[] = [];
    visit = await fixture.visit({}, async ({ context }) => {
      context.on('request', (request) => asked.push(request.url()));
      await prepare(context);
    });
    await agree(visit.page);
    return { page: visit.page, asked };
  }
});

const cameraFile = (): Promise<string> => fakeCameraFile({ seconds: 20 });

/** Hides from the worker that its graphics card is made of software. */
async function passAsHardware(context: BrowserContext): Promise<void> {
  await context.route(/\/worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const hide =
      "Object.defineProperty(GPUAdapterInfo.prototype, 'isFallbackAdapter', { get: () => false });";
    await route.fulfill({ response, body: `${hide}\n${await response.text()}` });
  });
}

/** Has the pages of a context believe in a number of cores. */
async function pretendCores(context: BrowserContext, cores: number): Promise<void> {
  await context.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
  }, cores);
}

async function hasAdapter(): Promise<boolean> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
  return ((await gpu?.requestAdapter()) ?? null) !== null;
}
