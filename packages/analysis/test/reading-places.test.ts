import { expect, test } from 'vitest';
import { ReadingPlaces } from '../src/reading-places.js';

const faces = (...ids: number[]) => ids.map((id) => ({ id, box: [0, 0, 9, 9] as const }));

test('the candidate and those who came first are read, and no more than may be', () => {
  const places = new ReadingPlaces(2);
  expect(places.next(faces(1, 2, 3), 1, 0)).toEqual([1, 2]);
  expect(places.next(faces(3, 2, 1), 1, 0.1)).toEqual([1, 2]);
});

test('who is out of view for a moment keeps the place, and gives it up after two seconds', () => {
  const places = new ReadingPlaces(2);
  places.next(faces(1, 2, 3), 1, 0);
  expect(places.next(faces(1, 3), 1, 1)).toEqual([1]);
  expect(places.next(faces(1, 2, 3), 1, 2)).toEqual([1, 2]);
  expect(places.next(faces(1, 3), 1, 4.1)).toEqual([1, 3]);
});

test('the place of the candidate stays free while they are away', () => {
  const places = new ReadingPlaces(2);
  places.next(faces(1, 2), 1, 0);
  expect(places.next(faces(2, 3), undefined, 9)).toEqual([2]);
  expect(places.next(faces(1, 2, 3), 1, 10)).toEqual([1, 2]);
});
