import { mulberry32 } from '@poise/core';
import { expect, test } from 'vitest';
import { blockBootstrapInterval } from '../src/block-bootstrap.js';

/** A series around 0.6 whose neighbours are alike (an AR(1) process). */
function series(length: number, memory: number, seed: number) {
  const random = mulberry32(seed);
  const noise = () => random() + random() + random() - 1.5;
  let state = 0;
  for (let i = 0; i < 200; i += 1) state = memory * state + noise();
  return Array.from({ length }, () => {
    state = memory * state + noise();
    return { count: 1, sum: 0.6 + 0.03 * state };
  });
}

function width(interval: ReturnType<typeof blockBootstrapInterval>): number {
  return interval === null ? Number.NaN : interval.upper - interval.lower;
}

test('the same seed gives the same interval and another seed another', () => {
  const scores = series(600, 0.8, 1);
  expect(blockBootstrapInterval(scores, 50, 9)).toEqual(blockBootstrapInterval(scores, 50, 9));
  expect(blockBootstrapInterval(scores, 50, 9)).not.toEqual(blockBootstrapInterval(scores, 50, 10));
});

test('about 95 % of the intervals hold the true mean, where single scores would hold it far less', () => {
  const sessions = 200;
  let inBlocks = 0;
  let inSingles = 0;
  for (let seed = 1; seed <= sessions; seed += 1) {
    const scores = series(1000, 0.8, seed);
    const holds = (interval: ReturnType<typeof blockBootstrapInterval>) =>
      interval !== null && interval.lower <= 0.6 && interval.upper >= 0.6;
    if (holds(blockBootstrapInterval(scores, 40, seed))) inBlocks += 1;
    if (holds(blockBootstrapInterval(scores, 1, seed))) inSingles += 1;
  }
  expect(inBlocks / sessions).toBeGreaterThan(0.88);
  expect(inBlocks / sessions).toBeLessThan(0.99);
  expect(inSingles / sessions).toBeLessThan(0.7);
});

test('a longer session has a narrower interval', () => {
  const narrow = width(blockBootstrapInterval(series(6000, 0.9, 3), 50, 1));
  expect(narrow).toBeLessThan(width(blockBootstrapInterval(series(600, 0.9, 3), 50, 1)));
});

test('the interval holds the average, stays in 0–1, and is a point for a constant series', () => {
  const constant = Array.from({ length: 300 }, () => ({ count: 3, sum: 3 * 0.72 }));
  const interval = blockBootstrapInterval(constant, 50, 1);
  expect(interval?.lower).toBeCloseTo(0.72, 9);
  expect(interval?.upper).toBeCloseTo(0.72, 9);
  const extreme = Array.from({ length: 100 }, (_, i) => ({ count: 1, sum: i < 95 ? 1 : 0 }));
  expect(blockBootstrapInterval(extreme, 10, 1)?.upper).toBeLessThanOrEqual(1);
});

test('a series shorter than two blocks has no interval', () => {
  expect(blockBootstrapInterval(series(99, 0.5, 1), 50, 1)).toBeNull();
  expect(blockBootstrapInterval([], 1, 1)).toBeNull();
});
