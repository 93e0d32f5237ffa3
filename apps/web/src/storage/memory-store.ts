import { PoiseError } from '@poise/core';
import type { SessionSummary } from '@poise/session';
import {
  digestOf,
  headOfDraft,
  headOfSummary,
  idOfImport,
  newestFirst,
  sessionIds,
} from './heads.js';
import type { SessionHead, StoredSession } from './records.js';
import type { ImportOutcome, SessionDraft, SessionStore } from './session-store.js';
import { sessionGone } from './storage-error.js';

interface Entry {
  readonly head: SessionHead;
  readonly log: readonly Float64Array[];
  readonly recording: readonly Blob[];
  readonly summary: SessionSummary | null;
}

/** Keeps sessions for as long as the page is open, where the browser stores nothing. */
export class MemorySessionStore implements SessionStore {
  readonly #entries = new Map<string, Entry>();
  readonly #recorded = new Set<string>();

  async createSession(draft: SessionDraft): Promise<SessionHead> {
    const id = this.#freeId(draft.startedAt);
    const head = headOfDraft(draft, id);
    this.#entries.set(id, { head, log: [], recording: [], summary: null });
    this.#recorded.add(id);
    return head;
  }

  async appendLog(head: SessionHead, rows: Float64Array): Promise<void> {
    const entry = this.#entry(head.id);
    this.#entries.set(head.id, { ...entry, head, log: [...entry.log, rows.slice()] });
  }

  async appendRecording(id: string, _n: number, piece: Blob): Promise<void> {
    const entry = this.#entry(id);
    this.#entries.set(id, { ...entry, recording: [...entry.recording, piece] });
  }

  async recording(id: string): Promise<Blob | null> {
    const pieces = this.#entries.get(id)?.recording ?? [];
    const [first] = pieces;
    return first === undefined ? null : new Blob([...pieces], { type: first.type });
  }

  async *readLog(id: string): AsyncGenerator<Float64Array> {
    yield* this.#entries.get(id)?.log ?? [];
  }

  release(id: string): void {
    this.#recorded.delete(id);
  }

  async finish(id: string, summary: SessionSummary): Promise<StoredSession> {
    const entry = this.#entry(id);
    const head = { ...entry.head, digest: digestOf(summary) };
    this.#entries.set(id, { ...entry, head, log: [], summary });
    return { head, summary };
  }

  async importSummary(given: SessionSummary): Promise<StoredSession> {
    const id = idOfImport(this.#heads(), given);
    const summary = { ...given, session_id: id };
    const head = headOfSummary(summary);
    this.#entries.set(id, { head, log: [], recording: [], summary });
    return { head, summary };
  }

  async heads(): Promise<SessionHead[]> {
    return newestFirst(this.#heads());
  }

  async unfinished(): Promise<SessionHead[]> {
    const heads = await this.heads();
    return heads.filter(({ id, digest }) => digest === null && !this.#recorded.has(id));
  }

  async head(id: string): Promise<SessionHead | null> {
    return this.#entries.get(id)?.head ?? null;
  }

  async summary(id: string): Promise<SessionSummary | null> {
    return this.#entries.get(id)?.summary ?? null;
  }

  async delete(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async deleteAll(): Promise<void> {
    for (const id of this.#entries.keys()) if (!this.#recorded.has(id)) this.#entries.delete(id);
  }

  // The schema that an archive is checked by is large, and nothing else of the first page needs it.
  async exportAll(): Promise<Blob> {
    return (await import('./archive.js')).exportArchive(this);
  }

  async importArchive(file: Blob): Promise<ImportOutcome> {
    return (await import('./archive.js')).importArchive(this, file);
  }

  #heads(): SessionHead[] {
    return [...this.#entries.values()].map(({ head }) => head);
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw sessionGone(id);
    return entry;
  }

  #freeId(startedAt: number): string {
    for (const id of sessionIds(startedAt)) if (!this.#entries.has(id)) return id;
    throw new PoiseError('INTERNAL', 'no session id is free');
  }
}
