import { PoiseError } from '@poise/core';

/** What to do about the failures of IndexedDB that have a remedy of their own, by their name. */
const HINTS: Readonly<Record<string, string>> = Object.freeze({
  QuotaExceededError: 'There is no space left: delete old sessions, or free some space.',
  VersionError: 'A newer version of this page was open here: load the page again.',
});

/** The error for a failure of the browser's storage; an error of Poise stays as it is. */
export function storageError(cause: unknown): PoiseError {
  if (cause instanceof PoiseError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const hint = HINTS[name];
  return new PoiseError('STORAGE_FAILED', cause instanceof Error ? cause.message : String(cause), {
    cause,
    ...(hint === undefined ? {} : { hint }),
  });
}
