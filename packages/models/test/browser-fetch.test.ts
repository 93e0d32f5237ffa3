import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FetchProgress, fetchAsset, fetchModel, findModel } from '../src/browser/index.js';
import { loadModel } from '../src/index.js';

const entry = findModel('blazeface');
const { bytes: file } = await loadModel('blazeface');
const wasm = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const send =
  (body: Uint8Array | string, type = 'application/octet-stream', status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };

const changed = Uint8Array.from(file);
changed[1000] = (changed[1000] ?? 0) ^ 1;
const page = '<!DOCTYPE html><html><title>Start</title></html>';

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/good.onnx': send(file),
  '/changed.onnx': send(changed),
  '/short.onnx': send(file.subarray(0, 4096)),
  '/long.onnx': send(Buffer.concat([file, file])),
  '/empty.onnx': send(''),
  '/start-page.onnx': send(page, 'text/html; charset=utf-8'),
  '/disguised.onnx': send(`\uFEFF \n\t${page.toLowerCase()}`),
  '/no-doctype.onnx': send('<HTML lang="en">'),
  '/good.wasm': send(wasm, 'application/wasm'),
  '/text.wasm': send('not a module', 'application/wasm'),
  '/breaks-off.onnx': (response) => {
    response.writeHead(200, { 'content-length': file.length });
    response.write(file.subarray(0, 4096), () => response.destroy());
  },
  '/stalls.onnx': (response) => {
    response.writeHead(200, { 'content-length': file.length });
    response.write(file.subarray(0, 4096));
  },
};

let server: Server;
let base = '';
let requests = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    const answer = ANSWERS[request.url ?? ''] ?? send(page, 'text/html', 404);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a model fetched from a server', () => {
  test('comes whole, with progress up to the size of the manifest', async () => {
    const steps: FetchProgress[] = [];
    const bytes = await fetchModel(entry, `${base}/good.onnx`, {
      onProgress: (progress) => steps.push(progress),
    });
    expect(Buffer.compare(bytes, file)).toBe(0);
    expect(steps.at(-1)).toEqual({ loaded: entry.bytes, total: entry.bytes });
    expect(steps.map(({ loaded }) => loaded)).toEqual(
      steps.map(({ loaded }) => loaded).toSorted((a, b) => a - b),
    );
  });

  test.each([
    ['changed', 'SHA-256 differs'],
    ['short', `4096 bytes instead of ${entry.bytes}`],
    ['empty', `0 bytes instead of ${entry.bytes}`],
    ['long', `more than ${entry.bytes} bytes`],
  ])('that is %s is corrupted, with its URL and what differs', async (name, difference) => {
    const url = `${base}/${name}.onnx`;
    const loading = fetchModel(entry, url);
    await expect(loading).rejects.toMatchObject({ name: 'PoiseError', code: 'MODEL_CORRUPTED' });
    await expect(loading).rejects.toMatchObject({ detail: `${url} (${difference})` });
  });

  test.each(['start-page', 'disguised', 'no-doctype'])(
    'that is a web page (%s) is told from a damaged file',
    async (name) => {
      const url = `${base}/${name}.onnx`;
      const loading = fetchModel(entry, url);
      await expect(loading).rejects.toMatchObject({ code: 'ASSET_IS_HTML', detail: url });
    },
  );

  test('that is not there cannot be reached, with the status', async () => {
    const url = `${base}/missing.onnx`;
    await expect(fetchModel(entry, url)).rejects.toMatchObject({
      code: 'ASSET_UNREACHABLE',
      detail: `${url} (HTTP 404)`,
    });
  });

  test('whose server breaks off or does not answer cannot be reached', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    for (const url of [`${base}/breaks-off.onnx`, `http://127.0.0.1:${port}/blazeface.onnx`]) {
      const loading = fetchModel(entry, url);
      await expect(loading).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE', detail: url });
    }
  });

  test('that is aborted on the way gives the reason of the signal', async () => {
    const abort = new AbortController();
    const reason = new Error('The page was left.');
    const loading = fetchModel(entry, `${base}/stalls.onnx`, {
      signal: abort.signal,
      onProgress: () => abort.abort(reason),
    });
    await expect(loading).rejects.toBe(reason);
  });

  test('with a signal that is aborted already is not asked for', async () => {
    const before = requests;
    const signal = AbortSignal.abort();
    const loading = fetchModel(entry, `${base}/good.onnx`, { signal });
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toBe(before);
  });

  test('is checked by its size alone where the page may not compute checksums', async () => {
    vi.stubGlobal('crypto', {});
    await expect(fetchModel(entry, `${base}/changed.onnx`)).resolves.toHaveLength(entry.bytes);
    await expect(fetchModel(entry, `${base}/short.onnx`)).rejects.toMatchObject({
      code: 'MODEL_CORRUPTED',
    });
  });
});

describe('another file fetched from a server', () => {
  test('comes as it is, with a progress that knows no total unless it is given', async () => {
    const steps: FetchProgress[] = [];
    const onProgress = (progress: FetchProgress) => steps.push(progress);
    const url = `${base}/good.wasm`;
    expect(await fetchAsset(url, { magic: 'wasm', onProgress })).toEqual(wasm);
    await fetchAsset(url, { bytes: wasm.length, onProgress });
    expect(steps).toEqual([{ loaded: 8 }, { loaded: 8, total: 8 }]);
  });

  test('that should be WebAssembly and is not is refused', async () => {
    const url = `${base}/text.wasm`;
    const loading = fetchAsset(url, { magic: 'wasm' });
    await expect(loading).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE' });
    await expect(loading).rejects.toThrow(`${url} (what came is not WebAssembly)`);
  });
});
