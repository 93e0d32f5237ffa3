import { confidenceLevel } from '@poise/session';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatClock,
  formatDuration,
  formatInterval,
  formatPercent,
  formatPoints,
  formatSessionDate,
  formatSpan,
  wholePercent,
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

test('the percent that is printed never belongs to a higher level than the score', () => {
  expect(formatPercent(0.7951)).toBe('79 %');
  expect(formatPercent(0.7999)).toBe('79 %');
  expect(formatPercent(0.8)).toBe('80 %');
  expect(formatPercent(0.7249)).toBe('72 %');
  expect(formatPercent(0.7251)).toBe('73 %');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const score = hundredths / 10_000;
      expect(confidenceLevel(wholePercent(score) / 100)).toBe(confidenceLevel(score));
      expect(Math.abs(wholePercent(score) / 100 - score)).toBeLessThan(0.01);
    }),
  );
});

test('a session with a name of its own is dated by the clock on the wall', () => {
  const created_at = '2025-11-28T00:12:34.000+05:30';
  expect(formatSessionDate({ session_id: 'my-own-name', created_at })).toBe(
    '28 November 2025, 00:12',
  );
});

test('times read as people say them', () => {
  expect(formatClock(65.9)).toBe('1:06');
  expect(formatClock(3600)).toBe('60:00');
  expect(formatSpan({ start: 80.2, end: 94 })).toBe('1:20–1:34');
  expect(formatSpan({ start: 80.2, end: 80.4 })).toBe('1:20');
  expect(formatSpan({ start: 0, end: 11.96 })).toBe('0:00–0:12');
  expect(formatDuration(2.04)).toBe('2 s');
  expect(formatDuration(59.7)).toBe('1 min');
  expect(formatDuration(3900)).toBe('1 h 5 min');
});

test('differences are points with a sign', () => {
  expect(formatPoints(0.057)).toBe('+6 points');
  expect(formatPoints(-0.01)).toBe('−1 point');
  expect(formatPoints(0.001)).toBe('0 points');
});
