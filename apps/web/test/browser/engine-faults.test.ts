import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/text/en.js';
import { awaitFace, whatRuns } from './engine-steps.js';
import { fakeCameraFile } from './fake-camera.js';
import { PageFixture, type Visit } from './page-fixture.js';
import { agree } from './walk.js';

const { errors } = ENGLISH;

/** The machine may be busy with other work. */
const PATIENCE = { timeout: 90_000 };

const WEB_PAGE = { contentType: 'text/html', body: '<!doctype html><title>Start</title>' };

describe('a file that does not come as it should', () => {
  let fixture: PageFixture;
  let visit: Visit | undefined;

  beforeAll(async () => {
    fixture = await PageFixture.start({ camera: await fakeCameraFile({ seconds: 20 }) });
  });

  afterEach(() => visit?.context.close());
  afterAll(() => fixture?.close());

  /** Goes to the setup page, where one file is answered by something else. */
  async function setUpWith(file: RegExp, answer: (route: Route) => Promise<void>): Promise<Page> {
    // The service worker would ask on its own, unseen.
    visit = await fixture.visit({ serviceWorkers: 'block' }, ({ context }) =>
      context.route(file, answer),
    );
    await agree(visit.page);
    return visit.page;
  }

  test('is asked for once more when the server has failed once', async () => {
    let asked = 0;
    const page = await setUpWith(/facemesh-.*\.onnx$/, async (route) => {
      asked += 1;
      if (asked === 1) await route.fulfill({ status: 503 });
      else await route.continue();
    });
    expect(await whatRuns(page)).toContain('WebAssembly');
    expect(asked).toBe(2);
    await awaitFace(page);
  });

  test('is named when the server fails each time, and comes when it is asked for again', async () => {
    let broken = true;
    const page = await setUpWith(/facemesh-.*\.onnx$/, (route) =>
      broken ? route.fulfill({ status: 503 }) : route.continue(),
    );
    await expectSentence(page, errors.ASSET_UNREACHABLE, /\(facemesh-[\w-]+\.onnx\)$/);
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await whatRuns(page)).toContain('WebAssembly');
  });

  test('is named when the server sends a web page in place of a model', async () => {
    const page = await setUpWith(/blazeface-.*\.onnx$/, (route) => route.fulfill(WEB_PAGE));
    await expectSentence(page, errors.ASSET_IS_HTML, /\(blazeface-[\w-]+\.onnx\)$/);
  });

  test('is recognised as a web page by what is in it, whatever the server calls it', async () => {
    const page = await setUpWith(/facemesh-.*\.onnx$/, (route) =>
      route.fulfill({ ...WEB_PAGE, contentType: 'application/octet-stream' }),
    );
    // Its size is not that of the model, and yet the sentence says what it is.
    await expectSentence(page, errors.ASSET_IS_HTML, /\(facemesh-[\w-]+\.onnx\)$/);
  });

  test('is named when the server sends a web page in place of the runtime', async () => {
    const page = await setUpWith(/threaded-.*\.wasm$/, (route) => route.fulfill(WEB_PAGE));
    await expectSentence(page, errors.ASSET_IS_HTML, /\(ort-wasm-[\w-]+\.wasm\)$/);
  });

  test('is called damaged when a part of it is missing', async () => {
    const page = await setUpWith(/poise-net-.*\.onnx$/, async (route) => {
      const whole = await (await route.fetch()).body();
      await route.fulfill({ body: whole.subarray(0, whole.length / 2) });
    });
    await expectSentence(page, errors.MODEL_CORRUPTED, /\(poise-net-[\w-]+\.onnx\)$/);
  });

  test('is called damaged when a byte of it is another', async () => {
    const page = await setUpWith(/blazeface-.*\.onnx$/, async (route) => {
      const changed = Buffer.from(await (await route.fetch()).body());
      changed.writeUInt8(changed.readUInt8(100_000) ^ 1, 100_000);
      await route.fulfill({ body: changed });
    });
    await expectSentence(page, errors.MODEL_CORRUPTED, /\(blazeface-[\w-]+\.onnx\)$/);
  });

  test('says so when it is the worker itself', async () => {
    const page = await setUpWith(/\/worker-[\w-]+\.js$/, (route) => route.abort());
    await expectSentence(page, errors.RUNTIME_FAILED, /$/);
  });
});

/** Waits for a sentence with what to do, which ends in the name of a file. */
async function expectSentence(page: Page, sentence: string, end: RegExp): Promise<void> {
  const notice = page.getByRole('alert').getByRole('paragraph');
  await notice.waitFor(PATIENCE);
  const said = await notice.innerText();
  expect(said.slice(0, sentence.length)).toBe(sentence);
  expect(said).toMatch(end);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
}
