import type { Box } from '@poise/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../src/tracking/assignment.js';
import { idsInRoom } from './fake-room.js';

/** All ways to pair rows with columns or leave them out, by trying each. */
function bestByTrying(costs: readonly (readonly number[])[]): { pairs: number; cost: number } {
  const [row, ...rest] = costs;
  if (row === undefined) return { pairs: 0, cost: 0 };
  let best = bestByTrying(rest);
  for (const [column, cost] of row.entries()) {
    if (!Number.isFinite(cost)) continue;
    const others = rest.map((other) => other.map((c, i) => (i === column ? Infinity : c)));
    const { pairs, cost: more } = bestByTrying(others);
    const better = pairs + 1 > best.pairs || (pairs + 1 === best.pairs && cost + more < best.cost);
    if (better) best = { pairs: pairs + 1, cost: cost + more };
  }
  return best;
}

describe('the assignment of faces to tracks', () => {
  const costs = fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .chain(([rows, columns]) => {
      const cost = fc.oneof(
        { weight: 3, arbitrary: fc.double({ min: 0, max: 10, noNaN: true }) },
        { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
      );
      const row = fc.array(cost, { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: rows, maxLength: rows });
    });

  it('uses each face and each track once at most, and makes no pair that must not be', () => {
    fc.assert(
      fc.property(costs, (matrix) => {
        const columns = assign(matrix);
        expect(columns).toHaveLength(matrix.length);
        const used = columns.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        for (const [row, column] of columns.entries()) {
          if (column !== null) expect(matrix[row]?.[column]).toBeLessThan(Infinity);
        }
      }),
    );
  });

  it('is as good as the best of all assignments', () => {
    fc.assert(
      fc.property(costs, (matrix) => {
        const columns = assign(matrix);
        const made = columns.flatMap((column, row) =>
          column === null ? [] : [matrix[row]?.[column] ?? Number.NaN],
        );
        const best = bestByTrying(matrix);
        expect(made).toHaveLength(best.pairs);
        expect(made.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(best.cost, 6);
      }),
    );
  });
});

/** Each run follows the faces of some hundred frames. */
const RUNS = { numRuns: 25 };

describe('the ids of faces', () => {
  const SIZE = 100;
  /** Seats so far apart that nobody can be taken for a neighbour. */
  const SEATS = [100, 600, 1100, 1600];

  /** When each person is away: [from, for how long], in tenths of a second. */
  const absence = fc.tuple(fc.integer({ min: 5, max: 50 }), fc.integer({ min: 1, max: 40 }));
  const absences = fc.array(absence, { minLength: 4, maxLength: 4 });
  const isAway = ([from, length]: readonly [number, number], timestamp: number) => {
    const tenth = Math.round(timestamp * 10);
    return tenth >= from && tenth < from + length;
  };

  it('are never given twice in a frame, nor to more faces than there may be', async () => {
    const box = fc.tuple(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 40, max: 200 }),
    );
    const world = fc.array(fc.array(box, { maxLength: 5 }), { minLength: 10, maxLength: 10 });
    const check = async (frames: [number, number, number][][], maxFaces: number) => {
      const room = (timestamp: number) =>
        (frames[Math.round(timestamp * 10)] ?? []).map(([x, y, s]) => [x, y, s, s] as const);
      for (const { faces } of await idsInRoom(room, 1, { maxFaces })) {
        const ids = faces.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(maxFaces);
        expect(ids.every((id) => Number.isInteger(id) && id >= 1)).toBe(true);
      }
    };
    await fc.assert(fc.asyncProperty(world, fc.integer({ min: 1, max: 4 }), check), RUNS);
  });

  it('stay with those who are away for less than two seconds, and are new after that', async () => {
    const check = async (away: [number, number][]) => {
      const room = (timestamp: number) =>
        SEATS.flatMap((x, person): Box[] =>
          isAway(away[person] ?? [0, 0], timestamp) ? [] : [[x, 200, SIZE + person, SIZE + person]],
        );
      const ids = SEATS.map((): number[] => []);
      for (const { faces } of await idsInRoom(room, 12)) {
        for (const { box, id } of faces) {
          const list = ids[SEATS.indexOf(box[0])] ?? [];
          if (list.at(-1) !== id) list.push(id);
        }
      }
      // The tracker needs a look to see who is back: so much of the two seconds.
      for (const [person, list] of ids.entries()) {
        const length = (away[person]?.[1] ?? 0) / 10;
        if (length <= 1.6) expect(list).toHaveLength(1);
        if (length > 2.1) expect(list).toHaveLength(2);
      }
      // No id was ever of two people, and none was given again after it was given up.
      const all = ids.flat();
      expect(new Set(all).size).toBe(all.length);
    };
    await fc.assert(fc.asyncProperty(absences, check), RUNS);
  });

  it('are not swapped when people pass each other, one covering the other', async () => {
    const walk = fc.record({
      pace: fc.integer({ min: 80, max: 250 }),
      behind: fc.integer({ min: 60, max: 95 }),
      higher: fc.integer({ min: -20, max: 20 }),
    });
    const check = async ({
      pace,
      behind,
      higher,
    }: {
      pace: number;
      behind: number;
      higher: number;
    }) => {
      const room = (timestamp: number) => {
        const front: Box = [200 + pace * timestamp, 200, SIZE, SIZE];
        const back: Box = [900 - pace * timestamp, 200 + higher, behind, behind];
        const covered = Math.abs(front[0] + SIZE / 2 - back[0] - behind / 2) < 0.7 * SIZE;
        return covered ? [front] : [front, back];
      };
      const seen = await idsInRoom(room, 8);
      const owner = new Map<number, number>();
      for (const { faces } of seen) {
        for (const { box, id } of faces) {
          expect(owner.get(id) ?? box[2]).toBe(box[2]);
          owner.set(id, box[2]);
        }
      }
      expect([...owner.keys()].sort()).toEqual([1, 2]);
      expect(seen.at(-1)?.faces).toHaveLength(2);
    };
    await fc.assert(fc.asyncProperty(walk, check), RUNS);
  });

  it('are 1 to n from the largest down in a picture of its own', async () => {
    const room = () => [200, 90, 140].map((s, i): Box => [SEATS[i] ?? 0, 100, s, s]);
    for (const { faces } of await idsInRoom(room, 1, { tracking: false })) {
      expect(faces.map(({ id, box }) => [id, box[2]])).toEqual([
        [1, 200],
        [2, 140],
        [3, 90],
      ]);
    }
  });

  it('of one place: who comes back soon is the same, who sits elsewhere is not', async () => {
    const lastId = async (back: number, x: number) => {
      const room = (timestamp: number): Box[] => {
        if (timestamp < 1) return [[100, 200, SIZE, SIZE]];
        return timestamp < back ? [] : [[x, 200, SIZE, SIZE]];
      };
      return (await idsInRoom(room, 6, { maxFaces: 1 })).at(-1)?.faces[0]?.id;
    };
    expect(await lastId(2.5, 180)).toBe(1);
    expect(await lastId(1.5, 1100)).toBe(2);
    expect(await lastId(4, 1100)).toBe(2);
    expect(await lastId(4, 100)).toBe(2);
  });

  describe('when all places are taken', () => {
    const SMALL: Box = [100, 200, SIZE, SIZE];
    const LARGE: Box = [1100, 200, 2 * SIZE, 2 * SIZE];

    /** The widths that are followed with one place, at ten frames a second. */
    const widths = async (isThere: (timestamp: number) => boolean, seconds = 8) => {
      const room = (timestamp: number) => (isThere(timestamp) ? [SMALL, LARGE] : [SMALL]);
      const seen = await idsInRoom(room, seconds, { maxFaces: 1 });
      return seen.map(({ faces }) => faces[0]?.box[2]);
    };

    it('pass to a clearly larger newcomer who stays for half a second, and not before', async () => {
      const followed = await widths((timestamp) => timestamp >= 1);
      const change = followed.indexOf(2 * SIZE);
      // The detector looks at 2 s, then every fifth of a second while somebody waits.
      expect(change / 10).toBeGreaterThanOrEqual(2.5);
      expect(change / 10).toBeLessThanOrEqual(2.8);
      expect(new Set(followed.slice(change))).toEqual(new Set([2 * SIZE]));
    });

    it('stay where they are when somebody larger is seen in single looks alone', async () => {
      const inOneLook = await widths((timestamp) => Math.abs(timestamp - 2) < 0.25);
      expect(new Set(inOneLook)).toEqual(new Set([SIZE]));
      const always = (timestamp: number) => Math.round(timestamp * 10) % 4 < 2;
      expect(new Set(await widths((t) => t >= 1 && always(t)))).toEqual(new Set([SIZE]));
    });
  });
});
