import type { Box } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectionRate } from '../src/detection-rate.js';
import { engagementScore } from '../src/engagement.js';
import { ExpressionSpread, expressivenessFromSpread } from '../src/expressiveness.js';
import { BoxMovement, boxMovement, stabilityFromSpeed } from '../src/face-stability.js';
import { anyScores, face } from './helpers.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const positive = fc.double({ min: 0, max: 1e6, noNaN: true });
const anyBox: fc.Arbitrary<Box> = fc.tuple(
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  fc.double({ min: 1, max: 1e4, noNaN: true }),
  fc.double({ min: 1, max: 1e4, noNaN: true }),
);

function isUnit(value: number | null): void {
  if (value === null) return;
  expect(value).toBeGreaterThanOrEqual(0);
  expect(value).toBeLessThanOrEqual(1);
}

function stability(boxes: readonly Box[], fps: number): number | null {
  const movement = new BoxMovement();
  for (const [i, box] of boxes.entries()) movement.add(box, i / fps);
  return movement.result();
}

test('detection rate lies in 0–1 and grows with every frame that has a face', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (faces, missing) => {
      isUnit(detectionRate(faces, faces + missing));
      expect(detectionRate(faces + 1, faces + missing + 1)).toBeGreaterThanOrEqual(
        detectionRate(faces, faces + missing),
      );
    }),
  );
});

test('engagement lies in 0–1 and grows with presence and with expression', () => {
  fc.assert(
    fc.property(unit, unit, unit, (rate, expressive, more) => {
      isUnit(engagementScore(rate, expressive));
      const [less, greater] = [Math.min(expressive, more), Math.max(expressive, more)];
      expect(engagementScore(rate, greater)).toBeGreaterThanOrEqual(engagementScore(rate, less));
      expect(engagementScore(greater, rate)).toBeGreaterThanOrEqual(engagementScore(less, rate));
    }),
  );
});

test('expressiveness lies in 0–1 for any scores and grows with the spread', () => {
  fc.assert(
    fc.property(fc.array(anyScores, { maxLength: 40 }), (readings) => {
      const spread = new ExpressionSpread();
      for (const scores of readings) spread.add(scores);
      isUnit(spread.result());
    }),
  );
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      expect(expressivenessFromSpread(Math.max(a, b))).toBeGreaterThanOrEqual(
        expressivenessFromSpread(Math.min(a, b)),
      );
    }),
  );
});

test('a still face has no expressiveness and wider smiles have more', () => {
  const of = (happy: number) => {
    const spread = new ExpressionSpread();
    for (let i = 0; i < 100; i += 1) spread.add(face({ happy: i % 10 === 0 ? happy : 0 }));
    return spread.result() ?? -1;
  };
  expect(of(0)).toBe(0);
  expect(of(0.4)).toBeGreaterThan(of(0.2));
  expect(of(0.9)).toBeGreaterThan(of(0.4));
});

test('face stability lies in 0–1 for any boxes and falls with speed', () => {
  fc.assert(
    fc.property(
      fc.array(anyBox, { maxLength: 40 }),
      fc.double({ min: 1, max: 60, noNaN: true }),
      (boxes, fps) => isUnit(stability(boxes, fps)),
    ),
  );
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      expect(stabilityFromSpeed(Math.max(a, b))).toBeLessThanOrEqual(
        stabilityFromSpeed(Math.min(a, b)),
      );
    }),
  );
});

test('movement does not depend on the scale of the picture', () => {
  fc.assert(
    fc.property(
      anyBox,
      anyBox,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (from, to, scale) => {
        const scaled = ([x, y, w, h]: Box): Box => [x * scale, y * scale, w * scale, h * scale];
        const movement = boxMovement(from, to);
        const difference = Math.abs(boxMovement(scaled(from), scaled(to)) - movement);
        expect(difference).toBeLessThan(1e-6 * (1 + movement));
      },
    ),
  );
});

test('a still face is fully stable, a swaying one less, and a wider sway still less', () => {
  const sway = (width: number, fps: number) =>
    stability(
      Array.from(
        { length: 30 * fps },
        (_, i): Box => [100 + width * Math.sin(i / fps), 50, 80, 80],
      ),
      fps,
    ) ?? -1;
  expect(sway(0, 10)).toBe(1);
  expect(sway(10, 10)).toBeLessThan(1);
  expect(sway(30, 10)).toBeLessThan(sway(10, 10));
  expect(Math.abs(sway(30, 10) - sway(30, 60))).toBeLessThan(0.02);
});

test('the jitter of a detector does not grow with the frame rate', () => {
  const jitter = (fps: number) =>
    stability(
      Array.from({ length: 30 * fps }, (_, i): Box => [100 + (i % 3), 50, 80, 80]),
      fps,
    ) ?? -1;
  expect(jitter(60)).toBeGreaterThan(0.9);
  expect(jitter(8)).toBeGreaterThan(0.9);
});

test('without two boxes to compare there is no stability', () => {
  expect(stability([], 10)).toBeNull();
  expect(stability([[0, 0, 10, 10]], 10)).toBeNull();
});
