import { expect, test } from 'vitest';
import { eyesInSight } from '../src/details/eyes.js';

const turned = (yaw: number) => eyesInSight({ yaw, pitch: 0, roll: 0 });

test.each([-30, -10, 0, 10, 30])('a face that is turned by %d° shows both eyes', (yaw) => {
  expect(turned(yaw)).toEqual(['leftSide', 'rightSide']);
});

test.each([
  [31, 'leftSide'],
  [50, 'leftSide'],
  [-31, 'rightSide'],
  [-50, 'rightSide'],
])('a face that is turned by %d° shows the eye on the other side alone: %s', (yaw, side) => {
  expect(turned(yaw)).toEqual([side]);
});

test.each([-60, -51, 51, 60])('a face that is turned by %d° shows no eye from the front', (yaw) => {
  expect(turned(yaw)).toEqual([]);
});

test('of a face whose pose is not known, no eye is in sight', () => {
  expect(eyesInSight(null)).toEqual([]);
});
