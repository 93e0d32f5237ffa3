import { PoiseError } from '@poise/core';
import { parseSessionSummary, type SessionSummary } from '@poise/session';
import type { ImportOutcome, SessionStore } from './session-store.js';

/** What a document of all sessions calls itself. */
const ARCHIVE_FORMAT = 'poise-archive';

/** The version of the document that this page writes, and the newest that it reads. */
const ARCHIVE_VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Writes all finished sessions into one JSON document:
 * `{ "format": "poise-archive", "version": 1, "sessions": [{ "summary": … }, …] }`, newest first.
 * One summary at a time is in memory as text.
 */
export async function exportArchive(store: Pick<SessionStore, 'heads' | 'summary'>): Promise<Blob> {
  const parts: Blob[] = [];
  for (const { id, digest } of await store.heads()) {
    const summary = digest === null ? null : await store.summary(id);
    if (summary === null) continue;
    const comma = parts.length === 0 ? '' : ',';
    parts.push(new Blob([comma, JSON.stringify({ summary })]));
  }
  const start = `{"format":"${ARCHIVE_FORMAT}","version":${ARCHIVE_VERSION},"sessions":[`;
  return new Blob([start, ...parts, ']}\n'], { type: 'application/json' });
}

/**
 * The sessions in a document, not checked yet: those of an archive, or the one that it is.
 *
 * @throws PoiseError ARCHIVE_INVALID.
 */
async function entriesOf(file: Blob): Promise<readonly unknown[]> {
  let document: unknown;
  try {
    document = JSON.parse(await file.text());
  } catch (cause) {
    throw new PoiseError('ARCHIVE_INVALID', 'it is not JSON', { cause });
  }
  if (isFields(document) && 'session_id' in document) return [document];
  if (!isFields(document) || document['format'] !== ARCHIVE_FORMAT)
    throw new PoiseError('ARCHIVE_INVALID', 'it holds no sessions');
  const { version, sessions } = document;
  if (typeof version === 'number' && version > ARCHIVE_VERSION)
    throw new PoiseError('ARCHIVE_INVALID', `it has version ${version}`, {
      hint: 'A newer version of this page made the file: load the page again, then import it.',
    });
  if (!Array.isArray(sessions)) throw new PoiseError('ARCHIVE_INVALID', 'it holds no sessions');
  return sessions.map((entry: unknown) => (isFields(entry) ? entry['summary'] : entry));
}

function nameOf(entry: unknown, place: number): string {
  const id = isFields(entry) ? entry['session_id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : `#${place + 1}`;
}

/**
 * Adds what is usable in a document to a store; see {@link SessionStore.importArchive}.
 *
 * @throws PoiseError ARCHIVE_INVALID when nothing in it is a session; STORAGE_FAILED.
 */
export async function importArchive(
  store: Pick<SessionStore, 'heads' | 'importSummary'>,
  file: Blob,
): Promise<ImportOutcome> {
  const entries = await entriesOf(file);
  const known = new Set((await store.heads()).map(({ id }) => id));
  const outcome = {
    added: [] as string[],
    skipped: [] as string[],
    bad: [] as ImportOutcome['bad'][number][],
  };
  for (const [place, entry] of entries.entries()) {
    let summary: SessionSummary;
    try {
      summary = parseSessionSummary(entry);
    } catch (error) {
      if (!(error instanceof PoiseError)) throw error;
      outcome.bad.push({ name: nameOf(entry, place), error });
      continue;
    }
    const { session_id: id } = summary;
    if (known.has(id)) {
      outcome.skipped.push(id);
      continue;
    }
    await store.importSummary(summary);
    known.add(id);
    outcome.added.push(id);
  }
  const [first] = outcome.bad;
  if (first !== undefined && outcome.added.length + outcome.skipped.length === 0)
    throw new PoiseError('ARCHIVE_INVALID', `${first.name}: ${first.error.detail}`, {
      cause: first.error,
    });
  return outcome;
}
