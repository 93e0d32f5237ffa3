import type { Box } from '@poise/core';
import { expect, test } from 'vitest';
import { prominence } from '../src/prominence.js';

const at = (x: number, y: number, size: number): number => {
  const box: Box = [x, y, size, size];
  return prominence(box, 640, 480);
};

test('a larger face is more prominent than a smaller one at the same place', () => {
  expect(at(260, 180, 120)).toBeGreaterThan(at(280, 200, 80));
});

test('a face in the middle is more prominent than one of about the same size in the corner', () => {
  expect(at(270, 190, 100)).toBeGreaterThan(at(0, 0, 105));
});

test('a face twice as large is more prominent, also in the corner', () => {
  expect(at(0, 0, 200)).toBeGreaterThan(at(270, 190, 100));
});
