import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SamplingGrid } from '../src/sampling-grid.js';

/** The times that a grid takes out of a video of an even rate. */
function taken(rate: number, seconds: number, fps: number, start = 0): number[] {
  const grid = new SamplingGrid(start, fps);
  return Array.from({ length: rate * seconds }, (_, i) => i / rate).filter((t) => grid.take(t));
}

describe('sampling', () => {
  test('takes ten a second of any video that has more', () => {
    for (const rate of [12, 15, 24, 25, 29.97, 30, 60]) {
      expect(Math.abs(taken(rate, 20, 10).length - 200), `${rate}`).toBeLessThanOrEqual(1);
    }
  });

  test('takes every frame once when the video has fewer', () => {
    expect(taken(8, 5, 10)).toHaveLength(40);
    expect(taken(25, 4, 1000)).toHaveLength(100);
  });

  test('keeps all frames of a video of the same rate whose times are rounded to milliseconds', () => {
    const grid = new SamplingGrid(0, 30);
    const times = Array.from({ length: 300 }, (_, i) => Math.round((i / 30) * 1000) / 1000);
    expect(times.filter((t) => grid.take(t))).toHaveLength(300);
  });

  test('takes nothing before the start', () => {
    expect(taken(30, 3, 10, 1.05)[0]).toBeGreaterThanOrEqual(1.05);
  });

  test('never takes more than the rate allows, and says when it will take the next', () => {
    const times = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 300 });
    const rate = fc.double({ min: 0.05, max: 100, noNaN: true });
    fc.assert(
      fc.property(times, rate, (unsorted, fps) => {
        const grid = new SamplingGrid(0, fps);
        let next = 0;
        let count = 0;
        for (const time of unsorted.sort((a, b) => a - b)) {
          const take = grid.take(time);
          if (time < next - 1e-9) expect(take).toBe(false);
          if (take) {
            count += 1;
            next = grid.nextTimeAfter(time);
            expect(next).toBeGreaterThan(time);
          }
        }
        expect(count).toBeLessThanOrEqual(30 * fps + 2);
      }),
    );
  });
});
