import { type Box, intersectionOverUnion } from '@poise/core';
import { expect, it } from 'vitest';

it('measures how much two boxes overlap, whichever comes first', () => {
  const box: Box = [10, 10, 4, 2];
  const cases: [Box, number][] = [
    [box, 1],
    [[12, 10, 4, 2], 1 / 3],
    [[10, 10, 2, 1], 1 / 4],
    [[14, 10, 4, 2], 0],
    [[-5, 40, 4, 2], 0],
  ];
  for (const [other, share] of cases) {
    expect(intersectionOverUnion(box, other)).toBeCloseTo(share, 12);
    expect(intersectionOverUnion(other, box)).toBeCloseTo(share, 12);
  }
});
