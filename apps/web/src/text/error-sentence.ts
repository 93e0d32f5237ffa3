import { type ErrorCode, PoiseError } from '@poise/core';

/** The errors that a page can meet; the others belong to the command line. */
export const PAGE_ERROR_CODES = [
  'CAMERA_UNSUPPORTED',
  'CAMERA_REFUSED',
  'CAMERA_NOT_FOUND',
  'CAMERA_BUSY',
  'CAMERA_LOST',
  'CAMERA_SILENT',
  'ASSET_UNREACHABLE',
  'ASSET_IS_HTML',
  'MODEL_MISSING',
  'MODEL_CORRUPTED',
  'DEVICE_UNSUPPORTED',
  'RUNTIME_FAILED',
  'STORAGE_FAILED',
  'ARCHIVE_INVALID',
  'SUMMARY_INVALID',
  'INPUT_UNREADABLE',
  'INPUT_EMPTY',
  'INPUT_NOT_MEDIA',
  'INPUT_IS_IMAGE',
  'INPUT_TRUNCATED',
  'INPUT_NO_VIDEO',
  'INPUT_NEEDS_FFMPEG',
  'INPUT_UNSUPPORTED_CODEC',
  'INPUT_DECODE_FAILED',
  'CANCELLED',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

/** A code of {@link PAGE_ERROR_CODES}. */
export type PageErrorCode = (typeof PAGE_ERROR_CODES)[number];

function isPageErrorCode(code: ErrorCode): code is PageErrorCode {
  return (PAGE_ERROR_CODES as readonly ErrorCode[]).includes(code);
}

/**
 * What went wrong, as one or two sentences in the person's language. When a file of the page is to
 * blame, its name stands behind them, for whoever keeps the server.
 *
 * @param errors - the sentences of the language.
 * @param error - whatever was thrown.
 */
export function errorSentence(
  errors: Readonly<Record<PageErrorCode, string>>,
  error: unknown,
): string {
  if (!(error instanceof PoiseError) || !isPageErrorCode(error.code)) return errors.INTERNAL;
  const file = FILE_CODES.has(error.code) ? fileIn(error.detail) : undefined;
  return file === undefined ? errors[error.code] : `${errors[error.code]} (${file})`;
}

/** Errors whose detail begins with the address of a file. */
const FILE_CODES: ReadonlySet<PageErrorCode> = new Set([
  'ASSET_UNREACHABLE',
  'ASSET_IS_HTML',
  'MODEL_CORRUPTED',
]);

/** The name of the file whose address a detail begins with. */
function fileIn(detail: string): string | undefined {
  return /^\S*\/([^\s/?#]+)/.exec(detail)?.[1];
}
