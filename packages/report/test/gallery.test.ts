import { describe, expect, test } from 'vitest';
import { SCENES, type SceneName } from '../src/gallery/scenes.js';
import { summarizeScene } from '../src/gallery/summaries.js';
import { insights, renderReportSvg, renderTextReport } from '../src/index.js';

const names = Object.keys(SCENES) as SceneName[];

describe.each(names)('the gallery session %s', (name) => {
  const summary = summarizeScene(name);

  test('looks as it did when it was last looked at', async () => {
    await expect(`${renderReportSvg(summary)}\n`).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  test('reads as it did when it was last read', async () => {
    await expect(renderTextReport(summary)).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });
});

test.each<[SceneName, string]>([
  ['strong-growth', 'STRONG GROWTH'],
  ['weak-start', 'WEAK START'],
  ['strong-finish', 'STRONG FINISH'],
  ['fading-finish', 'FADING FINISH'],
  ['steady', 'STEADY'],
  ['low-all-through', 'ROOM TO GROW'],
  ['many-moments', 'UPS AND DOWNS'],
  ['too-little-evidence', 'NOT ENOUGH EVIDENCE'],
  ['two-second-session', 'NOT ENOUGH EVIDENCE'],
  ['missing-middle', 'PARTLY SEEN'],
])('%s is called %s', (name, title) => {
  expect(insights(summarizeScene(name)).headline.title).toBe(title);
});
