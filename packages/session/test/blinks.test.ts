import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EyeClosures, isBlink } from '../src/blinks.js';
import { act, blink, type Doing, type Script } from './synthetic-person.js';

function eyes(doing: (time: number) => Doing, script: Partial<Script> = {}) {
  const summary = act({ fps: 30, seconds: 60, ...script }, doing).getSessionSummary();
  if (summary.eyes === null) throw new Error('there are no eyes');
  return summary.eyes;
}

const blinking = (time: number) => ({ closed: blink((time % 4) - 1.03) });

test('fifteen blinks a minute are counted, at 15 and at 60 frames a second', () => {
  for (const fps of [15, 24, 30, 60]) {
    for (const rested of [true, false]) {
      const { blinks, open_eye } = eyes(blinking, { fps, rested });
      expect(Math.abs((blinks.per_minute ?? 0) - 15)).toBeLessThan(1);
      expect(blinks.interval?.lower).toBeLessThan(15.1);
      expect(blinks.interval?.upper).toBeGreaterThan(14.9);
      expect(open_eye?.openness).toBeCloseTo(0.24, 1);
      expect(open_eye?.source).toBe(rested ? 'resting_face' : 'session');
    }
  }
});

test('under 15 frames a second blinks are not counted, and the reason says so', () => {
  for (const fps of [8, 10, 12])
    expect(eyes(blinking, { fps }).blinks).toMatchObject({
      per_minute: null,
      interval: null,
      reason: 'frame_rate_too_low',
    });
});

test('fifteen of 24 or of 25 frames a second are enough, although they do not come evenly', () => {
  for (const rate of [24, 25]) {
    const picked = (place: number) => Math.ceil((place * rate) / 15) / rate;
    const { blinks } = eyes(blinking, { fps: 15, timeOf: picked });
    expect(Math.abs((blinks.per_minute ?? 0) - 15)).toBeLessThan(2);
  }
});

test('narrowed eyes that are the person’s own are no blink', () => {
  expect(eyes(() => ({ closed: 0.35 })).blinks.count).toBe(0);
  expect(eyes(() => ({})).blinks).toMatchObject({ count: 0, per_minute: 0, reason: null });
});

test('eyes that stay closed are a closure and no blink', () => {
  const { blinks, closures } = eyes((time) => ({ closed: time % 20 > 5 && time % 20 < 7 ? 1 : 0 }));
  expect(blinks.count).toBe(0);
  expect(closures.count).toBe(3);
  expect(closures.longest).toHaveLength(3);
  for (const { start, end } of closures.longest) expect(end - start).toBeCloseTo(2, 0);
});

test('eyes that cannot be read give no number', () => {
  const { blinks, open_eye } = eyes(() => ({ eyesHidden: true }), { rested: false });
  expect(blinks).toMatchObject({ count: 0, per_minute: null, reason: 'too_little_time' });
  expect(open_eye).toBeNull();
});

test('the length of a closure hardly depends on the frame rate', () => {
  const length = (fps: number, offset: number) => {
    const closures = new EyeClosures(0.3);
    for (let i = 0; i < 2 * fps; i += 1) {
      const time = i / fps;
      const { closure } = closures.add(0.3 * (1 - blink(time - offset)), time, 1 / fps);
      if (closure !== null) return closure.end - closure.start;
    }
    return 0;
  };
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 1.2, noNaN: true }), (offset) => {
      for (const fps of [20, 30, 60])
        expect(Math.abs(length(fps, offset) - length(240, offset))).toBeLessThan(0.025);
    }),
  );
});

test('a gap in the readings ends nothing and begins nothing', () => {
  const closures = new EyeClosures(0.3);
  const open = (time: number) => closures.add(0.3, time, 1 / 30);
  const closed = (time: number) => closures.add(0.02, time, 1 / 30);
  open(0);
  closed(0.03);
  expect(open(5).closure).toBeNull();
  closed(5.03);
  closures.interrupt();
  expect(open(5.2).closure).toBeNull();
  expect(isBlink({ start: 1, end: 1.3 })).toBe(true);
  expect(isBlink({ start: 1, end: 1.6 })).toBe(false);
});
