import { vi } from 'vitest';

/** A clock in seconds that the timers follow. */
export class FakeTime {
  #seconds = 100;

  /** The clock. */
  readonly now = (): number => this.#seconds;

  /** Lets time pass and gives promises their turn; every timer that is due is called. */
  async pass(seconds: number): Promise<void> {
    const step = 0.05;
    for (let left = seconds; left > 1e-9; left -= step) {
      this.#seconds += Math.min(step, left);
      await vi.advanceTimersByTimeAsync(Math.min(step, left) * 1000);
    }
  }

  /** Lets time pass without any timer being called, as in a tab that is throttled. */
  jump(seconds: number): void {
    this.#seconds += seconds;
  }
}
