import type { LoadProgress } from './protocol.js';

/** Adds up the progress of several files that are loaded at the same time. */
export class LoadTotal {
  readonly #files = new Map<string, LoadProgress>();
  readonly #onProgress: (progress: LoadProgress) => void;

  constructor(onProgress: (progress: LoadProgress) => void) {
    this.#onProgress = onProgress;
  }

  /**
   * Names a file that will be loaded.
   *
   * @param bytes - its size; a file of unknown size (0) counts with what is there of it.
   * @returns what is to be told the bytes that are there.
   */
  expect(name: string, bytes: number): (loaded: number) => void {
    this.#files.set(name, { loaded: 0, total: bytes });
    return (loaded) => {
      this.#files.set(name, { loaded, total: Math.max(bytes, loaded) });
      const sum = { loaded: 0, total: 0 };
      for (const file of this.#files.values()) {
        sum.loaded += file.loaded;
        sum.total += file.total;
      }
      this.#onProgress(sum);
    };
  }
}
