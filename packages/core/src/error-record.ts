import { type ErrorCode, PoiseError } from './errors.js';

/** An error as it crosses to another thread, where its class does not survive. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly detail: string;
  /** The registry's own hint where it is left out. */
  readonly hint: string | undefined;
  readonly stack: string | undefined;
}

/**
 * Packs an error for another thread.
 *
 * @param error - anything that was thrown.
 * @param otherwise - the code of what is not a PoiseError.
 */
export function packError(error: unknown, otherwise: ErrorCode): ErrorRecord {
  if (error instanceof PoiseError) {
    return { code: error.code, detail: error.detail, hint: error.hint, stack: error.stack };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: otherwise, detail: message, hint: undefined, stack };
}

/** The error of another thread, its stack kept as the cause. */
export function unpackError({ code, detail, hint, stack }: ErrorRecord): PoiseError {
  return new PoiseError(code, detail, {
    ...(hint === undefined ? {} : { hint }),
    ...(stack === undefined ? {} : { cause: stack }),
  });
}
