import { expect, test } from 'vitest';
import { InterviewReportGenerator } from '../src/browser/index.js';
import { ASSETS, pageServer } from './page-assets.js';
import { summaryOf } from './summary.js';

const WASM = String(ASSETS.resvgWasm);
const FONT = String(ASSETS.fonts[1]);

const html = async (): Promise<Response> => new Response('\n<!DOCTYPE html><title>Start</title>');
const labelled = async (): Promise<Response> =>
  new Response('', { headers: { 'content-type': 'text/html; charset=utf-8' } });
const missing = async (): Promise<Response> => new Response('', { status: 404 });
const offline = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const woff = async (): Promise<Response> => new Response('wOF2\0\0\0\0');
const cut = async (): Promise<Response> => new Response('\0asm');

type Answer = () => Promise<Response>;

/** A generator on a page whose server gives one file wrongly until it is repaired. */
function brokenPage(url: string, answer: Answer) {
  const answers = new Map([[url, answer]]);
  const { fetch } = pageServer(answers);
  const generator = new InterviewReportGenerator({ assets: ASSETS, fetch });
  return { draw: () => generator.generateVisualReport(summaryOf()), repair: () => answers.clear() };
}

// The wasm starts once in a process, so what can go wrong before comes first, in one test.
test('whatever comes in place of the wasm is named, and a later try may succeed', async () => {
  const wrong: [Answer, string][] = [
    [html, 'ASSET_IS_HTML'],
    [offline, 'ASSET_UNREACHABLE'],
    [cut, 'ASSET_UNREACHABLE'],
  ];
  for (const [answer, code] of wrong) {
    const { draw } = brokenPage(WASM, answer);
    await expect(draw()).rejects.toMatchObject({ code, message: expect.stringContaining(WASM) });
  }
  const { draw, repair } = brokenPage(WASM, missing);
  await expect(draw()).rejects.toMatchObject({ code: 'ASSET_UNREACHABLE' });
  repair();
  expect((await draw()).size).toBeGreaterThan(10_000);
});

test.each<[string, Answer, string]>([
  ['a web page in place of a font', html, 'ASSET_IS_HTML'],
  ['an answer that calls itself a web page', labelled, 'ASSET_IS_HTML'],
  ['a missing font', missing, 'ASSET_UNREACHABLE'],
  ['a font in another format', woff, 'OPTION_INVALID'],
])('%s is named, and a later try may succeed', async (_, answer, code) => {
  const { draw, repair } = brokenPage(FONT, answer);
  await expect(draw()).rejects.toMatchObject({ code, message: expect.stringContaining(FONT) });
  repair();
  expect((await draw()).size).toBeGreaterThan(10_000);
});

test('a summary that does not satisfy the schema is refused before anything is fetched', async () => {
  const { fetch, asked } = pageServer();
  const generator = new InterviewReportGenerator({ assets: ASSETS, fetch });
  const broken = { ...summaryOf(), session_id: '../elsewhere' };
  await expect(generator.generateVisualReport(broken)).rejects.toMatchObject({
    code: 'SUMMARY_INVALID',
  });
  await expect(generator.generateTextReport(broken)).rejects.toMatchObject({
    code: 'SUMMARY_INVALID',
  });
  expect(asked).toEqual([]);
});

test('a generator without fonts is refused', () => {
  const assets = { ...ASSETS, fonts: [] };
  expect(() => new InterviewReportGenerator({ assets })).toThrow(
    expect.objectContaining({ code: 'OPTION_INVALID' }),
  );
});
