interface ErrorEntry {
  /** What happened, in a few words. */
  readonly title: string;
  /** What the reader can do about it. */
  readonly hint: string;
}

/**
 * Every error that Poise raises on purpose. docs/errors.md lists the same codes; a test keeps the
 * two in step.
 */
export const ERRORS = {
  INPUT_NOT_FOUND: {
    title: 'There is no such file or folder',
    hint: 'Check the path and its spelling.',
  },
  INPUT_UNREADABLE: {
    title: 'The file cannot be read',
    hint: 'Check that you may read it and that its disk is connected.',
  },
  INPUT_EMPTY: {
    title: 'The file is empty',
    hint: 'Copy or record it again: it holds 0 bytes.',
  },
  INPUT_NOT_MEDIA: {
    title: 'The file is not a picture or video that Poise knows',
    hint: 'Give a video (mp4, mov, webm, mkv) or an image (jpg, png, webp). A renamed file keeps its old format inside.',
  },
  INPUT_IS_IMAGE: {
    title: 'This is a picture, not a recording',
    hint: 'Give a video; a single picture is opened as an image.',
  },
  INPUT_NOT_IMAGE: {
    title: 'The file is not a picture that Poise knows',
    hint: 'Give a picture: jpg, png, webp, gif, tiff or avif. A renamed file keeps its old format inside.',
  },
  INPUT_TRUNCATED: {
    title: 'The file ends too early',
    hint: 'Copy it again from its source; a recording that was cut off can often be repaired by remuxing it with ffmpeg.',
  },
  INPUT_NO_VIDEO: {
    title: 'The file has no video track',
    hint: 'Poise reads faces: give a recording with a picture.',
  },
  INPUT_NEEDS_FFMPEG: {
    title: 'This container can be read only with ffmpeg',
    hint: 'Install ffmpeg so that it is on the PATH, or convert the file to mp4 or webm.',
  },
  INPUT_UNSUPPORTED_CODEC: {
    title: 'The codec of the video is not supported',
    hint: 'Convert the video to H.264 in mp4, or to VP8 or VP9 in webm.',
  },
  INPUT_DECODE_FAILED: {
    title: 'The video or image could not be decoded',
    hint: 'Play it in a video player; if that fails too, the file is damaged and must be copied or recorded again.',
  },
  INPUT_NO_MEDIA_IN_FOLDER: {
    title: 'The folder holds no recordings',
    hint: 'Give a folder with video files (mp4, mov, webm, mkv, avi).',
  },
  DATASET_INVALID: {
    title: 'The folder is not a data set that Poise can evaluate',
    hint: 'Give a folder with one sub-folder of images per expression, or sheet-NN.png files with a labels.csv.',
  },
  OUTPUT_UNWRITABLE: {
    title: 'The output cannot be written',
    hint: 'Choose another folder, or check its permissions and the free space.',
  },
  MODEL_UNKNOWN: {
    title: 'There is no model of that name',
    hint: 'Choose one of the models in the manifest of the installed models.',
  },
  MODEL_MISSING: {
    title: 'A model file is missing',
    hint: 'Run "npm ci" again, or "npm run build" in a checkout: it makes the files.',
  },
  MODEL_CORRUPTED: {
    title: 'A model file does not match its checksum',
    hint: 'The file is damaged or was changed. Run "npm ci" again, or "npm run build" in a checkout.',
  },
  DEVICE_UNSUPPORTED: {
    title: 'The device is not supported here',
    hint: 'Use the device "auto" or "cpu".',
  },
  RUNTIME_FAILED: {
    title: 'The model runtime failed',
    hint: 'Install Poise again on the system that it runs on; the cause says what failed.',
  },
  DISPOSED: {
    title: 'The object was already disposed of',
    hint: 'Create a new one, and call dispose() only when no call is pending.',
  },
  FRAME_INVALID: {
    title: 'The frame is not valid',
    hint: 'A frame has whole width and height of at least 1 and width × height × 3 bytes of RGB.',
  },
  EMOTIONS_INVALID: {
    title: 'The emotion scores are not valid',
    hint: 'Give all seven scores (angry, disgust, fear, happy, sad, surprise, neutral) as finite numbers of 0 or more that do not sum to 0.',
  },
  TIMESTAMP_INVALID: {
    title: 'The timestamp is not valid',
    hint: 'Give seconds as a finite number that never goes backwards within a session.',
  },
  SUMMARY_INVALID: {
    title: 'The session record does not satisfy the schema',
    hint: 'Give a summary made by Poise, or one that satisfies the published JSON Schema.',
  },
  OPTION_INVALID: {
    title: 'An option is not valid',
    hint: 'See the documentation of the option for its range.',
  },
  CAMERA_UNSUPPORTED: {
    title: 'This browser gives pages no camera here',
    hint: 'Open the page at http://127.0.0.1 or over https, in a current browser.',
  },
  CAMERA_REFUSED: {
    title: 'The camera was not allowed',
    hint: 'Allow the camera for this page in the address bar of the browser, then try again.',
  },
  CAMERA_NOT_FOUND: {
    title: 'No camera was found',
    hint: 'Connect a camera, or switch it on, then try again.',
  },
  CAMERA_BUSY: {
    title: 'The camera is in use by another program',
    hint: 'Close the other program that uses the camera, then try again.',
  },
  CAMERA_LOST: {
    title: 'The camera was disconnected',
    hint: 'Connect the camera again, or choose another one.',
  },
  CAMERA_SILENT: {
    title: 'The camera gives no picture',
    hint: 'Open its cover, switch it off and on, or choose another camera.',
  },
  ASSET_UNREACHABLE: {
    title: 'A file of the page could not be loaded',
    hint: 'Check that the server of the page is running, then load the page again.',
  },
  ASSET_IS_HTML: {
    title: 'The server sent a web page in place of a file',
    hint: 'Check that the file is on the server: it answers a missing file with its start page.',
  },
  STORAGE_FAILED: {
    title: 'The browser could not store the session',
    hint: 'Free some space, or leave private browsing, where some browsers store nothing.',
  },
  ARCHIVE_INVALID: {
    title: 'The file is not an export of Poise',
    hint: 'Choose a file that "Export all" made, or the JSON of one session.',
  },
  CANCELLED: {
    title: 'The work was cancelled',
    hint: 'Start the work again when you want its result.',
  },
  INTERNAL: {
    title: 'Something went wrong inside Poise',
    hint: 'Report the error with its stack and its cause.',
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
}
