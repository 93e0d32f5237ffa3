import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { renderReportSvg } from '../src/index.js';
import { interFontFiles, rasterize } from '../src/node/rasterize.js';
import { element } from '../src/svg/element.js';
import { textLine, textWidth } from '../src/svg/text.js';
import { readPng } from './png.js';
import { summaryOf, unscored } from './summary.js';

const withoutText = (svg: string): string => svg.replace(/<text[\s\S]*?<\/text>/g, '');

test('the picture is as large as its SVG says', () => {
  const svg = renderReportSvg(summaryOf());
  const { width, height } = readPng(rasterize(svg));
  expect(svg).toContain(`width="${width}" height="${height}"`);
  expect(width).toBe(1080);
});

test('text really is drawn, the score among it', () => {
  const svg = renderReportSvg(summaryOf());
  const drawn = readPng(rasterize(svg)).data;
  expect(drawn.equals(readPng(rasterize(withoutText(svg))).data)).toBe(false);
  const score = svg.match(/<text[^>]*>72<\/text>/)?.[0] ?? 'no score';
  expect(svg).toContain(score);
  expect(drawn.equals(readPng(rasterize(svg.replace(score, ''))).data)).toBe(false);
});

test('each weight is drawn with its own font file, as wide as the table says', () => {
  const word = 'STRONG GROWTH 72';
  const size = 100;
  const drawn = ([400, 600, 700] as const).map((weight) => {
    const text = textLine(word, 0, 100, { size, weight, fill: '#000' });
    const svg = element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: 1200, height: 140, 'font-family': 'Inter' },
      text,
    );
    const picture = new Resvg(svg, {
      font: { fontFiles: interFontFiles(), loadSystemFonts: false },
    });
    // Kerning and the space beside the outer letters make the drawn text a little narrower.
    const ratio = (picture.innerBBox()?.width ?? 0) / textWidth(word, size, weight);
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.01);
    return Buffer.from(rasterize(svg)).toString('base64');
  });
  expect(new Set(drawn).size).toBe(3);
});

test('the same summary gives the same pixels', () => {
  const svg = renderReportSvg(summaryOf());
  expect(Buffer.from(rasterize(svg)).equals(Buffer.from(rasterize(svg)))).toBe(true);
});

test('a larger scale gives more pixels', () => {
  expect(readPng(rasterize(renderReportSvg(unscored()), 2)).width).toBe(2160);
});
