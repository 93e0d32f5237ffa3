import { mulberry32 } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FaceWindows, WINDOW_SECONDS } from '../src/face-windows.js';
import { InterviewEmotionAnalyzer } from '../src/index.js';
import { face } from './helpers.js';
import { act, type Doing, detailsOf, PERSON, QUESTION, readingsOf } from './synthetic-person.js';

const CAMERA: readonly [number, number] = [0, 0];
const SIDE: readonly [number, number] = [16, -4];
const NOTES: readonly [number, number] = [0, -28];

function facing(doing: (time: number) => Doing, script: Partial<Parameters<typeof act>[0]> = {}) {
  const presence = act({ fps: 10, seconds: 60, ...script }, doing).getSessionSummary().presence;
  if (presence === null) throw new Error('there is no presence');
  return presence.camera_facing;
}

/** Looks elsewhere for the first seconds of every ten. */
const glances = (elsewhere: readonly [number, number], seconds: number) => (time: number) => ({
  look: time % 10 < seconds ? elsewhere : CAMERA,
});

test('a look at the camera, just below it and at a question close to it faces the camera', () => {
  for (const look of [CAMERA, [0, -5], QUESTION, [3, -7]] as const)
    expect(facing(() => ({ look })).value).toBe(1);
});

test('a look at the side of the screen, at notes, and above the camera is away', () => {
  for (const look of [SIDE, [-16, -4], NOTES, [0, 14]] as const)
    expect(facing(() => ({ look })).value).toBe(0);
});

test('the share is that of the time, at 8 and at 60 frames a second', () => {
  for (const elsewhere of [SIDE, NOTES]) {
    for (const fps of [8, 10, 24, 60]) {
      const { value, interval, states } = facing(glances(elsewhere, 4), { fps });
      expect(Math.abs((value ?? 0) - 0.6)).toBeLessThan(0.03);
      expect(interval?.lower).toBeLessThan(0.6);
      expect(interval?.upper).toBeGreaterThan(0.6);
      expect(states.away).toBeGreaterThan(22);
      expect(states.unsure).toBe(0);
    }
  }
});

test('more looking away never gives a higher share, and the share stays within 0–1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 500 }), (away, seed) => {
      const less = facing(glances(SIDE, away), { seed, seconds: 30 }).value ?? -1;
      const more = facing(glances(SIDE, away + 1), { seed, seconds: 30 }).value ?? 2;
      expect(more).toBeLessThanOrEqual(less);
      expect(more).toBeGreaterThanOrEqual(0);
      expect(less).toBeLessThanOrEqual(1);
    }),
    { numRuns: 15, seed: 5 },
  );
});

test('what a tool reads of a person in general does not matter, only their own look', () => {
  const other = { ...PERSON, pose: [-12, 10] as const, iris: [-0.05, -0.04] as const };
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.setCalibration({ camera: readingsOf({ look: CAMERA }, 3, 20, other) });
  for (let i = 0; i < 300; i += 1) {
    const look = i < 150 ? CAMERA : SIDE;
    const [reading] = readingsOf({ look }, i, 1, other);
    analyzer.addEmotionData(
      { angry: 0, disgust: 0, fear: 0, happy: 0, sad: 0, surprise: 0, neutral: 1 },
      null,
      i / 10,
      reading,
    );
  }
  expect(analyzer.getSessionSummary().presence?.camera_facing.value).toBeCloseTo(0.5, 1);
});

test('one frame that looks away decides nothing', () => {
  expect(facing((time) => ({ look: Math.round(time * 10) % 20 === 7 ? SIDE : CAMERA })).value).toBe(
    1,
  );
});

test('frames that are further apart than two in half a second decide nothing', () => {
  const summary = act({ fps: 2, seconds: 60 }, () => ({})).getSessionSummary().presence;
  for (const key of ['camera_facing', 'face_visible', 'face_centred', 'head_restlessness'] as const)
    expect(summary?.[key]).toMatchObject({ value: null, reason: 'frame_rate_too_low' });
});

test('nor do two frames a second of which now and then two come close together', () => {
  const presenceAt = (fps: number, seed: number) => {
    const random = mulberry32(seed);
    const analyzer = new InterviewEmotionAnalyzer({ startedAt: new Date(0) });
    analyzer.setCalibration({ camera: readingsOf({ look: CAMERA }, seed) });
    for (const [i, details] of readingsOf({ look: CAMERA }, seed, 120 * fps).entries())
      analyzer.addEmotionData(face(), [600, 250, 80, 80], (i + 0.8 * random()) / fps, details);
    return analyzer.getSessionSummary().presence;
  };
  for (let seed = 1; seed <= 20; seed += 1)
    for (const key of [
      'camera_facing',
      'face_visible',
      'face_centred',
      'head_restlessness',
    ] as const)
      expect(presenceAt(2, seed)?.[key].value, `${key}, seed ${seed}`).toBeNull();
  expect(presenceAt(4, 1)?.camera_facing.value).toBe(1);
  expect(presenceAt(4, 1)?.face_visible.value).toBe(1);
});

test('a look at the border does not flicker between facing and away', () => {
  const windows = new FaceWindows();
  const border = { left: -8, right: 8, top: 8, bottom: -11, question: false };
  windows.region = { ...border, source: 'camera_look' };
  const states: (string | null)[] = [];
  const noiseless = { pose: [0, 0], iris: [0, 0], openness: 0.3, mouth: [1, 0] } as const;
  const feed = (x: number, from: number) => {
    for (let i = 0; i < 20; i += 1) {
      // Half a degree to and fro around the border, from one window to the next.
      const look = [x + (Math.floor(i / 5) % 2 === 0 ? 0.5 : -0.5), 0] as const;
      const details = detailsOf({ look }, () => 0, noiseless);
      const ended = windows.add(from + i / 10, { box: null, details }, null, 0.1);
      if (ended !== null) states.push(ended.facing);
    }
  };
  feed(0, 0);
  // The synthetic eye turns further than the average one that the reading assumes.
  feed(8, 2);
  feed(30, 4);
  feed(9.3, 6);
  const changes = states.filter((state, i) => i > 0 && state !== states[i - 1]);
  expect(changes.length).toBeLessThanOrEqual(2);
  expect(states[0]).toBe('facing');
  expect(states).toContain('away');
  expect(WINDOW_SECONDS).toBeGreaterThanOrEqual(0.5);
});

test('where the eyes cannot be read, or the picture is too poor, it is unsure and no guess', () => {
  const hidden = facing(() => ({ eyesHidden: true }));
  expect(hidden).toMatchObject({ value: null, reason: 'mostly_unsure' });
  expect(hidden.states.unsure).toBeGreaterThan(55);
  const dark = facing((time) => ({ look: CAMERA, quality: time % 10 < 3 ? 0.1 : 0.9 }));
  expect(dark.value).toBe(1);
  expect(dark.states.unsure).toBeCloseTo(18, 0);
});

test('without a calibration the resting face tells, and without that nothing does', () => {
  const rested = facing(glances(SIDE, 4), { calibrated: false });
  expect(rested.value).toBeCloseTo(0.6, 1);
  const unknown = facing(() => ({}), { calibrated: false, rested: false });
  expect(unknown).toMatchObject({ value: null, interval: null, reason: 'not_calibrated' });
});

test('a resting face seen from far below faces the camera, and one that reads beside it does not tell', () => {
  const restingAt = (look: readonly [number, number]) => {
    const analyzer = new InterviewEmotionAnalyzer();
    const now = { look };
    analyzer.setBaseline([face()], 5, { details: readingsOf(now, 4, 50) });
    for (const [i, details] of readingsOf(now, 5, 600).entries())
      analyzer.addEmotionData(face(), null, i / 10, details);
    return analyzer.getSessionSummary().presence?.camera_facing;
  };
  expect(restingAt([0, 22])?.value).toBeGreaterThan(0.95);
  expect(restingAt([-30, 0])).toMatchObject({ value: null, reason: 'not_calibrated' });
  expect(restingAt([0, -35])).toMatchObject({ value: null, reason: 'not_calibrated' });
});

test('a calibration says what it could use', () => {
  const outcome = (camera: Doing, question?: Doing) =>
    new InterviewEmotionAnalyzer().setCalibration({
      camera: readingsOf(camera, 1),
      ...(question === undefined ? {} : { question: readingsOf(question, 2) }),
    });
  const look = CAMERA;
  expect(outcome({ look })).toEqual({ camera: 'used', question: 'not_given' });
  expect(outcome({ look }, { look: QUESTION })).toEqual({ camera: 'used', question: 'used' });
  expect(outcome({ look }, { look: NOTES })).toEqual({ camera: 'used', question: 'too_far' });
  expect(outcome({ eyesHidden: true })).toEqual({ camera: 'unreadable', question: 'not_given' });
  expect(outcome({ look: [30, 0] }, { look })).toEqual({
    camera: 'turned_away',
    question: 'unreadable',
  });
  expect(outcome({ look, quality: 0.1 }, { look })).toEqual({
    camera: 'unreadable',
    question: 'unreadable',
  });
});

test('a question far below the camera does not make reading it count as facing', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.setCalibration({
    camera: readingsOf({ look: CAMERA }, 1),
    question: readingsOf({ look: NOTES }, 2),
  });
  let state: string | null = null;
  for (const [i, details] of readingsOf({ look: NOTES }, 3, 40).entries())
    state = analyzer.addEmotionData(
      { angry: 0, disgust: 0, fear: 0, happy: 0, sad: 0, surprise: 0, neutral: 1 },
      null,
      i / 10,
      details,
    ).facing;
  expect(state).toBe('away');
});
