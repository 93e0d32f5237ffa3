import type { FrameDetails } from '@poise/session';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { LINE_RATE, LINE_SECONDS, LiveLine } from '../src/practice/live-line.js';
import { LookReader } from '../src/practice/look-reader.js';
import { strongerReason } from '../src/practice/pause.js';
import { QuestionWalk } from '../src/practice/question-walk.js';
import { RateMeter } from '../src/practice/rate-meter.js';
import { SessionClock } from '../src/practice/session-clock.js';
import { WarmUp } from '../src/practice/warm-up.js';
import { DETAILS, faceOf } from './readings.js';

describe('the clock of a session', () => {
  test('stands before its start and in pauses, and goes on where it stood', () => {
    let now = 50;
    const clock = new SessionClock(() => now);
    now = 60;
    expect(clock.seconds).toBe(0);
    clock.start();
    now = 63;
    expect(clock.seconds).toBe(3);
    clock.pause();
    now = 80;
    expect(clock.seconds).toBe(3);
    clock.start();
    now = 81;
    expect(clock.seconds).toBe(4);
  });

  test('never goes backwards, whatever the outer clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ step: fc.integer({ min: -3, max: 5 }), toggle: fc.boolean() }), {
          maxLength: 50,
        }),
        (steps) => {
          let now = 10;
          const clock = new SessionClock(() => now);
          let latest = 0;
          for (const { step, toggle } of steps) {
            now += step;
            if (toggle && clock.running) clock.pause();
            else if (toggle) clock.start();
            expect(clock.seconds).toBeGreaterThanOrEqual(latest);
            latest = clock.seconds;
          }
        },
      ),
    );
  });

  test('has no second for a frame that was captured in a pause or at its end', () => {
    let now = 0;
    const clock = new SessionClock(() => now);
    expect(clock.at(0)).toBeNull();
    clock.start();
    now = 2;
    clock.pause();
    expect(clock.at(1.9)).toBeNull();
    now = 5;
    clock.start();
    expect(clock.at(4)).toBeNull();
    expect(clock.at(5)).toBeNull();
    now = 6;
    expect(clock.at(5.5)).toBe(2.5);
  });
});

describe('the line of the last minute', () => {
  test('holds the mean of each half second, and null where no face was seen', () => {
    const line = new LiveLine();
    line.add(0, 0.4);
    line.add(0.4, 0.6);
    line.add(0.6, null);
    line.add(1.1, 0.8);
    expect(line.values).toEqual([0.5, null]);
    line.add(2.6, 0.8);
    expect(line.values).toEqual([0.5, null, 0.8, null, null]);
  });

  test('keeps the same list until a half second is over, and never more than a minute', () => {
    const line = new LiveLine();
    line.add(0.1, 0.5);
    const before = line.values;
    line.add(0.2, 0.5);
    expect(line.values).toBe(before);
    for (let i = 0; i <= 1000; i += 1) line.add(i / 2, i / 1000);
    expect(line.values).toHaveLength(LINE_RATE * LINE_SECONDS);
    expect(line.values.at(-1)).toBe(0.999);
    line.add(10_000, 0.5);
    expect(line.values).toHaveLength(LINE_RATE * LINE_SECONDS);
    expect(line.values.every((value) => value === null)).toBe(true);
  });
});

test('the rate is that of the last two seconds, and falls to 0 when nothing comes', () => {
  const meter = new RateMeter();
  expect(meter.rate(0)).toBe(0);
  for (let i = 0; i <= 300; i += 1) meter.add(10 + i / 30);
  expect(meter.rate(20)).toBeCloseTo(30, 5);
  expect(meter.rate(30)).toBe(0);
});

describe('a look', () => {
  test('is read for its seconds of face; time without one does not count', () => {
    const reader = new LookReader(5);
    let time = 0;
    for (; time < 2; time += 0.1) reader.add(time, faceOf({ sad: 0.4 }));
    expect(reader.secondsLeft).toBeCloseTo(3.1, 5);
    for (; time < 30; time += 0.1) reader.add(time, null);
    expect(reader.secondsLeft).toBeCloseTo(3.1, 5);
    for (; reader.secondsLeft > 0; time += 0.1) reader.add(time, faceOf({ sad: 0.2 }));
    expect(reader.result.seconds).toBe(5);
    expect(reader.result.readings).toHaveLength(10);
    expect(reader.result.readings[0]?.sad).toBeCloseTo(0.4, 6);
    expect(reader.result.readings.at(-1)?.sad).toBeCloseTo(0.2, 6);
  });

  test('has at least one reading however few frames come', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 3, noNaN: true }), (step) => {
        const reader = new LookReader(5);
        for (let i = 0; reader.secondsLeft > 0; i += 1) reader.add(i * step, faceOf());
        expect(reader.result.readings.length).toBeGreaterThanOrEqual(1);
        expect(reader.result.readings.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  test('keeps the details of about ten frames a second, at any rate', () => {
    for (const rate of [10, 30, 60]) {
      const reader = new LookReader(5);
      for (let i = 0; reader.secondsLeft > 0; i += 1) reader.add(i / rate, faceOf());
      expect(reader.result.details.length, `${rate} frames a second`).toBeGreaterThanOrEqual(49);
      expect(reader.result.details.length, `${rate} frames a second`).toBeLessThanOrEqual(51);
    }
  });
});

describe('the warm-up', () => {
  function walk(warmUp: WarmUp, from: number, to: number): { time: number; stage: string }[] {
    const stages = [{ time: from, stage: warmUp.stage as string }];
    for (let i = 0; i <= (to - from) * 30; i += 1) {
      const time = from + i / 30;
      now = time;
      warmUp.add(time, faceOf());
      if (warmUp.stage !== stages.at(-1)?.stage) stages.push({ time, stage: warmUp.stage });
    }
    return stages;
  }
  let now = 0;

  test('reads the face on the camera, then on the question, then counts down', () => {
    const warmUp = new WarmUp(true, () => now);
    warmUp.start();
    const stages = walk(warmUp, 0, 12);
    expect(stages.map(({ stage }) => stage)).toEqual([
      'baseline',
      'question-look',
      'countdown',
      'over',
    ]);
    expect(stages[1]?.time).toBeCloseTo(5, 0);
    expect(stages[2]?.time).toBeCloseTo(8, 0);
    expect(stages[3]?.time).toBeCloseTo(11, 0);
    expect(warmUp.baseline?.readings).toHaveLength(10);
    expect(warmUp.questionLook?.details.length).toBeGreaterThan(25);
    expect(warmUp.told).toEqual({ name: 'question-look', outcome: 'read' });
  });

  /** What is told after a face like this was read into the camera, or not, for 16 seconds. */
  function told(details: Partial<FrameDetails>): WarmUp {
    now = 0;
    const warmUp = new WarmUp(true, () => now);
    for (; now < 16 && warmUp.stage === 'baseline'; now += 1 / 15) {
      warmUp.add(now, { ...faceOf(), details: { ...DETAILS, ...details } });
      warmUp.check();
    }
    return warmUp;
  }

  test('tells what is worst about a face that cannot be read, and keeps nothing of it', () => {
    const aspects = {
      size: 1,
      sharpness: 0.9,
      exposure: 0.1,
      contrast: 0.6,
      pose: 1,
      occlusion: 1,
    };
    const warmUp = told({ quality: { value: 0.1, aspects } });
    expect(warmUp.stage).toBe('look-outcome');
    expect(warmUp.told).toEqual({ name: 'baseline', outcome: 'exposure' });
    expect(warmUp.baseline).toBeNull();
  });

  test('tells that the eyes were not seen, or looked aside, and keeps the resting face', () => {
    const aside = { yaw: 30, pitch: -4, roll: 1 };
    for (const [details, outcome] of [
      [{ eyes: null }, 'eyes'],
      [{ pose: aside }, 'turned_away'],
    ] as const) {
      const warmUp = told(details);
      expect(warmUp.stage).toBe('look-outcome');
      expect(warmUp.told).toEqual({ name: 'baseline', outcome });
      warmUp.skip();
      expect(warmUp.stage).toBe('countdown');
      expect(warmUp.baseline?.readings).toHaveLength(10);
      expect(warmUp.questionLook).toBeNull();
    }
  });

  test('tells that the pictures came too slowly where the face was well to be seen', () => {
    now = 0;
    const warmUp = new WarmUp(true, () => now);
    for (; now < 16; now += 3) {
      warmUp.add(now, faceOf());
      warmUp.check();
    }
    expect(warmUp.told).toEqual({ name: 'baseline', outcome: 'too_few' });
  });

  test('tells that the questions stand far from the camera, and reads that look anew when asked', () => {
    const warmUp = told({});
    const look = (pitch: number) => {
      const pose = { yaw: 2, pitch, roll: 1 };
      for (const end = now + 4; now < end; now += 1 / 15)
        warmUp.add(now, { ...faceOf(), details: { ...DETAILS, pose } });
    };
    look(-40);
    expect(warmUp.stage).toBe('look-outcome');
    expect(warmUp.told).toEqual({ name: 'question-look', outcome: 'too_far' });
    warmUp.retry();
    expect(warmUp).toMatchObject({ stage: 'question-look', secondsLeft: 3, told: null });
    look(-8);
    expect(warmUp.stage).toBe('countdown');
    expect(warmUp.told).toEqual({ name: 'question-look', outcome: 'read' });
  });

  test('keeps the resting face when only the look at the question is skipped', () => {
    const warmUp = new WarmUp(true, () => now);
    walk(warmUp, 20, 26);
    expect(warmUp.stage).toBe('question-look');
    warmUp.skip();
    expect(warmUp.stage).toBe('countdown');
    expect(warmUp.baseline).not.toBeNull();
    expect(warmUp.questionLook).toBeNull();
  });
});

describe('the walk through the questions', () => {
  test('ends a question at the very second at which its time is over, however late that is seen', () => {
    const walk = new QuestionWalk(['a', 'b', 'c'], 10);
    walk.next(0);
    expect(walk.advance(9.9)).toBe(true);
    expect(walk.secondsLeft(9.5)).toBeCloseTo(0.5, 6);
    expect(walk.advance(23)).toBe(true);
    expect(walk.current).toMatchObject({ index: 2, prompt: 'c', start: 20, end: null });
    expect(walk.advance(31)).toBe(false);
    expect(walk.asked).toEqual([
      { prompt: 'a', start: 0, end: 10 },
      { prompt: 'b', start: 10, end: 20 },
      { prompt: 'c', start: 20, end: 30 },
    ]);
  });

  test('goes on by hand alone where there is no limit', () => {
    const walk = new QuestionWalk(['a', 'b'], null);
    walk.next(0);
    expect(walk.advance(5000)).toBe(true);
    expect(walk.secondsLeft(5000)).toBeNull();
    expect(walk.next(12)).toBe(true);
    expect(walk.next(20)).toBe(false);
    expect(walk.asked).toEqual([
      { prompt: 'a', start: 0, end: 12 },
      { prompt: 'b', start: 12, end: 20 },
    ]);
  });
});

test('a paused session shows the reason that says more', () => {
  expect(strongerReason(null, 'hidden')).toBe('hidden');
  expect(strongerReason('hidden', 'person')).toBe('person');
  expect(strongerReason('person', 'hidden')).toBe('person');
  expect(strongerReason('person', 'camera')).toBe('camera');
});
