import { expect, test } from 'vitest';
import {
  formatClock,
  formatDuration,
  formatInterval,
  formatPoints,
  formatSpan,
} from '../src/format.js';
import { compareToReference } from '../src/insights/reference.js';

const resting = { code: 'resting_face', lower: 0.7, upper: 0.75 } as const;

test('a value outside a reference is too close to say when its interval reaches in', () => {
  expect(compareToReference(0.72, null, resting)).toBe('within');
  expect(compareToReference(0.698, null, resting)).toBe('within');
  expect(compareToReference(0.69, { lower: 0.67, upper: 0.71 }, resting)).toBe('unclear');
  expect(compareToReference(0.6, { lower: 0.58, upper: 0.62 }, resting)).toBe('below');
  expect(compareToReference(0.8, null, resting)).toBe('above');
});

test('the interval that is read holds the one that was computed', () => {
  expect(formatInterval({ lower: 0.6749, upper: 0.7101 })).toEqual(['67 %', '72 %']);
  expect(formatInterval({ lower: 0.57, upper: 0.67 })).toEqual(['57 %', '67 %']);
});

test('times read as people say them', () => {
  expect(formatClock(65.9)).toBe('1:05');
  expect(formatClock(3600)).toBe('60:00');
  expect(formatSpan({ start: 80.2, end: 94 })).toBe('1:20–1:34');
  expect(formatSpan({ start: 80.2, end: 80.9 })).toBe('1:20');
  expect(formatDuration(2.04)).toBe('2 s');
  expect(formatDuration(59.7)).toBe('1 min');
  expect(formatDuration(3900)).toBe('1 h 5 min');
});

test('differences are points with a sign', () => {
  expect(formatPoints(0.057)).toBe('+6 points');
  expect(formatPoints(-0.01)).toBe('−1 point');
  expect(formatPoints(0.001)).toBe('0 points');
});
