import manifest from '@poise/models/manifest.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { modelFigures } from '../src/pages/about/model-figures.js';

test('the two expressions that are called its worst are those of which it finds the fewest', () => {
  const model = manifest.models.find(({ name }) => name === modelFigures().name);
  const recall = model?.metrics?.evaluate_public_test.ferplus_recall;
  const worst = Object.entries(recall ?? {})
    .sort(([, a], [, b]) => a - b)
    .slice(0, 2);
  const { disgust, sad } = modelFigures();
  expect(worst).toEqual([
    ['disgust', disgust],
    ['sad', sad],
  ]);
});
