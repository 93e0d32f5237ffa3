import { describe, expect, test } from 'vitest';
import { CandidateChoice } from '../src/engine/candidate-choice.js';
import type { SeenFace } from '../src/engine/reading.js';
import { PeopleBeforeCamera } from '../src/pages/setup/people.js';
import { reading } from './readings.js';

const LEFT: SeenFace = { id: 1, box: [50, 100, 150, 200] };
const RIGHT: SeenFace = { id: 2, box: [400, 100, 140, 190] };

describe('the candidate among several', () => {
  test('is the largest face before the choice, and the chosen one after it', () => {
    const choice = new CandidateChoice();
    expect(choice.next([LEFT, RIGHT], 0)?.id).toBe(1);
    expect(choice.chosen).toBeNull();
    choice.choose(2);
    expect(choice.next([LEFT, RIGHT], 0.1)?.id).toBe(2);
  });

  test('is never somebody who was seen beside them, however long they are away', () => {
    const choice = new CandidateChoice();
    choice.choose(2);
    choice.next([LEFT, RIGHT], 0);
    for (let time = 0.1; time < 30; time += 0.1) expect(choice.next([LEFT], time)).toBeUndefined();
    expect(choice.next([LEFT, RIGHT], 30)?.id).toBe(2);
  });

  test('is found again under a new number once the face has stayed for longer than a lost face keeps its number', () => {
    const choice = new CandidateChoice();
    choice.choose(2);
    choice.next([LEFT, RIGHT], 0);
    const back = { ...RIGHT, id: 3 };
    expect(choice.next([LEFT], 5)).toBeUndefined();
    expect(choice.next([LEFT, back], 6)).toBeUndefined();
    expect(choice.next([LEFT, back], 8.4)).toBeUndefined();
    expect(choice.next([LEFT, back], 8.6)?.id).toBe(3);
    expect(choice.chosen).toBe(3);
    expect(choice.next([LEFT, back, { ...RIGHT, id: 2 }], 9)).toBeDefined();
  });

  test('is not guessed when two strangers come at once', () => {
    const choice = new CandidateChoice();
    choice.choose(2);
    choice.next([LEFT, RIGHT], 0);
    const strangers: SeenFace[] = [
      { id: 3, box: [0, 0, 60, 80] },
      { id: 4, box: [250, 0, 60, 80] },
    ];
    for (let time = 5; time < 10; time += 0.1) expect(choice.next(strangers, time)).toBeUndefined();
  });

  test('is found by the place after a gap in which everybody got a new number', () => {
    const choice = new CandidateChoice();
    choice.choose(2);
    choice.next([LEFT, RIGHT], 0);
    const anew = [
      { ...LEFT, id: 5 },
      { ...RIGHT, id: 6 },
    ];
    expect(choice.next(anew, 60)?.id).toBe(6);
    expect(choice.chosen).toBe(6);
  });

  test('is the one at the same place when all faces are numbered anew', () => {
    const choice = new CandidateChoice();
    choice.choose(2);
    choice.next([LEFT, RIGHT], 0);
    choice.renumber();
    const anew = [
      { ...LEFT, id: 2 },
      { ...RIGHT, id: 1 },
    ];
    expect(choice.next(anew, 1)?.id).toBe(1);
  });
});

describe('the people in view', () => {
  test('count after half a second, and no more once they are gone for a second', () => {
    const view = new PeopleBeforeCamera();
    const counts: [number, number][] = [];
    for (let i = 0; i <= 60; i += 1) {
      const time = i / 10;
      const faces = time < 1 || time > 3 ? [LEFT] : [LEFT, RIGHT];
      const { length } = view.add(reading(time, { faces })).faces;
      if (length !== counts.at(-1)?.[1]) counts.push([time, length]);
    }
    expect(counts.map(([, length]) => length)).toEqual([0, 1, 2, 1]);
    expect(counts[1]?.[0]).toBeCloseTo(0.5, 5);
    expect(counts[2]?.[0]).toBeCloseTo(1.5, 5);
    expect(counts[3]?.[0]).toBeCloseTo(4, 5);
  });

  test('are not added to by a face that is seen in one frame alone', () => {
    const view = new PeopleBeforeCamera();
    for (let i = 0; i <= 30; i += 1) {
      const faces = i === 10 ? [LEFT, RIGHT] : [LEFT];
      const { faces: counted } = view.add(reading(i / 10, { faces }));
      expect(counted.some(({ id }) => id === RIGHT.id)).toBe(false);
    }
  });
});
