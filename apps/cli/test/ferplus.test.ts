import { expect, test } from 'vitest';
import { FERPLUS_CLASSES, type FerplusClass, ferplusLabel } from '../src/evaluate/ferplus.js';

const votes = (counts: Partial<Record<FerplusClass, number>>): number[] =>
  FERPLUS_CLASSES.map((name) => counts[name] ?? 0);

test('the answer with the most votes is the label, under the name that Poise uses', () => {
  expect(ferplusLabel(votes({ happiness: 9, surprise: 1 }))).toBe('happy');
  expect(ferplusLabel(votes({ anger: 5, neutral: 3, sadness: 2 }))).toBe('angry');
});

test('a single vote is dropped before the majority is taken', () => {
  expect(ferplusLabel(votes({ neutral: 1, sadness: 1, anger: 1, fear: 2 }))).toBe('fear');
  expect(ferplusLabel(votes({ neutral: 1, sadness: 1, anger: 1, fear: 1 }))).toBeNull();
});

test('two answers that share the first place give no label', () => {
  expect(ferplusLabel(votes({ neutral: 4, sadness: 4, anger: 2 }))).toBeNull();
});

test('contempt, unknown and not_face give no label when they win or tie', () => {
  expect(ferplusLabel(votes({ contempt: 6, neutral: 4 }))).toBeNull();
  expect(ferplusLabel(votes({ not_face: 10 }))).toBeNull();
  expect(ferplusLabel(votes({ unknown: 4, neutral: 4, happiness: 2 }))).toBeNull();
  expect(ferplusLabel(votes({ unknown: 3, neutral: 5, happiness: 2 }))).toBe('neutral');
});
