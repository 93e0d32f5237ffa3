import { EMOTIONS } from '@poise/core';
import { ExpressionClassifier } from '@poise/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterboxRegion } from '../src/region.js';
import { warpGray } from '../src/warp-gray.js';
import { paint } from './fixtures.js';

/** A drawn face, gray, whose place in the unit square is `x` and `y`. */
function drawing(x: number, y: number): number {
  const isEye = Math.hypot(Math.abs(x - 0.5) - 0.2, y - 0.38) < 0.06;
  const isMouth = Math.abs(x - 0.5) < 0.22 && Math.abs(y - 0.75 + (x - 0.5) ** 2) < 0.03;
  if (isEye || isMouth) return 40;
  return Math.hypot((x - 0.5) / 0.36, (y - 0.5) / 0.46) < 1 ? 180 : 60;
}

/** The drawing in `side` pixels, each of them repeated, between bars. */
const frameOf = (side: number, repeated: number, bars: number) =>
  paint(side * repeated + 2 * bars, side * repeated, (x, y) => {
    const at = (pixel: number) => (Math.floor(pixel / repeated) + 0.5) / side;
    const gray = drawing(at(x - bars), at(y));
    return [gray, gray, gray];
  });

describe('the classifier with the default model', () => {
  let classifier: ExpressionClassifier;
  beforeAll(async () => {
    classifier = await ExpressionClassifier.create();
  });
  afterAll(async () => {
    await classifier.dispose();
  });

  it('gives whole frames, of any size, what it gives their crops', async () => {
    const side = classifier.cropSize;
    const crop = new Float32Array(side * side);
    warpGray(frameOf(side, 1, 0), letterboxRegion(side, side), side, crop);
    const { probabilities: expected } = await classifier.classify(crop, 1);
    const { probabilities } = await classifier.classifyFrames([
      frameOf(side, 1, 20),
      frameOf(side, 3, 20),
    ]);
    expect(probabilities).toHaveLength(2 * EMOTIONS.length);
    expected.forEach((p, i) => {
      expect(Math.abs((probabilities[i] ?? Number.NaN) - p)).toBeLessThan(1e-6);
      expect(Math.abs((probabilities[i + EMOTIONS.length] ?? Number.NaN) - p)).toBeLessThan(0.05);
    });
  });

  it('gives a crop and its mirror image the same', async () => {
    const side = classifier.cropSize;
    const crop = Float32Array.from({ length: side * side }, (_, i) => (i * 37) % 256);
    const mirrored = crop.map((_, i) => crop[i - (i % side) + side - 1 - (i % side)] as number);
    const [a, b] = [await classifier.classify(crop, 1), await classifier.classify(mirrored, 1)];
    a.probabilities.forEach((p, i) => {
      expect(Math.abs((b.probabilities[i] ?? Number.NaN) - p)).toBeLessThan(1e-6);
    });
  });

  it('refuses values that do not fill the crops', async () => {
    await expect(classifier.classify(new Float32Array(10), 1)).rejects.toMatchObject({
      code: 'FRAME_INVALID',
    });
  });
});
