import { dominantEmotion, type EmotionScores, mulberry32 } from '@poise/core';
import { expect, test } from 'vitest';
import {
  applyBaseline,
  baselineShift,
  findCalmestStretch,
  type Reading,
  ReadingLog,
} from '../src/index.js';
import { face } from './helpers.js';
import { type Doing, detailsOf, normal } from './synthetic-person.js';

const SAD_AT_REST = face({ sad: 0.6, angry: 0.05 });

/** A session that is read at ten frames a second; `resting` is what the person reads as at rest. */
function readings(
  seconds: number,
  doing: (time: number) => Doing & { emotions?: EmotionScores },
  { details = true, resting = SAD_AT_REST } = {},
): ReadingLog {
  const random = mulberry32(4);
  const noise = normal(random);
  const log = new ReadingLog();
  for (let i = 0; i < seconds * 10; i += 1) {
    const time = i / 10;
    const { emotions, ...now } = doing(time);
    const smile = now.smile ?? 0;
    const wavering = face({ sad: resting.sad * (0.8 + 0.4 * random()), angry: resting.angry });
    const shown = emotions ?? (smile > 0.5 ? face({ happy: 0.9 }) : wavering);
    log.push(
      now.absent
        ? { time, face: null }
        : {
            time,
            face: {
              emotions: shown,
              box: [0, 0, 100, 100],
              details: details ? detailsOf(now, noise) : null,
            },
          },
    );
  }
  return log;
}

const talking = (time: number): Doing => ({
  speak: (1 + Math.sin(time * 23)) / 2,
  look: [8 * Math.sin(time * 1.3), 5 * Math.sin(time)],
});

test('rest between talking is found, and its readings are those of the stretch', () => {
  const calm = findCalmestStretch(
    readings(60, (time) => (time >= 20 && time < 28 ? {} : talking(time))),
  );
  expect(calm?.start).toBeGreaterThanOrEqual(19.5);
  expect(calm?.end).toBeLessThanOrEqual(28.5);
  expect(calm?.seconds).toBeGreaterThanOrEqual(5);
  expect(calm?.emotions).toHaveLength((calm?.seconds ?? 0) * 10);
  expect(calm?.details).toHaveLength((calm?.seconds ?? 0) * 10);
});

test('it is between five and ten seconds, and of two alike the earlier one', () => {
  const calm = findCalmestStretch(
    readings(200, (time) =>
      (time >= 10 && time < 30) || (time >= 150 && time < 170) ? {} : talking(time),
    ),
  );
  expect(calm?.seconds).toBe(10);
  expect(calm?.start).toBeLessThan(30);
});

test('a smile, a poor picture, an absence and talking are no rest', () => {
  const never = (doing: (time: number) => Doing) => findCalmestStretch(readings(30, doing));
  expect(never(() => ({ smile: 1 }))).toBeNull();
  expect(never(() => ({ quality: 0.1 }))).toBeNull();
  expect(never((time) => ({ absent: time % 4 > 3 }))).toBeNull();
  expect(never(talking)).toBeNull();
  expect(findCalmestStretch([])).toBeNull();
  expect(findCalmestStretch(readings(4, () => ({})))).toBeNull();
});

test('without details the expression alone decides', () => {
  const swinging = (time: number) => ({
    emotions: time < 40 ? face({ happy: 0.5 + 0.5 * Math.sin(time * 2) }) : SAD_AT_REST,
  });
  const calm = findCalmestStretch(readings(60, swinging, { details: false }));
  expect(calm?.start).toBeGreaterThanOrEqual(39);
  expect(calm?.details).toEqual([]);
});

test('with the stretch as baseline a sad resting face is neutral and a smile stays a smile', () => {
  const log = readings(90, (time) =>
    time < 12 ? {} : time % 20 < 4 ? { smile: 1 } : talking(time),
  );
  const shift = baselineShift(findCalmestStretch(log)?.emotions ?? []);
  expect(dominantEmotion(applyBaseline(SAD_AT_REST, shift))).toBe('neutral');
  for (const happy of [0.5, 0.7, 0.9]) {
    const smile = face({ happy, sad: (1 - happy) / 2 });
    const shifted = applyBaseline(smile, shift);
    expect(dominantEmotion(shifted)).toBe('happy');
    expect(shifted.happy).toBeGreaterThanOrEqual(smile.happy);
  }
});

test('a face that reads neutral at rest is left as it is', () => {
  const log = readings(40, (time) => (time < 12 ? {} : talking(time)), {
    resting: face({ sad: 0.1 }),
  });
  const shift = baselineShift(findCalmestStretch(log)?.emotions ?? []);
  expect(applyBaseline(face({ fear: 0.4 }), shift)).toEqual(face({ fear: 0.4 }));
});

test('a log gives back what was put in', () => {
  const noise = normal(mulberry32(8));
  const whole: Reading[] = [
    { time: 0, face: null },
    {
      time: 0.1,
      face: { emotions: face({ sad: 0.3 }), box: [1, 2, 3, 4], details: detailsOf({}, noise) },
    },
    { time: 0.2, face: { emotions: face(), box: null, details: null } },
    {
      time: 0.3,
      face: {
        emotions: face(),
        box: null,
        details: {
          pose: null,
          eyes: { leftSide: null, rightSide: { openness: 0.2, irisX: 0, irisY: 0 } },
          mouth: null,
          quality: detailsOf({ quality: 0.2, worst: 'size' }, noise).quality,
        },
      },
    },
  ];
  const log = new ReadingLog();
  for (let i = 0; i < 400; i += 1) for (const reading of whole) log.push(reading);
  expect(log).toHaveLength(1600);
  const read = [...log];
  expect(read.slice(0, 4)).toEqual(whole);
  expect(read.slice(-4)).toEqual(whole);
});
