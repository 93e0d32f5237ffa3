import { PoiseError } from '@poise/core';

/**
 * The error for a person that a failed call of the file system becomes.
 *
 * @param path - the file or folder, as the person gave it.
 * @param cause - what the call threw.
 * @returns INPUT_NOT_FOUND when there is no such file, else INPUT_UNREADABLE.
 */
export function fileError(path: string, cause: unknown): PoiseError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  return new PoiseError(missing ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE', path, { cause });
}
