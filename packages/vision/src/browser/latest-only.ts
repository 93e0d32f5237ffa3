/** Something that holds memory until it is closed. */
interface Closable {
  close(): void;
}

/**
 * Works on one item at a time; while it does, only the latest of the items that come waits. Whoever
 * brought an older one gets null at once.
 */
export class LatestOnly<Item extends Closable, Result> {
  readonly #work: (item: Item) => Promise<Result>;
  #busy = false;
  #waiting: { readonly item: Item; take(): void; drop(): void } | null = null;

  /** @param work - owns the item that it is given. */
  constructor(work: (item: Item) => Promise<Result>) {
    this.#work = work;
  }

  /**
   * Works on an item, now or when the item before is done.
   *
   * @returns null when a newer item took its place; it is closed then.
   */
  async offer(item: Item): Promise<Result | null> {
    if (this.#busy) {
      this.#waiting?.drop();
      const taken = await new Promise<boolean>((resolve) => {
        this.#waiting = { item, take: () => resolve(true), drop: () => resolve(false) };
      });
      if (!taken) {
        item.close();
        return null;
      }
    }
    this.#busy = true;
    try {
      return await this.#work(item);
    } finally {
      const next = this.#waiting;
      this.#waiting = null;
      // With one that waits it stays busy: whatever comes now comes after that one.
      this.#busy = next !== null;
      next?.take();
    }
  }
}
