import type { BrowserContext } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { awaitFace, HEADERS_WITHOUT_ISOLATION, whatRuns } from './engine-steps.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture } from './page-fixture.js';
import { agree } from './walk.js';

/** Switches of a Chromium that has a graphics card made of software. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

describe('what the models run on', () => {
  let camera: string;
  let fixture: PageFixture | undefined;

  beforeAll(async () => {
    camera = await fakeCameraFile({ seconds: 20 });
  });

  afterEach(() => fixture?.close());

  test('is several threads on an isolated page of a device with four cores', async () => {
    fixture = await PageFixture.start({ camera });
    const { page } = await fixture.visit({}, ({ context }) => pretendCores(context, 4));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await agree(page);
    expect(await whatRuns(page)).toBe('WebAssembly, 3 threads');
    await awaitFace(page);
  });

  test('is one thread on a page that its server does not isolate', async () => {
    fixture = await PageFixture.start({ camera, headers: HEADERS_WITHOUT_ISOLATION });
    const { page } = await fixture.visit({}, ({ context }) => pretendCores(context, 4));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await agree(page);
    expect(await whatRuns(page)).toBe('WebAssembly, 1 thread');
    await awaitFace(page);
  });

  test('is the graphics card or WebAssembly, whichever a trial finds faster', async () => {
    fixture = await PageFixture.start({ camera, args: SOFTWARE_GPU });
    const asked: string[] = [];
    const { page } = await fixture.visit({ serviceWorkers: 'block' }, async ({ context }) => {
      context.on('request', (request) => asked.push(request.url()));
    });
    expect(await page.evaluate(hasAdapter)).toBe(true);
    await agree(page);
    expect(await whatRuns(page)).toMatch(/^(WebGPU|WebAssembly, \d threads?)$/);
    expect(asked.some((url) => url.endsWith('.wasm') && url.includes('asyncify'))).toBe(true);
    await awaitFace(page);
  });

  test('is WebAssembly where there is a graphics card that fails', async () => {
    fixture = await PageFixture.start({ camera, args: SOFTWARE_GPU });
    const { page } = await fixture.visit({ serviceWorkers: 'block' }, ({ context }) =>
      context.route(/asyncify.*\.wasm$/, (route) => route.fulfill({ status: 404 })),
    );
    await agree(page);
    expect(await whatRuns(page)).toMatch(/^WebAssembly, \d threads?$/);
    await awaitFace(page);
  });
});

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
