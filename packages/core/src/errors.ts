/** The process exit codes of the command `poise` (DESIGN: the command). */
export const EXIT_CODES = {
  done: 0,
  internal: 1,
  usage: 2,
  input: 3,
  notEnoughEvidence: 4,
} as const;

interface ErrorEntry {
  /** What happened, in a few words. */
  readonly title: string;
  /** What the reader can do about it. */
  readonly hint: string;
  /** The exit code of the command when this error ends it. */
  readonly exitCode: number;
}

/**
 * Every error that Poise raises on purpose. docs/errors.md lists the same codes; a test keeps the
 * two in step.
 */
export const ERRORS = {
  INPUT_NOT_FOUND: {
    title: 'There is no such file or folder',
    hint: 'Check the path and its spelling.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_UNREADABLE: {
    title: 'The file cannot be read',
    hint: 'Check that you may read it and that its disk is connected.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_EMPTY: {
    title: 'The file is empty',
    hint: 'Copy or record it again: it holds 0 bytes.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_NOT_MEDIA: {
    title: 'The file is not a picture or video that Poise knows',
    hint: 'Give a video (mp4, mov, webm, mkv) or an image (jpg, png, webp). A renamed file keeps its old format inside.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_IS_IMAGE: {
    title: 'This is a picture, not a recording',
    hint: 'Use "poise detect" for pictures, and give "poise analyze" a video.',
    exitCode: EXIT_CODES.usage,
  },
  INPUT_TRUNCATED: {
    title: 'The file ends too early',
    hint: 'Copy it again from its source; a recording that was cut off can often be repaired by remuxing it with ffmpeg.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_NO_VIDEO: {
    title: 'The file has no video track',
    hint: 'Poise reads faces: give a recording with a picture.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_NEEDS_FFMPEG: {
    title: 'This container can be read only with ffmpeg',
    hint: 'Install ffmpeg so that it is on the PATH, or convert the file to mp4 or webm.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_UNSUPPORTED_CODEC: {
    title: 'The codec of the video is not supported',
    hint: 'Convert the video to H.264 in mp4, or to VP8 or VP9 in webm.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_DECODE_FAILED: {
    title: 'The video or image could not be decoded',
    hint: 'Play it in a video player; if that fails too, the file is damaged and must be copied or recorded again.',
    exitCode: EXIT_CODES.input,
  },
  INPUT_NO_MEDIA_IN_FOLDER: {
    title: 'The folder holds no recordings',
    hint: 'Give a folder with video files (mp4, mov, webm, mkv, avi).',
    exitCode: EXIT_CODES.input,
  },
  DATASET_INVALID: {
    title: 'The folder is not a data set that Poise can evaluate',
    hint: 'Give a folder with one sub-folder of images per expression, or sheet-NN.png files with a labels.csv.',
    exitCode: EXIT_CODES.input,
  },
  OUTPUT_UNWRITABLE: {
    title: 'The output cannot be written',
    hint: 'Choose another folder with --out, or check its permissions and the free space.',
    exitCode: EXIT_CODES.input,
  },
  MODEL_UNKNOWN: {
    title: 'There is no model of that name',
    hint: 'Run "poise models" to see the models that are installed.',
    exitCode: EXIT_CODES.usage,
  },
  MODEL_MISSING: {
    title: 'A model file is missing',
    hint: 'Run "npm ci" again, or "npm run build" in a checkout: it makes the files.',
    exitCode: EXIT_CODES.internal,
  },
  MODEL_CORRUPTED: {
    title: 'A model file does not match its checksum',
    hint: 'The file is damaged or was changed. Run "npm ci" again, or "npm run build" in a checkout.',
    exitCode: EXIT_CODES.internal,
  },
  DEVICE_UNSUPPORTED: {
    title: 'The device is not supported here',
    hint: 'Use the device "auto" or "cpu".',
    exitCode: EXIT_CODES.usage,
  },
  RUNTIME_FAILED: {
    title: 'The model runtime failed',
    hint: 'Run "poise doctor": it checks the installation and says what to do.',
    exitCode: EXIT_CODES.internal,
  },
  DISPOSED: {
    title: 'The object was already disposed of',
    hint: 'Create a new one, and call dispose() only when no call is pending.',
    exitCode: EXIT_CODES.internal,
  },
  FRAME_INVALID: {
    title: 'The frame is not valid',
    hint: 'A frame has whole width and height of at least 1 and width × height × 3 bytes of RGB.',
    exitCode: EXIT_CODES.input,
  },
  EMOTIONS_INVALID: {
    title: 'The emotion scores are not valid',
    hint: 'Give all seven scores (angry, disgust, fear, happy, sad, surprise, neutral) as finite numbers of 0 or more that do not sum to 0.',
    exitCode: EXIT_CODES.input,
  },
  TIMESTAMP_INVALID: {
    title: 'The timestamp is not valid',
    hint: 'Give seconds as a finite number that never goes backwards within a session.',
    exitCode: EXIT_CODES.input,
  },
  SUMMARY_INVALID: {
    title: 'The session record does not satisfy the schema',
    hint: 'Give a summary made by Poise, or one that satisfies the published JSON Schema.',
    exitCode: EXIT_CODES.input,
  },
  OPTION_INVALID: {
    title: 'An option is not valid',
    hint: 'See the documentation of the option for its range.',
    exitCode: EXIT_CODES.usage,
  },
  CANCELLED: {
    title: 'The work was cancelled',
    hint: 'Run the command again: what is done is kept and skipped.',
    exitCode: EXIT_CODES.internal,
  },
  INTERNAL: {
    title: 'Something went wrong inside Poise',
    hint: 'Run the command again with --debug and report what it prints.',
    exitCode: EXIT_CODES.internal,
  },
} as const satisfies Record<string, ErrorEntry>;

/** A code of the registry {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/** What an error may carry beside its code. */
export interface PoiseErrorOptions {
  /** What to do, when it is more precise than the registry's hint. */
  readonly hint?: string;
  /** The error underneath, if there was one. */
  readonly cause?: unknown;
}

/**
 * An error for people: a code from the registry, what happened, and what to do.
 *
 * @example
 * throw new PoiseError('INPUT_EMPTY', 'interview.mp4');
 * // INPUT_EMPTY: The file is empty: interview.mp4. Copy or record it again: it holds 0 bytes.
 */
export class PoiseError extends Error {
  override readonly name = 'PoiseError';
  /** The code of the registry. */
  readonly code: ErrorCode;
  /** What it happened to; empty when there is nothing to name. */
  readonly detail: string;
  /** What happened, without the code and the hint. */
  readonly what: string;
  /** What to do about it. */
  readonly hint: string;

  /**
   * @param code - a code of {@link ERRORS}.
   * @param detail - what it happened to, for example the file's path or the option's name and value.
   * @param options - a more precise hint, and the cause.
   */
  constructor(code: ErrorCode, detail = '', options: PoiseErrorOptions = {}) {
    const entry: ErrorEntry = ERRORS[code];
    const what = detail === '' ? entry.title : `${entry.title}: ${detail}`;
    const hint = options.hint ?? entry.hint;
    super(
      `${code}: ${what}. ${hint}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.detail = detail;
    this.what = what;
    this.hint = hint;
  }

  /** The exit code of the command when this error ends it. */
  get exitCode(): number {
    return ERRORS[this.code].exitCode;
  }
}
