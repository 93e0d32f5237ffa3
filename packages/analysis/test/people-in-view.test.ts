import { sharedTime } from '@poise/session';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PeopleInView } from '../src/index.js';

/** Watches who is there at so many frames a second; `there` says who, by time in seconds. */
function watch(
  seconds: number,
  there: (timestamp: number) => readonly number[],
  fps = 10,
): PeopleInView {
  const view = new PeopleInView();
  for (let i = 0; i <= seconds * fps; i += 1) view.add(there(i / fps), i / fps);
  return view;
}

/** How many people there are, from the first frame to the last, whenever that changes. */
const counts = (view: PeopleInView, end = 10): number[] =>
  sharedTime(view.people(), { start: 0, end }).map(({ present }) => present.length);

describe('who is in view', () => {
  test('is a person after half a second, at any frame rate, and not before', () => {
    for (const fps of [4, 10, 30]) {
      expect(watch(0.25, () => [1], fps).inView).toEqual([]);
      expect(watch(0.5, () => [1], fps).inView).toEqual([1]);
    }
  });

  test('is dated back to when the face was first and last seen', () => {
    const view = watch(10, (t) => (t >= 2 && t <= 6 ? [7] : []));
    expect(view.people()).toEqual(new Map([[7, [{ start: 2, end: 6 }]]]));
    expect(counts(view)).toEqual([0, 1, 0]);
  });

  test('is nobody who flickers: one frame, or one in four', () => {
    expect(watch(10, (t) => (t === 5 ? [1] : [])).people().size).toBe(0);
    const oneInFour = watch(10, (t) => (Math.round(t * 10) % 4 === 0 ? [1] : []));
    expect(oneInFour.people().size).toBe(0);
  });

  test('stays while the face is missing for less than a second, so the number does not flicker', () => {
    const view = watch(10, (t) => (Math.round(t * 10) % 10 < 6 ? [1, 2] : [1]));
    expect(counts(view)).toEqual([2]);
  });

  test('is gone after a second, and back after half a second more', () => {
    const view = watch(10, (t) => (t > 3 && t < 5 ? [1] : [1, 2]));
    expect(counts(view)).toEqual([2, 1, 2]);
  });

  test('does not leave in a single frame, however far frames are apart', () => {
    const view = watch(20, (t) => (t === 10 ? [] : [1]), 0.5);
    expect(counts(view, 20)).toEqual([1]);
  });

  test('is said of faces that were gone before they counted', () => {
    const view = new PeopleInView();
    const nobody = [0, 1, 2, 3].flatMap((t) => view.add(t === 0 ? [4] : [], t));
    expect(nobody).toEqual([4]);
  });

  test('never comes to more people than there were faces', () => {
    const frames = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 })), { minLength: 1 });
    fc.assert(
      fc.property(frames, (ids) => {
        const view = new PeopleInView();
        for (const [i, list] of ids.entries()) view.add(list, i / 10);
        const different = new Set(ids.flat()).size;
        expect(Math.max(...counts(view, (ids.length - 1) / 10))).toBeLessThanOrEqual(different);
      }),
    );
  });
});
