import { expect, test } from 'vitest';
import { InterviewReportGenerator } from '../src/browser/index.js';
import type { SceneName } from '../src/gallery/scenes.js';
import { summarizeScene } from '../src/gallery/summaries.js';
import {
  DARK_THEME,
  GERMAN,
  LIGHT_THEME,
  renderReportSvg,
  renderTextReport,
} from '../src/index.js';
import { rasterize } from '../src/node/rasterize.js';
import { ASSETS, pageServer } from './page-assets.js';
import { readPng } from './png.js';
import { summaryOf } from './summary.js';

const bytes = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

test.each<[SceneName, object]>([
  ['many-moments', { theme: LIGHT_THEME }],
  ['missing-middle', { theme: DARK_THEME, words: GERMAN }],
])('the picture of %s has the very same pixels in a browser and in Node', async (name, look) => {
  const summary = summarizeScene(name);
  const { fetch } = pageServer();
  const generator = new InterviewReportGenerator({ ...look, assets: ASSETS, fetch });
  const blob = await generator.generateVisualReport(summary);
  expect(blob.type).toBe('image/png');
  const drawn = readPng(await bytes(blob));
  const expected = readPng(rasterize(renderReportSvg(summary, look)));
  expect([drawn.width, drawn.height]).toEqual([expected.width, expected.height]);
  expect(drawn.data.equals(expected.data)).toBe(true);
});

test('files are fetched at the first picture only, and generators share the started wasm', async () => {
  const { fetch, asked } = pageServer();
  const generator = new InterviewReportGenerator({ assets: ASSETS, fetch, scale: 2 });
  await generator.generateTextReport(summaryOf());
  expect(asked).toEqual([]);
  const [first] = await Promise.all([
    generator.generateVisualReport(summaryOf()),
    generator.generateVisualReport(summaryOf()),
  ]);
  expect(readPng(await bytes(first)).width).toBe(2160);
  expect(asked).toEqual(ASSETS.fonts.map(String));
});

test('the text is that of Node, as UTF-8 text, with the history that was given', async () => {
  const history = [
    summaryOf({
      keys: { session_id: '20251120_180000', created_at: '2025-11-20T18:00:00+01:00' },
    }),
  ];
  const generator = new InterviewReportGenerator({ assets: ASSETS, words: GERMAN, history });
  const blob = await generator.generateTextReport(summaryOf());
  expect(blob.type).toBe('text/plain;charset=utf-8');
  expect(await blob.text()).toBe(renderTextReport(summaryOf(), { history, words: GERMAN }));
  const without = await generator.generateTextReport(summaryOf(), []);
  expect(await without.text()).toBe(renderTextReport(summaryOf(), { words: GERMAN }));
});
