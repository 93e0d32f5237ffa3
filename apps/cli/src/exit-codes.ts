import type { ErrorCode } from '@poise/core';

/** The exit codes of the command `poise`. */
export const EXIT_CODES = {
  /** Everything that was asked for is done. */
  done: 0,
  /** Something inside Poise, or in its installation, is wrong. */
  internal: 1,
  /** The arguments cannot be followed. */
  usage: 2,
  /** An input is missing or cannot be read, or the output cannot be written. */
  input: 3,
  /** Done, but the evidence is not enough for a score. */
  notEnoughEvidence: 4,
  /** Stopped by Ctrl-C: 128 + the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const;

const { internal, usage, input, interrupted } = EXIT_CODES;

/** The exit code of the command when an error of each code ends it. */
export const EXIT_CODE_OF: Readonly<Record<ErrorCode, number>> = {
  INPUT_NOT_FOUND: input,
  INPUT_UNREADABLE: input,
  INPUT_EMPTY: input,
  INPUT_NOT_MEDIA: input,
  INPUT_IS_IMAGE: usage,
  INPUT_NOT_IMAGE: input,
  INPUT_TRUNCATED: input,
  INPUT_NO_VIDEO: input,
  INPUT_NEEDS_FFMPEG: input,
  INPUT_UNSUPPORTED_CODEC: input,
  INPUT_DECODE_FAILED: input,
  INPUT_NO_MEDIA_IN_FOLDER: input,
  DATASET_INVALID: input,
  OUTPUT_UNWRITABLE: input,
  MODEL_UNKNOWN: usage,
  MODEL_MISSING: internal,
  MODEL_CORRUPTED: internal,
  DEVICE_UNSUPPORTED: usage,
  RUNTIME_FAILED: internal,
  DISPOSED: internal,
  FRAME_INVALID: input,
  EMOTIONS_INVALID: input,
  TIMESTAMP_INVALID: input,
  SUMMARY_INVALID: input,
  OPTION_INVALID: usage,
  CAMERA_UNSUPPORTED: usage,
  CAMERA_REFUSED: usage,
  CAMERA_NOT_FOUND: input,
  CAMERA_BUSY: input,
  CAMERA_LOST: input,
  CAMERA_SILENT: input,
  ASSET_UNREACHABLE: input,
  ASSET_IS_HTML: internal,
  STORAGE_FAILED: input,
  ARCHIVE_INVALID: input,
  CANCELLED: interrupted,
  INTERNAL: internal,
};
