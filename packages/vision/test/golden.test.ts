import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findModel, modelPath } from '@poise/models';
import { ExpressionClassifier } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterboxRegion } from '../src/region.js';
import { warpGray } from '../src/warp.js';
import { paint } from './fixtures.js';

interface GoldenCase {
  readonly name: string;
  readonly pixels: readonly number[];
  readonly probabilities: readonly number[];
}

const modelsFolder = dirname(dirname(modelPath(findModel('emotion-bootstrap'))));
const { cases } = JSON.parse(
  await readFile(join(modelsFolder, 'golden', 'emotion-bootstrap.golden.json'), 'utf8'),
) as { cases: GoldenCase[] };

describe('the expression model on the golden vectors that Python wrote', () => {
  let classifier: ExpressionClassifier;
  beforeAll(async () => {
    classifier = await ExpressionClassifier.create({ model: 'emotion-bootstrap' });
  });
  afterAll(async () => {
    await classifier.dispose();
  });

  it.each(cases)('gives the tensor and the probabilities of the case "$name"', async (golden) => {
    const side = classifier.cropSize;
    expect(golden.pixels).toHaveLength(side * side);
    const frame = paint(side, side, (x, y) => {
      const gray = golden.pixels[y * side + x] ?? 0;
      return [gray, gray, gray];
    });
    const tensor = new Float32Array(side * side);
    warpGray(frame, letterboxRegion(side, side), side, tensor);
    golden.pixels.forEach((gray, i) => {
      expect(Math.abs((tensor[i] ?? Number.NaN) - gray)).toBeLessThan(1e-3);
    });
    const { probabilities, fer2013 } = await classifier.classify(tensor, 1);
    golden.probabilities.forEach((p, i) => {
      expect(Math.abs((probabilities[i] ?? Number.NaN) - p)).toBeLessThan(1e-3);
    });
    expect(fer2013).toHaveLength(7);
  });

  it('gives each crop of a batch what it gives it alone', async () => {
    const side = classifier.cropSize;
    const batch = new Float32Array(cases.length * side * side);
    cases.forEach(({ pixels }, i) => {
      batch.set(pixels, i * side * side);
    });
    const { probabilities } = await classifier.classify(batch, cases.length);
    cases.forEach((golden, i) => {
      golden.probabilities.forEach((p, k) => {
        expect(Math.abs((probabilities[i * 7 + k] ?? Number.NaN) - p)).toBeLessThan(1e-3);
      });
    });
  });

  it('gives whole frames, of any size, what it gives their crops', async () => {
    const side = classifier.cropSize;
    const [golden] = cases as [GoldenCase, ...GoldenCase[]];
    const frame = (scale: number) =>
      paint(side * scale + 40, side * scale, (x, y) => {
        const column = Math.floor((x - 20) / scale);
        const gray = golden.pixels[Math.floor(y / scale) * side + column] ?? 0;
        return [gray, gray, gray];
      });
    const { probabilities } = await classifier.classifyFrames([frame(1), frame(3)]);
    golden.probabilities.forEach((p, i) => {
      expect(Math.abs((probabilities[i] ?? Number.NaN) - p)).toBeLessThan(1e-3);
      expect(Math.abs((probabilities[i + 7] ?? Number.NaN) - p)).toBeLessThan(0.05);
    });
  });

  it('refuses values that do not fill the crops', async () => {
    await expect(classifier.classify(new Float32Array(10), 1)).rejects.toMatchObject({
      code: 'FRAME_INVALID',
    });
  });
});
