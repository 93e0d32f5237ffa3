import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeTicks } from '../src/chart/axes.js';
import { clusterMarks } from '../src/chart/marks.js';
import { journeyRuns, MAX_POINTS } from '../src/chart/series.js';
import { journeyChart, LIGHT_THEME, renderReportSvg } from '../src/index.js';
import { escapeXml } from '../src/svg/element.js';
import { textWidth } from '../src/svg/text.js';
import { moment, summaryOf, unscored } from './summary.js';

const SIZE = { width: 936, height: 660 };

test('a long series is thinned, and its mean stays', () => {
  const summary = summaryOf({ thirds: [0.5, 0.6, 0.7], seconds: 3600 });
  const points = journeyRuns(summary).flat();
  expect(points.length).toBeLessThanOrEqual(MAX_POINTS + 1);
  const mean = points.reduce((sum, point) => sum + point.score, 0) / points.length;
  expect(mean).toBeCloseTo(0.6, 2);
});

test('the line breaks where there was no face', () => {
  const runs = journeyRuns(summaryOf({ thirds: [0.7, null, 0.7] }));
  expect(runs).toHaveLength(2);
  expect(runs[0]?.at(-1)?.time).toBeLessThan(30.1);
  expect(runs[1]?.[0]?.time).toBeGreaterThanOrEqual(60);
});

test('labels of the time axis never touch', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 20_000, noNaN: true }), (end) => {
      const ticks = timeTicks({ start: 0, end }, 800, 30);
      expect(ticks[0]).toBe(0);
      const step = (ticks[1] ?? Number.POSITIVE_INFINITY) - 0;
      expect((step / end) * 800).toBeGreaterThan(textWidth('0:00', 30));
    }),
  );
});

test('a time axis has eight steps at most, also where a short session leaves room for more', () => {
  expect(timeTicks({ start: 0, end: 12.5 }, 1000, 12)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  fc.assert(
    fc.property(fc.double({ min: 1, max: 20_000, noNaN: true }), (end) => {
      expect(timeTicks({ start: 0, end }, 1000, 12).length).toBeLessThanOrEqual(9);
    }),
  );
});

test('marks that would touch share one bar that counts them', () => {
  expect(clusterMarks([10, 30, 200], 36)).toEqual([
    { left: -8, right: 48, count: 2 },
    { left: 182, right: 218, count: 1 },
  ]);
});

test('smiles and tension moments differ in shape, not in colour alone', () => {
  const chart = (kind: 'smile' | 'tension') =>
    journeyChart(summaryOf({ keys: { moments: [moment(kind, 20, 24)] } }), SIZE, {
      ...LIGHT_THEME,
      smile: '#000',
      tension: '#000',
    });
  expect(chart('smile')).toContain('<circle');
  expect(chart('tension')).not.toContain('<circle');
});

test('without a score the chart shows when the face was in view', () => {
  expect(journeyChart(unscored(), SIZE, LIGHT_THEME)).not.toContain('Beginning');
});

test('two charts on one page do not share ids', () => {
  const ids = (id: string) =>
    journeyChart(summaryOf({ keys: { session_id: id } }), SIZE, LIGHT_THEME).match(/ id="[^"]+"/g);
  const first = ids('one') ?? [];
  expect(first.length).toBeGreaterThan(0);
  for (const id of ids('two') ?? []) expect(first).not.toContain(id);
});

test('the picture stays sound for sessions of any length', () => {
  for (const seconds of [1, 2, 9, 61, 600, 7200]) {
    const svg = renderReportSvg(summaryOf({ seconds }));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('text cannot leave its element', () => {
  expect(escapeXml(`<a b="c">&'\u0000`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;');
});

test('the last frame of a long session is not a point of its own', () => {
  const summary = summaryOf({ seconds: 3600 });
  const { timestamps, confidence_scores } = summary.time_series;
  const last = {
    ...summary.time_series,
    confidence_scores: [...confidence_scores.slice(0, -1), 0],
  };
  const points = journeyRuns({ ...summary, time_series: last }).flat();
  expect(timestamps.at(-1)).toBe(3600);
  expect(points.at(-1)?.score).toBeGreaterThan(0.6);
});
