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
 * What went wrong, as one or two sentences in the person's language.
 *
 * @param errors - the sentences of the language.
 * @param error - whatever was thrown.
 */
export function errorSentence(
  errors: Readonly<Record<PageErrorCode, string>>,
  error: unknown,
): string {
  return error instanceof PoiseError && isPageErrorCode(error.code)
    ? errors[error.code]
    : errors.INTERNAL;
}
