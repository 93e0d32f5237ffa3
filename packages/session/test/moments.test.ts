import { mulberry32 } from '@poise/core';
import { expect, test } from 'vitest';
import { face, session } from './helpers.js';

function tensionMoments(analyzer: ReturnType<typeof session>) {
  const { moments, stress_spikes_count } = analyzer.getSessionSummary();
  const tension = moments.filter(({ kind }) => kind === 'tension');
  expect(stress_spikes_count).toBe(tension.length);
  return tension;
}

test.each([8, 24, 60])(
  'a rise of fear that lasts is one tension moment at %i frames a second',
  (fps) => {
    const rise = (time: number) => face({ fear: time >= 20 && time < 25 ? 0.7 : 0.02 });
    const [moment, ...others] = tensionMoments(session(fps, 60, rise));
    expect(others).toEqual([]);
    expect(moment?.start).toBeGreaterThan(20);
    expect(moment?.start).toBeLessThan(20.5);
    expect(moment?.end).toBeGreaterThan(25);
    expect(moment?.end).toBeLessThan(26.5);
    expect(moment?.peak).toBeCloseTo(0.7, 1);
    expect(Math.abs((moment?.peak_time ?? 0) - 25)).toBeLessThan(0.3);
  },
);

test.each([0.3, 0.45, 0.6])(
  'a resting face that reads %d sad all the time has no tension moment',
  (sad) => {
    expect(tensionMoments(session(10, 120, () => face({ sad })))).toEqual([]);
  },
);

test.each([1, 2, 3, 4, 5])(
  'nor has one whose reading wanders between 30 and 60 %% sad (seed %i)',
  (seed) => {
    const random = mulberry32(seed);
    let sad = 0.45;
    const wander = () => {
      sad = Math.min(0.6, Math.max(0.3, sad + (random() - 0.5) * 0.08));
      return face({ sad });
    };
    expect(tensionMoments(session(10, 300, wander))).toEqual([]);
  },
);

test.each([2, 5, 10, 30, 90])(
  'nor one that swings between 30 and 60 %% sad every %i seconds',
  (period) => {
    const swing = (time: number) =>
      face({ sad: 0.45 - 0.15 * Math.cos((2 * Math.PI * time) / period) });
    expect(tensionMoments(session(10, 300, swing))).toEqual([]);
  },
);

test('a flash of less than a second is no moment', () => {
  const flash = (time: number) => face({ fear: time >= 20 && time < 20.3 ? 0.9 : 0 });
  expect(tensionMoments(session(30, 60, flash))).toEqual([]);
});

test('noise around the threshold does not cut a moment into many', () => {
  const random = mulberry32(11);
  const noisy = (time: number) => {
    const level = time >= 30 && time < 36 ? 0.35 : 0.05;
    return face({ fear: level + (random() - 0.5) * 0.1 });
  };
  expect(tensionMoments(session(30, 60, noisy))).toHaveLength(1);
});

test('two rises far apart are two moments and two close together begin only once', () => {
  const at =
    (...starts: number[]) =>
    (time: number) =>
      face({ angry: starts.some((start) => time >= start && time < start + 3) ? 0.9 : 0 });
  expect(tensionMoments(session(10, 60, at(20, 40)))).toHaveLength(2);
  // The second rise, over within the refractory time of the first, is not counted again.
  expect(tensionMoments(session(10, 60, at(20, 24)))).toHaveLength(1);
});

test('a lasting change of the face becomes the new level', () => {
  const summary = session(10, 300, (time) =>
    face({ sad: time < 60 ? 0 : 0.6 }),
  ).getSessionSummary();
  expect(summary.stress_spikes_count).toBe(1);
  expect(summary.moments[0]?.end).toBeLessThan(120);
});

test('a moment ends where the face was lost', () => {
  const lost = (time: number) =>
    time >= 25 && time < 40 ? null : face({ fear: time < 20 ? 0 : 0.8 });
  const [moment] = tensionMoments(session(10, 30, lost));
  expect(moment?.end).toBeCloseTo(24.9, 3);
});

test('smiles have an onset and an offset and are in the order of time with the rest', () => {
  const expression = (time: number) => {
    if (time >= 10 && time < 14) return face({ happy: 0.9 });
    if (time >= 20 && time < 23) return face({ fear: 0.8 });
    if (time >= 30 && time < 32) return face({ happy: 0.8 });
    return face({ happy: 0.05 });
  };
  const { moments } = session(15, 45, expression).getSessionSummary();
  expect(moments.map(({ kind }) => kind)).toEqual(['smile', 'tension', 'smile']);
  expect(moments[0]?.start).toBeGreaterThan(10);
  expect(moments[0]?.end).toBeLessThan(15.5);
  for (const { start, end, peak_time } of moments) {
    expect(peak_time).toBeGreaterThanOrEqual(start);
    expect(peak_time).toBeLessThanOrEqual(end);
  }
});
