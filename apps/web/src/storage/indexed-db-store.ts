import { PoiseError } from '@poise/core';
import type { SessionSummary } from '@poise/session';
import type { IDBPObjectStore, StoreNames } from 'idb';
import { Connection } from './connection.js';
import { PIECES, type PoiseSchema, piecesOf, STORES } from './database.js';
import {
  digestOf,
  headOfDraft,
  headOfSummary,
  idOfImport,
  newestFirst,
  sessionIds,
} from './heads.js';
import { RecordingLocks } from './recording-locks.js';
import type { SessionHead, StoredSession } from './records.js';
import type { ImportOutcome, SessionDraft, SessionStore } from './session-store.js';
import { sessionGone } from './storage-error.js';

/** Pieces of a log that are read at a time: a minute, about 200 kB at 30 frames a second. */
const PIECES_AT_A_TIME = 60;

/**
 * `relaxed` hands the data to the operating system and does not wait for the disk: what is written
 * survives the death of the tab and of the browser, and a write each second does not wear the disk
 * or wait for it. Only a power cut may lose more than the last second.
 */
const RELAXED = { durability: 'relaxed' } as const;

type Store<Name extends StoreNames<PoiseSchema>> = IDBPObjectStore<
  PoiseSchema,
  StoreNames<PoiseSchema>[],
  Name,
  'readwrite'
>;

async function freeId(heads: Pick<Store<'heads'>, 'getKey'>, startedAt: number): Promise<string> {
  for (const id of sessionIds(startedAt)) if ((await heads.getKey(id)) === undefined) return id;
  throw new PoiseError('INTERNAL', 'no session id is free');
}

/** Keeps sessions in the browser's database. */
export class IndexedDbSessionStore implements SessionStore {
  readonly #connection: Connection;
  readonly #locks = new RecordingLocks();

  /** @param name - of the database. */
  constructor(name: string) {
    this.#connection = new Connection(name);
  }

  async createSession(draft: SessionDraft): Promise<SessionHead> {
    const { head, isFirst } = await this.#connection.run(async (database) => {
      const { store, done } = database.transaction('heads', 'readwrite', RELAXED);
      const count = await store.count();
      const head = headOfDraft(draft, await freeId(store, draft.startedAt));
      await Promise.all([store.put(head, head.id), done]);
      return { head, isFirst: count === 0 };
    });
    await this.#locks.hold(head.id);
    if (isFirst) askToPersist();
    return head;
  }

  appendLog(head: SessionHead, rows: Float64Array): Promise<void> {
    const { id } = head;
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(['heads', 'logs'], 'readwrite', RELAXED);
      const heads = transaction.objectStore('heads');
      const logs = transaction.objectStore('logs');
      if ((await heads.getKey(id)) === undefined) throw sessionGone(id);
      const last = await logs.openKeyCursor(piecesOf(id), 'prev');
      const n = last === null ? 0 : last.key[1] + 1;
      await Promise.all([heads.put(head, id), logs.put(rows, [id, n]), transaction.done]);
    });
  }

  appendRecording(id: string, n: number, piece: Blob): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(['heads', 'recordings'], 'readwrite', RELAXED);
      if ((await transaction.objectStore('heads').getKey(id)) === undefined) throw sessionGone(id);
      await Promise.all([
        transaction.objectStore('recordings').put(piece, [id, n]),
        transaction.done,
      ]);
    });
  }

  recording(id: string): Promise<Blob | null> {
    return this.#connection.run(async (database) => {
      const pieces = await database.getAll('recordings', piecesOf(id));
      const [first] = pieces;
      return first === undefined ? null : new Blob(pieces, { type: first.type });
    });
  }

  async *readLog(id: string): AsyncGenerator<Float64Array> {
    for (let n = 0; ; n += PIECES_AT_A_TIME) {
      const pieces = await this.#connection.run((database) =>
        database.getAll('logs', piecesOf(id, n), PIECES_AT_A_TIME),
      );
      yield* pieces;
      if (pieces.length < PIECES_AT_A_TIME) return;
    }
  }

  release(id: string): void {
    this.#locks.release(id);
  }

  finish(id: string, summary: SessionSummary): Promise<StoredSession> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(['heads', 'summaries', 'logs'], 'readwrite');
      const heads = transaction.objectStore('heads');
      const before = await heads.get(id);
      if (before === undefined) throw sessionGone(id);
      const head = { ...before, digest: digestOf(summary) };
      await Promise.all([
        heads.put(head, id),
        transaction.objectStore('summaries').put(summary, id),
        transaction.objectStore('logs').delete(piecesOf(id)),
        transaction.done,
      ]);
      return { head, summary };
    });
  }

  async importSummary(given: SessionSummary): Promise<StoredSession> {
    const { session, isFirst } = await this.#connection.run(async (database) => {
      const transaction = database.transaction(['heads', 'summaries'], 'readwrite');
      const heads = transaction.objectStore('heads');
      const stored = await heads.getAll();
      const id = idOfImport(stored, given);
      const summary = { ...given, session_id: id };
      const head = headOfSummary(summary);
      await Promise.all([
        heads.put(head, id),
        transaction.objectStore('summaries').put(summary, id),
        transaction.done,
      ]);
      return { session: { head, summary }, isFirst: stored.length === 0 };
    });
    if (isFirst) askToPersist();
    return session;
  }

  async heads(): Promise<SessionHead[]> {
    return newestFirst(await this.#connection.run((database) => database.getAll('heads')));
  }

  async unfinished(): Promise<SessionHead[]> {
    const [heads, held] = await Promise.all([this.heads(), this.#locks.held()]);
    return heads.filter(({ id, digest }) => digest === null && !held.has(id));
  }

  async head(id: string): Promise<SessionHead | null> {
    return (await this.#connection.run((database) => database.get('heads', id))) ?? null;
  }

  async summary(id: string): Promise<SessionSummary | null> {
    return (await this.#connection.run((database) => database.get('summaries', id))) ?? null;
  }

  async delete(id: string): Promise<void> {
    await this.#delete(async () => [id]);
    this.#locks.release(id);
  }

  async deleteAll(): Promise<void> {
    const held = await this.#locks.held();
    await this.#delete(async (heads) => (await heads.getAllKeys()).filter((id) => !held.has(id)));
  }

  #delete(choose: (heads: Store<'heads'>) => Promise<string[]>): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(STORES, 'readwrite');
      const ids = await choose(transaction.objectStore('heads'));
      await Promise.all([
        ...ids.flatMap((id) => [
          transaction.objectStore('heads').delete(id),
          transaction.objectStore('summaries').delete(id),
          ...PIECES.map((name) => transaction.objectStore(name).delete(piecesOf(id))),
        ]),
        transaction.done,
      ]);
    });
  }

  // The schema that an archive is checked by is large, and nothing else of the first page needs it.
  async exportAll(): Promise<Blob> {
    return (await import('./archive.js')).exportArchive(this);
  }

  async importArchive(file: Blob): Promise<ImportOutcome> {
    return (await import('./archive.js')).importArchive(this, file);
  }
}

/**
 * Asks the browser not to clear the sessions when space runs short. Browsers decide by themselves
 * or ask the person, who has just stored something and knows why; no answer changes what we do.
 */
function askToPersist(): void {
  navigator.storage?.persist?.().catch(() => false);
}
