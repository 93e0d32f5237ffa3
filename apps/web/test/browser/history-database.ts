import type { Page } from 'playwright-core';

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
