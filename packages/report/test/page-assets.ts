import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FetchLike, ReportAssets } from '../src/browser/index.js';
import { interFontFiles } from '../src/node/rasterize.js';

const ORIGIN = 'https://page.example/assets';

/** The addresses under which a page would serve the files. */
export const ASSETS: ReportAssets = {
  resvgWasm: `${ORIGIN}/index_bg.wasm`,
  fonts: ['regular', 'semi-bold', 'bold'].map((name) => new URL(`${ORIGIN}/${name}.ttf`)),
};

/** A server of those files that remembers what it was asked for; `answers` go before its own. */
export function pageServer(answers: Map<string, () => Promise<Response>> = new Map()) {
  const { resolve } = createRequire(import.meta.url);
  const paths = [resolve('@resvg/resvg-wasm/index_bg.wasm'), ...interFontFiles()];
  const urls = [ASSETS.resvgWasm, ...ASSETS.fonts].map(String);
  const asked: string[] = [];
  const fetch: FetchLike = async (url) => {
    asked.push(url);
    const answer = answers.get(url);
    if (answer !== undefined) return answer();
    const path = paths[urls.indexOf(url)];
    if (path === undefined) return new Response('', { status: 404 });
    return new Response(new Uint8Array(await readFile(path)));
  };
  return { fetch, asked };
}
