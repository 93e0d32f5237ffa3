import type { Page } from 'playwright-core';
import type { SessionHead } from '../../src/storage/records.js';

/** How much each store of the page's database holds. */
export function storedRecords(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('poise'));
    const counts: Record<string, number> = {};
    for (const name of database.objectStoreNames)
      counts[name] = await done(database.transaction(name).objectStore(name).count());
    database.close();
    return counts;
  });
}

/** All numbers of the logs in the page's database, in order. */
export function storedLog(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('poise');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const pieces = opening.result.transaction('logs').objectStore('logs').getAll();
          pieces.onsuccess = () => {
            opening.result.close();
            resolve(pieces.result.flatMap((piece: Float64Array) => [...piece]));
          };
          pieces.onerror = () => reject(pieces.error);
        };
      }),
  );
}

/** Puts the head of a session into the page's database, as a killed tab leaves it. */
export function putHead(page: Page, head: SessionHead): Promise<void> {
  return page.evaluate(
    (given) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('poise');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('heads', 'readwrite');
          transaction.objectStore('heads').put(given, given.id);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    head,
  );
}

/** Holds a session as a page does that records it, until the page is closed. */
export function holdSession(page: Page, id: string): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((held) => {
        void navigator.locks.request(`poise-session-${name}`, () => {
          held();
          return new Promise(() => undefined);
        });
      }),
    id,
  );
}
