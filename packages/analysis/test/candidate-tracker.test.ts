import type { Box } from '@poise/core';
import { describe, expect, test } from 'vitest';
import { CandidateTracker } from '../src/candidate-tracker.js';

interface Face {
  readonly name: string;
  readonly id?: number;
  readonly box: Box;
}

const face = (name: string, x: number, size: number): Face => ({ name, box: [x, 150, size, size] });

/** The names of those who are taken for the candidate, frame by frame at ten frames a second. */
function follow(frames: readonly (readonly Face[])[]): (string | null)[] {
  const tracker = new CandidateTracker();
  return frames.map((faces, i) => {
    const found = tracker.next(faces, { width: 640, height: 480, timestamp: i / 10 });
    return found?.name ?? null;
  });
}

const repeat = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('the candidate among several faces, from frame to frame', () => {
  const left = face('left', 100, 100);
  const right = face('right', 400, 100);

  test('stays the same person when two faces take turns in being a little larger', () => {
    const frames = repeat(30, (i) => [
      face('left', 100, i % 2 ? 112 : 100),
      face('right', 400, 106),
    ]);
    expect(new Set(follow(frames)).size).toBe(1);
  });

  test('is followed while moving', () => {
    const frames = repeat(25, (i) => [face('walks', 40 + 15 * i, 100), face('sits', 500, 90)]);
    expect(new Set(follow(frames.slice(0, 20)))).toEqual(new Set(['walks']));
  });

  test('is nobody else while gone for less than two seconds', () => {
    const frames = [[left], ...repeat(19, () => [right]), [left, right]];
    expect(follow(frames)).toEqual(['left', ...repeat(19, () => null), 'left']);
  });

  test('is another after being gone for two seconds', () => {
    const frames = [[left], ...repeat(22, () => [right])];
    expect(follow(frames)).toEqual(['left', ...repeat(19, () => null), 'right', 'right', 'right']);
  });

  test('with an id is found again where nobody would expect the face', () => {
    const known = { ...left, id: 1 };
    const moved = { ...face('moved', 420, 100), id: 1 };
    const near = { ...face('near', 110, 100), id: 2 };
    expect(follow([[known], [moved, near], [near], [moved]])).toEqual([
      'left',
      'moved',
      null,
      'moved',
    ]);
  });

  test('is not somebody who was seen beside the candidate, before ten seconds', () => {
    const [first, second] = [
      { ...face('left', 100, 140), id: 1 },
      { ...right, id: 2 },
    ];
    const names = follow([[first, second], ...repeat(110, () => [second])]);
    expect(names.slice(1, 100)).toEqual(repeat(99, () => null));
    expect(names.at(-1)).toBe('right');
    const stranger = { ...face('back', 250, 100), id: 3 };
    const back = follow([[first, second], ...repeat(30, () => [second, stranger])]);
    expect(back.slice(20)).toEqual(repeat(11, () => 'back'));
  });

  test('is another who is clearly larger for a second, and not before', () => {
    const frames = [[left], ...repeat(13, () => [left, face('near', 350, 160)])];
    expect(follow(frames)).toEqual([...repeat(11, () => 'left'), 'near', 'near', 'near']);
  });

  test('is not someone who leans in again and again for a moment', () => {
    const frames = repeat(40, (i) => [left, face('leans in', 350, i % 8 === 0 ? 90 : 160)]);
    expect(new Set(follow([[left], ...frames]))).toEqual(new Set(['left']));
  });

  test('is not one of two who are each larger for half a second', () => {
    const near = (i: number) => (i % 10 < 5 ? face('a', 300, 160) : face('b', 470, 160));
    expect(new Set(follow([[left], ...repeat(40, (i) => [left, near(i)])]))).toEqual(
      new Set(['left']),
    );
  });

  test('is nobody in empty frames, and whoever comes first after them', () => {
    expect(follow([[], [], [right]])).toEqual([null, null, 'right']);
  });
});
