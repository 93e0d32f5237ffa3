import type { PoiseError } from '@poise/core';
import type { Reading } from '@poise/session';
import type { AskedQuestion, SessionHead } from '../storage/records.js';
import { LOG_COLUMNS } from '../storage/session-log.js';
import type { SessionDraft, SessionStore } from '../storage/session-store.js';
import { storageError } from '../storage/storage-error.js';
import { RowBuffer } from './row-buffer.js';

/**
 * While the store fails, rows wait in memory for the next try, but no more seconds of them than
 * this: about 2 MB at 30 frames a second. The oldest go first.
 */
export const LONGEST_BACKLOG_SECONDS = 600;

function concatenate(pieces: readonly Float64Array[]): Float64Array {
  const rows = new Float64Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    rows.set(piece, at);
    at += piece.length;
  }
  return rows;
}

function lastTime(rows: Float64Array): number {
  return rows[rows.length - LOG_COLUMNS] ?? 0;
}

/**
 * Writes a session's log to the store: in order, one write at a time, and what could not be written
 * with the next one. The session itself is made in the store when it is first needed.
 */
export class LogWriter {
  readonly #store: SessionStore;
  readonly #draft: SessionDraft;
  readonly #buffer = new RowBuffer();
  readonly #breaks: number[] = [];
  #unwritten: Float64Array[] = [];
  #created: Promise<SessionHead> | null = null;
  #writing: Promise<void> | null = null;
  #seconds = 0;
  #hasRecording = false;
  #pending = false;
  #problem: PoiseError | null = null;

  /** @param draft - what is known of the session before its first frame. */
  constructor(store: SessionStore, draft: SessionDraft) {
    this.#store = store;
    this.#draft = draft;
  }

  /** Why the last write failed; null when it did not. */
  get problem(): PoiseError | null {
    return this.#problem;
  }

  /** Whether there is something that no write has taken to the store yet. */
  get pending(): boolean {
    return this.#pending;
  }

  /** Adds an analysed frame; times ascend. */
  add(reading: Reading): void {
    this.#pending = true;
    this.#buffer.add(reading);
  }

  /** Notes a pause at a second of the session's clock. */
  addBreak(seconds: number): void {
    this.#pending = true;
    this.#breaks.push(seconds);
  }

  /** Notes that a piece of the recording is stored. */
  noteRecording(): void {
    if (this.#hasRecording) return;
    this.#pending = true;
    this.#hasRecording = true;
  }

  /**
   * The id of the session, which is made in the store if it is not there yet.
   *
   * @throws PoiseError STORAGE_FAILED.
   */
  async id(): Promise<string> {
    return (await this.#create()).id;
  }

  /**
   * Writes what has come since the last write; while one is under way, only that one is awaited.
   * It never rejects: see {@link LogWriter.problem}.
   */
  write(questions: readonly AskedQuestion[]): Promise<void> {
    this.#collect();
    this.#writing ??= this.#writeOnce(questions).finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  /**
   * Writes all that is left.
   *
   * @returns the session's id.
   * @throws PoiseError STORAGE_FAILED; it may be called again.
   */
  async finish(questions: readonly AskedQuestion[]): Promise<string> {
    await this.#writing;
    await this.write(questions);
    if (this.#problem !== null) throw this.#problem;
    const id = await this.id();
    this.#store.release(id);
    return id;
  }

  /** Deletes what was written. */
  async discard(): Promise<void> {
    await this.#writing;
    if (this.#created === null) return;
    const id = await this.id();
    this.#store.release(id);
    await this.#store.delete(id);
  }

  #create(): Promise<SessionHead> {
    this.#created ??= this.#store.createSession(this.#draft).catch((error: unknown) => {
      this.#created = null;
      throw storageError(error);
    });
    return this.#created;
  }

  async #writeOnce(questions: readonly AskedQuestion[]): Promise<void> {
    const pieces = this.#unwritten;
    this.#unwritten = [];
    this.#pending = false;
    const rows = concatenate(pieces);
    const seconds = rows.length === 0 ? this.#seconds : lastTime(rows);
    try {
      const head = {
        ...(await this.#create()),
        questions: [...questions],
        breaks: [...this.#breaks],
        seconds,
        hasRecording: this.#hasRecording,
      };
      await this.#store.appendLog(head, rows);
      this.#seconds = seconds;
      this.#problem = null;
    } catch (error) {
      this.#unwritten.unshift(...pieces);
      this.#pending = true;
      this.#problem = storageError(error);
    }
  }

  #collect(): void {
    const rows = this.#buffer.take();
    if (rows.length > 0) this.#unwritten.push(rows);
    for (;;) {
      const [oldest] = this.#unwritten;
      if (oldest === undefined || lastTime(rows) - lastTime(oldest) < LONGEST_BACKLOG_SECONDS)
        return;
      this.#unwritten.shift();
      // What is shown before the gap says nothing about what is shown after it.
      this.#breaks.push(lastTime(oldest));
      this.#breaks.sort((a, b) => a - b);
    }
  }
}
