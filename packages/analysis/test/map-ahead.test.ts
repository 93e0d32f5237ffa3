import { describe, expect, test } from 'vitest';
import { mapAhead } from '../src/index.js';

describe('the look-ahead', () => {
  async function* numbers(count: number): AsyncGenerator<number> {
    for (let i = 0; i < count; i += 1) yield i;
  }

  test('keeps the order and never has more in flight than it may', async () => {
    let inFlight = 0;
    let most = 0;
    const results: number[] = [];
    const work = async (n: number): Promise<number> => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      // Later items finish earlier, so order is not a matter of luck.
      for (let i = 0; i < 20 - n; i += 1) await Promise.resolve();
      inFlight -= 1;
      return n * n;
    };
    for await (const square of mapAhead(numbers(10), 3, work)) results.push(square);
    expect(results).toEqual([0, 1, 4, 9, 16, 25, 36, 49, 64, 81]);
    expect(most).toBe(3);
  });

  test('ends the source and waits for work under way when an item fails', async () => {
    let ended = false;
    let settled = 0;
    async function* source(): AsyncGenerator<number> {
      try {
        yield* numbers(10);
      } finally {
        ended = true;
      }
    }
    const work = async (n: number): Promise<number> => {
      await Promise.resolve();
      settled += 1;
      if (n === 1) throw new Error('item 1');
      return n;
    };
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const n of mapAhead(source(), 3, work)) seen.push(n);
    };
    await expect(run()).rejects.toThrow('item 1');
    expect([seen, ended, settled]).toEqual([[0], true, 4]);
  });
});
