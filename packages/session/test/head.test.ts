import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeadTurns } from '../src/head-restlessness.js';
import { act, blink, type Doing } from './synthetic-person.js';

function presence(doing: (time: number) => Doing, fps = 10, seconds = 60, seed = 1) {
  const summary = act({ fps, seconds, seed }, doing).getSessionSummary();
  if (summary.presence === null) throw new Error('there is no presence');
  return summary.presence;
}

const FRAME_RATES = [8, 10, 15, 30, 60];

/** Down and up twice within a second, ten times a minute. */
const nodding = (degrees: number) => (time: number) => ({
  pitch: time % 6 < 1 ? -degrees * Math.sin(2 * Math.PI * (time % 6)) ** 2 : 0,
});
const shaking = (degrees: number) => (time: number) => ({
  yaw: time % 6 < 1 ? degrees * Math.sin(4 * Math.PI * (time % 6)) : 0,
});

test('ten nods a minute are counted as ten, at 8 and at 60 frames a second', () => {
  for (const fps of FRAME_RATES) {
    const { head_nods, head_shakes } = presence(nodding(9), fps);
    expect(head_nods.value).toBeCloseTo(10, 0);
    expect(head_nods.interval?.lower).toBeLessThan(10);
    expect(head_nods.interval?.upper).toBeGreaterThan(10);
    expect(head_shakes.value).toBe(0);
    expect(head_nods.evidence.every(({ shows }) => shows === 'nod')).toBe(true);
  }
});

test('ten shakes a minute are counted as ten, at 8 and at 60 frames a second', () => {
  for (const fps of FRAME_RATES) {
    const { head_nods, head_shakes } = presence(shaking(9), fps);
    expect(head_shakes.value).toBeCloseTo(10, 0);
    expect(head_nods.value).toBe(0);
  }
});

test('one turn to the side and back is no shake, and one nod is a nod', () => {
  for (const fps of FRAME_RATES) {
    const glance = (degrees: number) => (time: number) =>
      time % 6 < 0.8 ? degrees * Math.sin((Math.PI * (time % 6)) / 0.8) : 0;
    const aside = presence((time) => ({ yaw: glance(12)(time) }), fps);
    expect(aside.head_shakes.value).toBe(0);
    const down = presence((time) => ({ pitch: glance(-12)(time) }), fps);
    expect(down.head_nods.value).toBeCloseTo(10, 0);
  }
});

test('a still head, a slow sway, a look aside and a look down are neither', () => {
  const others: ((time: number) => Doing)[] = [
    () => ({}),
    (time) => ({ look: [12 * Math.sin(time), 8 * Math.sin(time * 0.7)] }),
    (time) => ({ look: time % 8 < 3 ? [25, 0] : [0, 0] }),
    (time) => ({ look: time % 8 < 3 ? [0, -30] : [0, 0], closed: blink((time % 4) - 1) }),
  ];
  for (const fps of [8, 10, 60])
    for (const doing of others)
      for (const seed of [1, 2, 3]) {
        const { head_nods, head_shakes } = presence(doing, fps, 60, seed);
        expect((head_nods.value ?? 9) + (head_shakes.value ?? 9)).toBeLessThanOrEqual(1.1);
      }
});

test('no nod is zero a minute with an open end, not zero for sure', () => {
  const { head_nods } = presence(() => ({}));
  expect(head_nods.value).toBe(0);
  expect(head_nods.interval).toEqual({ lower: 0, upper: expect.closeTo(3, 1) });
  expect(head_nods.evidence[0]?.shows).toBe('watched');
});

test('with too few frames a second nods fall between them, and there is no number', () => {
  const { head_nods, head_shakes } = presence(nodding(9), 5);
  for (const figure of [head_nods, head_shakes])
    expect(figure).toMatchObject({ value: null, interval: null, reason: 'frame_rate_too_low' });
});

test('a still head is not restless, a swaying one is, and a wider sway more', () => {
  const sway = (degrees: number, fps: number) =>
    presence((time) => ({ yaw: degrees * Math.sin(1.5 * time) }), fps).head_restlessness.value ??
    -1;
  for (const fps of FRAME_RATES) expect(sway(0, fps)).toBeLessThan(0.1);
  expect(sway(10, 10)).toBeGreaterThan(sway(4, 10) + 2);
  for (const fps of FRAME_RATES)
    expect(Math.abs(sway(10, fps) - sway(10, 60)) / sway(10, 60)).toBeLessThan(0.05);
});

test('turning faster or further never counts as less, and a turn has a fastest', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 400, noNaN: true }),
      fc.double({ min: 0, max: 400, noNaN: true }),
      fc.double({ min: 0.1, max: 1.5, noNaN: true }),
      (a, b, seconds) => {
        const turned = (yaw: number) => {
          const turns = new HeadTurns();
          turns.add({ time: 0, pose: { yaw: 0, pitch: 0, roll: 0 } });
          return turns.add({ time: seconds, pose: { yaw, pitch: 0, roll: 0 } })?.degrees ?? -1;
        };
        expect(turned(Math.max(a, b))).toBeGreaterThanOrEqual(turned(Math.min(a, b)));
        expect(turned(a)).toBeGreaterThanOrEqual(0);
        expect(turned(a)).toBeLessThanOrEqual(90 * seconds + 1e-9);
      },
    ),
  );
});
