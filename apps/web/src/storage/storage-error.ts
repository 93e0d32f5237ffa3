import { PoiseError } from '@poise/core';

/** What to do about the failures of IndexedDB that have a remedy of their own, by their name. */
const HINTS: Readonly<Record<string, string>> = Object.freeze({
  QuotaExceededError: 'There is no space left: delete old sessions, or free some space.',
  VersionError: 'A newer version of this page was open here: load the page again.',
});

/** The error for a failure of the browser's storage; an error of Poise stays as it is. */
export function storageError(cause: unknown): PoiseError {
  if (cause instanceof PoiseError) return cause;
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
  const hint = HINTS[name];
  // A browser's sentence comes with its full stop, and ours ends with one.
  return new PoiseError('STORAGE_FAILED', message.replace(/\.+$/, ''), {
    cause,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The error for a session that is no longer there, or never was. */
export function sessionGone(id: string): PoiseError {
  return new PoiseError('STORAGE_FAILED', `there is no session ${id}`, {
    hint: 'It was deleted, perhaps in another tab.',
  });
}
