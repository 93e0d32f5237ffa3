import { describe, expect, test } from 'vitest';
import { candidateFace } from '../src/index.js';

describe('the candidate among several faces', () => {
  const face = (x: number, y: number, size: number) => ({ box: [x, y, size, size] as const });

  test('is the largest', () => {
    const large = face(100, 100, 120);
    expect(candidateFace([face(400, 100, 80), large], 640, 480)).toBe(large);
  });

  test('is the one in the middle when another of about the same size is in the corner', () => {
    const middle = face(270, 190, 100);
    expect(candidateFace([face(0, 0, 105), middle], 640, 480)).toBe(middle);
  });

  test('is nobody in an empty frame', () => {
    expect(candidateFace([], 640, 480)).toBeUndefined();
  });
});
