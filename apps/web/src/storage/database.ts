import { PoiseError } from '@poise/core';
import type { SessionSummary } from '@poise/session';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SessionHead } from './records.js';

/** What the browser's database holds. */
export interface PoiseSchema extends DBSchema {
  /** By id. */
  heads: { key: string; value: SessionHead };
  /** Pieces of the logs, by id and number; gone when the report is made. */
  logs: { key: [id: string, n: number]; value: Float64Array };
  /** By id. */
  summaries: { key: string; value: SessionSummary };
  /** Pieces of the recordings, by id and number. */
  recordings: { key: [id: string, n: number]; value: Blob };
}

/** The open database of {@link PoiseSchema}. */
export type PoiseDatabase = IDBPDatabase<PoiseSchema>;

/** The database's stores that keep sessions in pieces. */
export const PIECES = ['logs', 'recordings'] as const;

/** All stores of the database. */
export const STORES = ['heads', 'summaries', ...PIECES] as const;

/** The version of {@link PoiseSchema}. */
const SCHEMA_VERSION = 1;

/** The keys of the pieces of one session, from number `from` on. */
export function piecesOf(id: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([id, from], [id, Number.POSITIVE_INFINITY]);
}

/** What the owner of a connection is told. */
export interface ConnectionEvents {
  /** Another tab has a newer version of the page and waits for this connection to end. */
  onSuperseded(): void;
  /** The browser ended the connection, for example because its data was deleted. */
  onLost(): void;
}

/**
 * Opens the database, and makes its stores on the first visit.
 *
 * @throws PoiseError STORAGE_FAILED when a tab with an older version of the page keeps it from
 * being opened; what IndexedDB throws.
 */
export async function openDatabase(
  name: string,
  { onSuperseded, onLost }: ConnectionEvents,
): Promise<PoiseDatabase> {
  return new Promise((resolve, reject) => {
    const opening = openDB<PoiseSchema>(name, SCHEMA_VERSION, {
      upgrade(database) {
        for (const store of STORES) database.createObjectStore(store);
      },
      blocked() {
        reject(
          new PoiseError('STORAGE_FAILED', 'an older version of this page is open in another tab', {
            hint: 'Close the other tabs of this page, then load it again.',
          }),
        );
        // It may still open once the other tab is closed; by then nobody waits for it.
        opening.then(
          (late) => late.close(),
          () => undefined,
        );
      },
      blocking: onSuperseded,
      terminated: onLost,
    });
    opening.then(resolve, reject);
  });
}
