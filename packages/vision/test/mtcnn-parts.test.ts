import type { Box } from '@poise/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrink, shrinkToPlanes } from '../src/mtcnn/area-resize.js';
import { regressed, squared } from '../src/mtcnn/box-regression.js';
import { meshSquare } from '../src/mtcnn/mesh-square.js';
import { intersectionOverSmaller, suppress } from '../src/mtcnn/nms.js';
import { proposals } from '../src/mtcnn/proposals.js';
import { levelSizes } from '../src/mtcnn/pyramid.js';

const box = fc.tuple(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 60 }),
);

describe('making a picture smaller', () => {
  it('keeps the mean of each channel', () => {
    const size = fc.integer({ min: 1, max: 24 });
    fc.assert(
      fc.property(
        size,
        size,
        size,
        size,
        fc.infiniteStream(fc.nat(255)),
        (w, h, dw, dh, stream) => {
          const data = Uint8Array.from({ length: w * h * 3 }, () => stream.next().value ?? 0);
          const [width, height] = [Math.min(w, dw), Math.min(h, dh)];
          const small = shrink({ width: w, height: h, data }, width, height).data;
          for (const channel of [0, 1, 2]) {
            const mean = (values: Uint8Array | Float32Array) => {
              let sum = 0;
              for (let i = channel; i < values.length; i += 3) sum += values[i] ?? 0;
              return (3 * sum) / values.length;
            };
            expect(mean(small)).toBeCloseTo(mean(data), 3);
          }
        },
      ),
    );
  });

  it('gives channel after channel when asked to', () => {
    const data = Uint8Array.of(1, 2, 3, 5, 6, 7);
    expect([...shrinkToPlanes({ width: 2, height: 1, data }, 2, 1)]).toEqual([1, 5, 2, 6, 3, 7]);
    expect([...shrinkToPlanes({ width: 2, height: 1, data }, 1, 1)]).toEqual([3, 4, 5]);
  });
});

describe('the pyramid', () => {
  it('begins where the smallest face is as wide as the window and goes down by the factor', () => {
    const sizes = levelSizes(640, 480, 60);
    expect(sizes[0]).toEqual({ width: 128, height: 96 });
    expect(sizes[4]).toEqual({ width: 64, height: 48 });
    expect(sizes.at(-1)?.height).toBeGreaterThanOrEqual(12);
    expect(sizes.at(-1)?.height).toBeLessThan(12 / 0.842 + 1);
  });

  it('has no level for a picture without room for the smallest face', () => {
    expect(levelSizes(50, 400, 61)).toEqual([]);
  });

  it('stays within its memory on 8K with faces of any size', () => {
    const [largest] = levelSizes(7680, 4320, 0);
    expect((largest?.width ?? 0) * (largest?.height ?? 0)).toBeLessThan(2.2e6);
  });
});

describe('boxes', () => {
  it('reads windows from the heat map where they lie in the frame', () => {
    // Three columns, two rows: the last cell is the third of the second row.
    const scores = Float32Array.of(0.1, 0.2, 0.59, 0.3, 0, 0.9);
    const offsets = new Float32Array(4 * 6);
    offsets[5] = 0.5; // left
    offsets[3 * 6 + 5] = 0.25; // bottom
    const outputs = {
      scores: { data: scores, dims: [1, 1, 2, 3] },
      offsets: { data: offsets, dims: [1, 4, 2, 3] },
    };
    const [found, ...more] = proposals(outputs, 5, 4);
    expect(more).toEqual([]);
    expect(found?.box).toEqual([20, 8, 60, 48]);
    expect(found?.regressed).toEqual([50, 8, 30, 60]);
  });

  it('moves each side by its share of the box', () => {
    const offsets = Float32Array.of(9, 0.1, 9, 0.2, 9, -0.25, 9, 0.5);
    const moved = regressed([100, 50, 40, 20], offsets, 1, 2);
    for (const [i, value] of [104, 54, 26, 26].entries()) expect(moved[i]).toBeCloseTo(value, 4);
  });

  it('makes a square of the longer side around the same middle', () => {
    expect(squared([10, 10, 20, 40])).toEqual([0, 10, 40, 40]);
  });

  it('expects the mesh lower along a face that leans', () => {
    const face: Box = [0, 0, 80, 100];
    const upright = meshSquare(face, { x: 20, y: 40 }, { x: 60, y: 40 });
    expect(upright[0] + upright[2] / 2).toBeCloseTo(40);
    expect(upright[1] + upright[3] / 2).toBeGreaterThan(50);
    const quarter = meshSquare(face, { x: 40, y: 20 }, { x: 40, y: 60 });
    expect(quarter[0] + quarter[2] / 2).toBeLessThan(40);
    expect(quarter[1] + quarter[3] / 2).toBeCloseTo(50);
  });

  it('keeps the surest of boxes that overlap, and every box is near a surer one or kept', () => {
    const candidates = fc.array(
      fc.record({ box, score: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(candidates, (list) => {
        const kept = suppress(list, 0.5, intersectionOverSmaller);
        for (const [i, a] of kept.entries()) {
          for (const b of kept.slice(i + 1)) {
            expect(a.score).toBeGreaterThanOrEqual(b.score);
            expect(intersectionOverSmaller(a.box, b.box)).toBeLessThanOrEqual(0.5);
          }
        }
        for (const candidate of list) {
          const near = (other: (typeof kept)[number]) =>
            other === candidate ||
            (other.score >= candidate.score &&
              intersectionOverSmaller(other.box, candidate.box) > 0.5);
          expect(kept.some(near)).toBe(true);
        }
      }),
    );
  });

  it('counts a box within another as the same, however small', () => {
    expect(intersectionOverSmaller([0, 0, 100, 100], [10, 10, 5, 5])).toBe(1);
    expect(intersectionOverSmaller([0, 0, 10, 10], [20, 0, 10, 10])).toBe(0);
  });
});
