import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE_FOLDER, PageFixture } from './page-fixture.js';
import { agree } from './walk.js';

/** The JavaScript of the first page, packed by gzip. */
const MOST_SCRIPT_BYTES = 150_000;

/** The models and the runtime with its scripts, packed as the server packs them. */
const MOST_ENGINE_BYTES = 12_000_000;

/** Addresses that are names, links for people, or words of an error; nothing is loaded from them. */
const NAMES = [
  // Name spaces of XML, and dialects of JSON Schema.
  'http://www.w3.org/',
  'http://json-schema.org/',
  'https://json-schema.org/',
  // Licences and errors that libraries name.
  'https://mozilla.org/MPL/2.0/',
  'https://react.dev/errors/',
  'https://web.dev/cross-origin-isolation-guide/',
  'https://rolldown.rs/in-depth/',
  'https://bit.ly/wb-precache',
  // The page's own hint about where cameras are allowed.
  'http://127.0.0.1',
  // An address that zod puts together to see whether a text is an IPv6 address.
  'http://[$',
];

describe('the first page', () => {
  test('loads less than 150 kB of JavaScript', async () => {
    let bytes = 0;
    for (const file of await scriptsOfFirstPage()) bytes += gzipSync(await text(file)).length;
    expect(bytes).toBeGreaterThan(MOST_SCRIPT_BYTES / 3);
    expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
  });

  test('leaves the report, the history, the import and the models for later', async () => {
    const names = (await scriptsOfFirstPage()).join(' ');
    expect(names).not.toMatch(/review|history|import|practice-page|report|\bort\b|resvg/);
  });
});

describe('the models and the runtime', () => {
  let fixture: PageFixture;

  beforeAll(async () => {
    fixture = await PageFixture.start();
  });

  afterAll(() => fixture?.close());

  test('are less than 12 MB on their way to an ordinary device', async () => {
    const files = new Set<string>();
    // The service worker would fetch them on its own, and for later.
    const { page, context } = await fixture.visit({ serviceWorkers: 'block' }, async (visit) => {
      visit.context.on('request', (request) => {
        if (request.url().startsWith(fixture.url)) files.add(new URL(request.url()).pathname);
      });
    });
    const before = new Set(files);
    await agree(page);
    await page.getByText('On this device: WebAssembly').waitFor();
    await context.close();
    const loaded = [...files].filter((file) => !before.has(file));
    const kinds = loaded.map((file) => basename(file).replace(/-[\w-]{8}\./, '.'));
    expect(kinds).toEqual(
      expect.arrayContaining([
        'blazeface.onnx',
        'facemesh.onnx',
        'iris.onnx',
        'ort-wasm-simd-threaded.wasm',
        'ort-wasm-simd-threaded.mjs',
        'worker.js',
      ]),
    );
    expect(kinds.filter((name) => name.endsWith('.onnx'))).toHaveLength(4);
    expect(kinds.join()).not.toContain('asyncify');
    let bytes = 0;
    for (const file of loaded) bytes += await servedSize(file);
    expect(bytes).toBeLessThan(MOST_ENGINE_BYTES);
  });
});

describe('the built page', () => {
  test('names no other origin that it could load from', async () => {
    const found = new Set<string>();
    for (const entry of await readdir(PAGE_FOLDER, { recursive: true })) {
      if (!/\.(?:html|js|mjs|css|webmanifest|svg)$/.test(entry)) continue;
      for (const [address] of (await text(entry)).matchAll(/\b(?:https?|wss?):\/\/[^\s"'`\\)<>]+/g))
        if (!NAMES.some((name) => address.startsWith(name))) found.add(`${entry}: ${address}`);
    }
    expect([...found]).toEqual([]);
  });

  test('has no style or script from a protocol-relative address', async () => {
    expect(await text('index.html')).not.toMatch(/(?:src|href)="(?:\w+:)?\/\//);
  });
});

async function text(file: string): Promise<string> {
  return await readFile(join(PAGE_FOLDER, file), 'utf8');
}

/** The scripts of index.html, and all that they import before they run. */
async function scriptsOfFirstPage(): Promise<string[]> {
  const tags = (await text('index.html')).matchAll(/<(?:script|link)\b[^>]*?"\.\/([^"]+\.js)"/g);
  const files = new Set([...tags].map(([, file = '']) => file));
  for (const file of files) {
    // A set that grows while it is walked: what an import imports is walked too.
    const imports = (await text(file)).matchAll(/\b(?:import|from)\s*"\.\/([^"]+\.js)"/g);
    for (const [, name] of imports) files.add(join('assets', name ?? ''));
  }
  return [...files];
}

/** The bytes that go over the network for a file. */
async function servedSize(path: string): Promise<number> {
  const file = join(PAGE_FOLDER, path);
  const packed = `${file}.br`;
  return (await stat(existsSync(packed) ? packed : file)).size;
}
