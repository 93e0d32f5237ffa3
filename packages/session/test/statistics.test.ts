import { EMOTIONS } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundShares } from '../src/rounding.js';
import { RunningStatistics } from '../src/running-statistics.js';
import { anyScores } from './helpers.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('running statistics are those of the whole list', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 200 }), (scores) => {
      const running = new RunningStatistics();
      for (const score of scores) running.add(score);
      const result = running.result();
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
      const sorted = [...scores].sort((a, b) => a - b);
      expect(result?.mean).toBeCloseTo(mean, 9);
      expect(result?.standardDeviation).toBeCloseTo(Math.sqrt(variance), 9);
      expect(result?.minimum).toBe(sorted[0]);
      expect(result?.maximum).toBe(sorted.at(-1));
      const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? -1;
      expect(Math.abs((result?.median ?? 2) - median)).toBeLessThanOrEqual(0.0005 + 1e-12);
    }),
  );
});

test('rounded shares sum to the whole and are off by less than one unit each', () => {
  fc.assert(
    fc.property(anyScores, fc.constantFrom(2, 4), (scores, decimals) => {
      const rounded = roundShares(scores, 100, decimals);
      const units = EMOTIONS.map((emotion) => Math.round(rounded[emotion] * 10 ** decimals));
      expect(units.reduce((a, b) => a + b, 0)).toBe(100 * 10 ** decimals);
      for (const emotion of EMOTIONS)
        expect(Math.abs(rounded[emotion] - scores[emotion] * 100)).toBeLessThan(10 ** -decimals);
    }),
  );
});
