import type { Box } from '@poise/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CandidateTracker, type PlacedFace } from '../src/index.js';

const WIDTH = 640;
const HEIGHT = 480;

const face = (id: number, x: number, size: number): PlacedFace => ({
  ...{ id, box: [x, 150, size, size] },
});

const LEFT = face(1, 120, 140);
const RIGHT = face(2, 400, 130);

/**
 * The ids of those who are taken for the candidate at ten frames a second, each with the time from
 * which on.
 */
function follow(
  seconds: number,
  there: (timestamp: number) => readonly PlacedFace[],
  tracker = new CandidateTracker({ decides: true }),
): [number, number | null][] {
  const changes: [number, number | null][] = [];
  for (let i = 0; i <= seconds * 10; i += 1) {
    const timestamp = i / 10;
    const found = tracker.next(there(timestamp), { width: WIDTH, height: HEIGHT, timestamp });
    const id = found?.id ?? null;
    if (changes.at(-1)?.[1] !== id || changes.length === 0) changes.push([timestamp, id]);
  }
  return changes;
}

const chosen = (id: number): CandidateTracker => {
  const tracker = new CandidateTracker({ decides: false });
  tracker.choose(id);
  return tracker;
};

const idsOf = (changes: [number, number | null][]) => changes.map(([, id]) => id);

describe('who the candidate is', () => {
  test('is decided three seconds after the first face, and not before', () => {
    const tracker = new CandidateTracker({ decides: true });
    follow(4.9, (t) => (t < 2 ? [] : [LEFT]), tracker);
    expect([tracker.isDecided, tracker.decision]).toEqual([false, null]);
    const again = new CandidateTracker({ decides: true });
    follow(5, (t) => (t < 2 ? [] : [LEFT]), again);
    expect([again.isDecided, again.decision]).toEqual([true, 1]);
  });

  test('is the most prominent face, also when two take turns in being a little larger', () => {
    const turns = (t: number) => [
      face(1, 120, Math.round(t * 10) % 2 ? 112 : 100),
      face(2, 420, 106),
    ];
    expect(new Set(idsOf(follow(5, turns))).size).toBe(1);
    expect(idsOf(follow(5, () => [face(1, 0, 90), face(2, 250, 160)]))).toEqual([2]);
  });

  test('is somebody clearly larger who is found in the first seconds and stays for half of one', () => {
    const changes = follow(8, (t) => (t < 2 ? [face(1, 20, 80)] : [face(1, 20, 80), RIGHT]));
    expect(changes).toEqual([
      [0, 1],
      [2.5, 2],
    ]);
  });

  test('is not somebody who leans in for a moment, or who is in a single frame', () => {
    const near = face(3, 300, 260);
    const moment = (t: number) => (t >= 1 && t < 1.4 ? [LEFT, near] : [LEFT]);
    expect(idsOf(follow(5, moment))).toEqual([1]);
    expect(idsOf(follow(5, (t) => (t === 0 ? [near] : [LEFT])))).toEqual([3, 1]);
  });

  test('is not somebody who left in the first seconds', () => {
    const changes = follow(8, (t) => (t < 2 ? [LEFT] : t < 4 ? [] : [RIGHT]));
    expect(idsOf(changes)).toEqual([1, null, 2]);
  });

  test('stays whatever anybody else does afterwards', () => {
    const near = face(3, 250, 300);
    expect(idsOf(follow(60, (t) => (t < 4 ? [LEFT] : [LEFT, near])))).toEqual([1]);
  });

  test('is left to the person where they are asked', () => {
    const tracker = new CandidateTracker({ decides: false });
    expect(idsOf(follow(20, () => [LEFT, RIGHT], tracker))).toEqual([1]);
    expect(tracker.isDecided).toBe(false);
    tracker.choose(2);
    const frame = { width: WIDTH, height: HEIGHT, timestamp: 21 };
    expect(tracker.next([LEFT, RIGHT], frame)?.id).toBe(2);
  });
});

describe('the candidate who is out of view', () => {
  test('is followed by the id, wherever the face is', () => {
    const moved = face(1, 420, 60);
    expect(idsOf(follow(9, (t) => (t < 5 ? [LEFT] : [moved, face(2, 110, 140)])))).toEqual([1]);
  });

  test('is never somebody who was seen beside them, however long they are away', () => {
    const changes = follow(300, (t) => (t < 5 ? [LEFT, RIGHT] : [RIGHT]));
    expect(changes).toEqual([
      [0, 1],
      [5, null],
    ]);
    const onTheirChair = follow(60, (t) => (t < 5 ? [LEFT, RIGHT] : [{ ...LEFT, id: 2 }]));
    expect(idsOf(onTheirChair)).toEqual([1, null]);
  });

  test('is known again under a new id at the same place, after two seconds away and half a one there', () => {
    const back = face(7, 150, 130);
    const away = (t: number) => (t < 5 ? [LEFT, RIGHT] : t < 20 ? [RIGHT] : [RIGHT, back]);
    expect(follow(30, away)).toEqual([
      [0, 1],
      [5, null],
      [20.5, 7],
    ]);
    // Before two seconds the own id would be back: another there is another.
    const soon = follow(30, (t) => (t < 5 ? [LEFT] : [back]));
    expect(soon[2]?.[0]).toBeCloseTo(6.9, 5);
  });

  test('is not somebody elsewhere, or much further from the camera', () => {
    const elsewhere = face(7, 470, 140);
    expect(idsOf(follow(60, (t) => (t < 5 ? [LEFT] : [elsewhere])))).toEqual([1, null]);
    const passer = face(7, 150, 60);
    expect(idsOf(follow(60, (t) => (t < 5 ? [LEFT] : [passer])))).toEqual([1, null]);
  });

  test('is not another who comes back under a new id to their own place', () => {
    const neighbour = face(2, 270, 130);
    const back = face(7, 275, 130);
    const scene = (t: number) => (t < 5 ? [LEFT, neighbour] : t < 10 ? [] : [back]);
    expect(idsOf(follow(60, scene))).toEqual([1, null]);
  });

  test('is found by the place when everybody comes back under a new id', () => {
    const anew = [face(5, 125, 140), face(6, 395, 130)];
    const scene = (t: number) => (t < 5 ? [LEFT, RIGHT] : t < 60 ? [] : anew);
    expect(idsOf(follow(70, scene))).toEqual([1, null, 5]);
  });

  test('is not guessed when two fit their place', () => {
    const two = [face(5, 60, 110), face(6, 190, 110)];
    expect(idsOf(follow(60, (t) => (t < 5 ? [LEFT] : two)))).toEqual([1, null]);
  });

  test('is the one at the place, whoever had which number, when faces are numbered anew', () => {
    const tracker = chosen(2);
    follow(3, () => [LEFT, RIGHT], tracker);
    tracker.renumber();
    const swapped = [
      { ...LEFT, id: 2 },
      { ...RIGHT, id: 1 },
    ];
    let id: number | undefined;
    for (const timestamp of [4, 4.2, 4.4, 4.6])
      id = tracker.next(swapped, { width: WIDTH, height: HEIGHT, timestamp })?.id;
    expect(id).toBe(1);
    expect(tracker.isDecided).toBe(true);
  });
});

test('nobody who was seen beside the candidate for half a second ever becomes the candidate', () => {
  const box = fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 40, max: 200 }))
    .map(([x, size]): Box => [x, 100, size, size]);
  const stretch = fc.record({
    frames: fc.integer({ min: 1, max: 40 }),
    faces: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 5 }), box }), {
      selector: ({ id }) => id,
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stretches) => {
      const tracker = new CandidateTracker({ decides: true });
      const beside = new Map<number, number>();
      const known = new Set<number>();
      let i = 0;
      for (const { frames, faces } of stretches) {
        for (let k = 0; k < frames; k += 1) {
          const timestamp = i++ / 10;
          const found = tracker.next(faces, { width: WIDTH, height: HEIGHT, timestamp });
          if (!tracker.isDecided || found === undefined) continue;
          expect(known.has(found.id)).toBe(false);
          for (const { id } of faces) {
            if (id === found.id) continue;
            if (!beside.has(id)) beside.set(id, timestamp);
            if (timestamp - (beside.get(id) ?? 0) >= 0.5) known.add(id);
          }
        }
      }
    }),
  );
});
