import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CameraJudge } from '../src/camera-check/camera-judge.js';
import {
  CAMERA_CHECKS,
  type CameraAdvice,
  type CameraChecklist,
} from '../src/camera-check/checks.js';
import { judgeCamera, NOTHING_KNOWN } from '../src/camera-check/judge-camera.js';
import { isBeyond, THRESHOLDS } from '../src/camera-check/thresholds.js';
import type { FrameReading } from '../src/engine/reading.js';
import { faceOf, reading } from './readings.js';

function window(changes: Partial<FrameReading> = {}, seconds = 0.7): FrameReading[] {
  return Array.from({ length: Math.round(seconds * 20) + 1 }, (_, i) => reading(i / 20, changes));
}

function withBox(box: readonly [number, number, number, number]): Partial<FrameReading> {
  return { face: { ...faceOf(), box } };
}

function advices(list: CameraChecklist): CameraAdvice[] {
  return list.flatMap(({ advice }) => (advice === null ? [] : [advice]));
}

function states(list: CameraChecklist): Record<string, string> {
  return Object.fromEntries(list.map(({ name, state }) => [name, state]));
}

describe('the camera check', () => {
  test('is content with a face in the middle in good light, and keeps its order', () => {
    const list = judgeCamera(window());
    expect(list.map(({ name }) => name)).toEqual(CAMERA_CHECKS);
    expect(list.every(({ state }) => state === 'ok')).toBe(true);
  });

  test.each<[CameraAdvice, Partial<FrameReading>]>([
    ['no_face', { face: null, light: { face: null, surroundings: 110, frame: 110 } }],
    ['too_far', withBox([290, 200, 60, 80])],
    ['too_close', withBox([160, 40, 300, 400])],
    ['off_left', withBox([460, 150, 120, 160])],
    ['off_right', withBox([60, 150, 120, 160])],
    ['too_high', withBox([260, 10, 120, 160])],
    ['too_low', withBox([260, 300, 120, 160])],
    ['too_dark', { light: { face: 25, surroundings: 30, frame: 29 } }],
    ['too_bright', { light: { face: 240, surroundings: 120, frame: 140 } }],
    ['against_light', { light: { face: 52, surroundings: 200, frame: 180 } }],
  ])('says %s where that is what is wrong, and nothing else', (advice, changes) => {
    expect(advices(judgeCamera(window(changes)))).toEqual([advice]);
  });

  test('names the side of the mirrored preview: a face at the right of the frame is on the left there', () => {
    expect(advices(judgeCamera(window(withBox([500, 150, 120, 160]))))).toEqual(['off_left']);
  });

  test('says that a small face is too small where it is lost between frames, not that there is none', () => {
    const judge = new CameraJudge();
    const seen = new Set<string>();
    for (let i = 0; i < 100; i += 1) {
      const small = i % 4 === 0 ? withBox([500, 200, 46, 62]) : { face: null };
      for (const advice of advices(judge.add(reading(i / 20, small)))) seen.add(advice);
    }
    expect(advices(judge.list)).toContain('too_far');
    expect(seen).not.toContain('no_face');
    expect(states(judge.list)['face_found']).toBe('unknown');
    for (let i = 100; i < 120; i += 1) judge.add(reading(i / 20, { face: null }));
    expect(advices(judge.list)).toEqual(['no_face']);
  });

  test('sends nobody to the middle beside others, and says so of nobody; only up and down', () => {
    const judge = new CameraJudge();
    const beside = withBox([500, 150, 120, 160]);
    for (const one of window(beside)) judge.add(one);
    expect(advices(judge.list)).toEqual(['off_left']);
    for (let i = 15; i < 30; i += 1) judge.add(reading(i / 20, beside), true);
    expect(advices(judge.list)).toEqual([]);
    expect(judge.list.map(({ name }) => name)).not.toContain('centred');
    for (let i = 30; i < 50; i += 1)
      judge.add(reading(i / 20, withBox([500, 310, 120, 160])), true);
    expect(advices(judge.list)).toEqual(['too_low']);
    for (let i = 50; i < 70; i += 1) judge.add(reading(i / 20));
    expect(states(judge.list)['centred']).toBe('ok');
  });

  test('says that it is too dark, where it is so dark that no face is found', () => {
    const dark = { face: null, light: { face: null, surroundings: 12, frame: 12 } };
    const list = judgeCamera(window(dark));
    expect(advices(list)).toEqual(['no_face', 'too_dark']);
    expect(states(list)).toMatchObject({ big_enough: 'unknown', not_against_light: 'unknown' });
  });

  test('does not call dark skin in good light dark, nor backlit before a white wall', () => {
    expect(
      advices(judgeCamera(window({ light: { face: 62, surroundings: 210, frame: 190 } }))),
    ).toEqual([]);
  });

  test('measures a face in a portrait picture by its width', () => {
    const portrait = { width: 480, height: 640 };
    expect(advices(judgeCamera(window({ ...portrait, ...withBox([180, 240, 120, 160]) })))).toEqual(
      [],
    );
  });

  test('says nothing before half a second was seen, and lets a single odd frame pass', () => {
    expect(judgeCamera([])).toBe(NOTHING_KNOWN);
    expect(judgeCamera([reading(0, { face: null })])).toBe(NOTHING_KNOWN);
    expect(judgeCamera(window({}, 0.4))).toBe(NOTHING_KNOWN);
    const readings = window();
    readings[7] = reading(0.35, { face: null });
    readings[9] = reading(0.45, withBox([0, 0, 600, 480]));
    expect(advices(judgeCamera(readings))).toEqual([]);
  });

  test('does not flicker when a value trembles on its threshold', () => {
    const judge = new CameraJudge();
    let changes = 0;
    let before = judge.list;
    for (let i = 0; i < 400; i += 1) {
      // Around 0.2 of the height, by a tenth of it.
      const height = 96 + (i % 40 < 20 ? 5 : -5);
      const list = judge.add(reading(i / 20, withBox([280, 190, 80, height])));
      if (list !== before) changes += 1;
      before = list;
    }
    // Once known, then once too far away, and it stays so.
    expect(changes).toBe(2);
    expect(advices(judge.list)).toEqual(['too_far']);
    for (let i = 400; i < 420; i += 1) judge.add(reading(i / 20, withBox([280, 190, 80, 125])));
    expect(advices(judge.list)).toEqual([]);
  });

  test('begins anew after a gap', () => {
    const judge = new CameraJudge();
    for (const one of window({ face: null })) judge.add(one);
    expect(advices(judge.list)).toEqual(['no_face']);
    expect(judge.add(reading(20))).toBe(NOTHING_KNOWN);
  });

  test('keeps what it has said while no reading comes for a moment', () => {
    const judge = new CameraJudge();
    for (const one of window({ face: null })) judge.add(one);
    const said = judge.list;
    expect(judge.add(reading(2, { face: null }))).toBe(said);
    expect(judge.add(reading(3.9, { face: null }))).toBe(said);
  });

  test('has room between giving an advice and taking it back, for every one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(THRESHOLDS)), (threshold) => {
        const middle = (threshold.give + threshold.keep) / 2;
        expect(threshold.give).not.toBe(threshold.keep);
        expect(isBeyond(threshold, middle, true)).toBe(true);
        expect(isBeyond(threshold, middle, false)).toBe(false);
      }),
    );
  });
});
