import { PoiseError } from '@poise/core';
import { openDatabase, type PoiseDatabase } from './database.js';
import { storageError } from './storage-error.js';

/** The connection to the database: opened once, opened again when the browser has ended it. */
export class Connection {
  readonly #name: string;
  #database: Promise<PoiseDatabase> | null = null;
  #superseded = false;

  /** @param name - of the database. */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Does work on the database.
   *
   * @throws PoiseError STORAGE_FAILED for whatever goes wrong in it.
   */
  async run<T>(work: (database: PoiseDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (cause) {
      throw storageError(cause);
    }
  }

  #open(): Promise<PoiseDatabase> {
    if (this.#superseded)
      throw new PoiseError('STORAGE_FAILED', 'a newer version of this page is open', {
        hint: 'Load this page again.',
      });
    this.#database ??= openDatabase(this.#name, {
      onSuperseded: () => void this.#close(),
      onLost: () => {
        this.#database = null;
      },
    }).catch((error: unknown) => {
      this.#database = null;
      throw error;
    });
    return this.#database;
  }

  /** Makes way for the newer page: while this connection is open, that page has no database. */
  async #close(): Promise<void> {
    this.#superseded = true;
    (await this.#database)?.close();
  }
}
