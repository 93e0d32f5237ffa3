import { ERRORS, type ErrorCode, type PoiseError } from '@poise/core';

/** What to do about an error, where the command `poise` has a better answer than the packages. */
export const COMMAND_HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  INPUT_IS_IMAGE: 'Use "poise detect" for pictures, and give "poise analyze" a video.',
  INPUT_NOT_IMAGE:
    'Give pictures (jpg, png, webp, gif, tiff, avif); for a recording use "poise analyze".',
  OUTPUT_UNWRITABLE:
    'Choose another folder with --out, or check its permissions and the free space.',
  MODEL_UNKNOWN: 'Run "poise models" to see the models that are installed.',
  RUNTIME_FAILED: 'Run "poise doctor": it checks the installation and says what to do.',
  OPTION_INVALID: 'Run the command with --help to see its options.',
  CANCELLED: 'Run the command again: what is done is kept and skipped.',
  INTERNAL: 'Run the command again with --debug and report what it prints.',
};

/** What to do about an error: its own hint where it has one, else the command's, else the general. */
export function hintOf({ code, hint }: PoiseError): string {
  return hint === ERRORS[code].hint ? (COMMAND_HINTS[code] ?? hint) : hint;
}
