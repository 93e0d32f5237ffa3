import type { PoiseError } from '@poise/core';
import type { SessionSummary } from '@poise/session';
import type { SessionHead, StoredSession } from './records.js';

/** A session that begins: what is known before its first frame. */
export type SessionDraft = Omit<SessionHead, 'id' | 'seconds' | 'hasRecording' | 'digest'>;

/** What came of an import. */
export interface ImportOutcome {
  /** Ids of the sessions that were added. */
  readonly added: readonly string[];
  /** Ids of the sessions that were there before; they stay as they were. */
  readonly skipped: readonly string[];
  /** Sessions that could not be read, by their id or their place in the file, and why. */
  readonly bad: readonly { readonly name: string; readonly error: PoiseError }[];
}

/**
 * Where sessions are kept. Every method rejects with a PoiseError STORAGE_FAILED, its cause kept,
 * when the browser does not store or read; what a call has to write is written whole or not at all.
 */
export interface SessionStore {
  /**
   * Begins a session. Its id is the second of its start, with `_2`, `_3`, … where that is taken.
   * Until {@link SessionStore.release} it counts as being recorded.
   */
  createSession(draft: SessionDraft): Promise<SessionHead>;
  /** Adds rows of `LOG_COLUMNS` numbers to a session's log and puts its head, in one step. */
  appendLog(head: SessionHead, rows: Float64Array): Promise<void>;
  /** Keeps a piece of a session's recording; `n` counts from 0. */
  appendRecording(id: string, n: number, piece: Blob): Promise<void>;
  /** The recording of a session; null when none is kept. */
  recording(id: string): Promise<Blob | null>;
  /** A session's log, piece by piece. */
  readLog(id: string): AsyncIterable<Float64Array>;
  /** Says that this page no longer records the session, so that its report can be made. */
  release(id: string): void;
  /** Stores the summary, puts its digest into the head and deletes the log, in one step. */
  finish(id: string, summary: SessionSummary): Promise<StoredSession>;
  /**
   * Adds the session of an analysed recording. The same recording again takes the place of its
   * earlier session; another session of the same second gets an id of its own.
   */
  importSummary(summary: SessionSummary): Promise<StoredSession>;
  /** All heads, newest first. */
  heads(): Promise<SessionHead[]>;
  /** The heads of sessions without a report that no page is recording, newest first. */
  unfinished(): Promise<SessionHead[]>;
  /** One head; null when there is no such session. */
  head(id: string): Promise<SessionHead | null>;
  /** One summary; null when there is no such session, or its report is not made. */
  summary(id: string): Promise<SessionSummary | null>;
  /** Deletes a session with everything that belongs to it. */
  delete(id: string): Promise<void>;
  /** Deletes every session but those that a page is recording. */
  deleteAll(): Promise<void>;
  /** All finished sessions as one JSON document, without recordings. */
  exportAll(): Promise<Blob>;
  /**
   * Adds the sessions of such a document, or of the JSON of one session.
   *
   * @throws PoiseError ARCHIVE_INVALID when there is no session in it that can be read.
   */
  importArchive(file: Blob): Promise<ImportOutcome>;
}

/** What {@link openSessionStore} gives. */
export interface OpenedStore {
  readonly store: SessionStore;
  /** Whether sessions are still there after the page is closed. */
  readonly persistent: boolean;
  /** Why they are not; null when they are. */
  readonly problem: PoiseError | null;
}
