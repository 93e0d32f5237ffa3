import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LatestOnly } from '../src/browser/latest-only.js';

class Item {
  closed = false;
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
  close(): void {
    this.closed = true;
  }
}

/** Work that is done when it is told to. */
function manualWork() {
  const done: (() => void)[] = [];
  const started: number[] = [];
  const queue = new LatestOnly(
    (item: Item) =>
      new Promise<number>((resolve) => {
        started.push(item.number);
        done.push(() => resolve(item.number));
      }),
  );
  return { queue, started, finishNext: () => done.shift()?.() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the latest frame wins', () => {
  it('while one is being read, of those that come only the newest is read next', async () => {
    const { queue, started, finishNext } = manualWork();
    const items = [0, 1, 2, 3].map((number) => new Item(number));
    const results = items.map((item) => queue.offer(item));
    expect(await results[1]).toBeNull();
    expect(await results[2]).toBeNull();
    expect(items.map((item) => item.closed)).toEqual([false, true, true, false]);
    finishNext();
    expect(await results[0]).toBe(0);
    await settled();
    finishNext();
    expect(await results[3]).toBe(3);
    expect(started).toEqual([0, 3]);
  });

  it('goes on after work that failed', async () => {
    let fails = true;
    const queue = new LatestOnly(async (item: Item) => {
      if (fails) throw new Error('broken');
      return item.number;
    });
    await expect(queue.offer(new Item(1))).rejects.toThrow('broken');
    fails = false;
    expect(await queue.offer(new Item(2))).toBe(2);
  });

  it('reads the last frame of any burst, never two at once, and closes what it leaves out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (steps) => {
        let running = 0;
        let most = 0;
        const read: number[] = [];
        const queue = new LatestOnly(async (item: Item) => {
          most = Math.max(most, ++running);
          await settled();
          running--;
          read.push(item.number);
          return item.number;
        });
        const items = steps.map((_, i) => new Item(i));
        const results: Promise<number | null>[] = [];
        for (const [i, waits] of steps.entries()) {
          results.push(queue.offer(items[i] as Item));
          if (waits) await settled();
        }
        const answers = await Promise.all(results);
        expect(most).toBe(1);
        expect(answers.at(-1)).toBe(steps.length - 1);
        expect(answers.filter((answer) => answer !== null)).toEqual(read);
        items.forEach((item, i) => {
          expect(item.closed).toBe(answers[i] === null);
        });
      }),
      { numRuns: 30 },
    );
  });
});
