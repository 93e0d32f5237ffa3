import { IndexedDbSessionStore } from './indexed-db-store.js';
import { MemorySessionStore } from './memory-store.js';
import type { OpenedStore } from './session-store.js';
import { storageError } from './storage-error.js';

/** The name of the page's database. */
export const DATABASE_NAME = 'poise';

/**
 * Opens the store of the sessions. It never rejects: where the browser stores nothing, sessions are
 * kept for as long as the page is open, so that a person can practise all the same.
 *
 * @param name - of the database; the page's own when left out.
 */
export async function openSessionStore(name: string = DATABASE_NAME): Promise<OpenedStore> {
  try {
    const store = new IndexedDbSessionStore(name);
    await store.heads();
    return { store, persistent: true, problem: null };
  } catch (error) {
    return { store: new MemorySessionStore(), persistent: false, problem: storageError(error) };
  }
}
