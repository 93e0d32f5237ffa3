import { checkGroup, checkName, checkNumber, refuse } from './check-option.js';
import type { SessionSummary } from './schema.js';
import { SESSION_ID_PATTERN, sessionIdOf, sourceName } from './session-names.js';

/** The length of the smoothing window in seconds when none is given: 10 frames at 10 frames a second. */
export const DEFAULT_WINDOW_SECONDS = 1;

/** The longest window that may be asked for, in seconds. */
const LONGEST_WINDOW_SECONDS = 60;

/** The longest window that may be asked for, in frames: a minute at 60 frames a second. */
const LONGEST_WINDOW_FRAMES = 3600;

/** The seed of the intervals when none is given. */
const DEFAULT_SEED = 1;

/** What an analyzer may be told. */
export interface InterviewEmotionAnalyzerOptions {
  /**
   * The length of the smoothing window in frames at the rate seen (the median of the last 31
   * distances between frames): a number of 1–3600. When it is left out the window is 1 second at
   * any rate, which is 10 frames at the reference rate of 10 frames a second.
   */
  readonly windowSize?: number;
  /**
   * The length of the smoothing window in seconds, 0–60; 0 turns smoothing off. Not together with
   * `windowSize`.
   */
  readonly smoothingSeconds?: number;
  /** The name of the session: 1–64 letters, digits, `_` or `-`, starting with a letter or digit. Default: `startedAt` as YYYYMMDD_HHMMSS in local time. */
  readonly sessionId?: string;
  /** When the session began. Default: now. */
  readonly startedAt?: Date;
  /** What is analysed. Of a path, only the file name is kept. Default: unknown. */
  readonly source?: {
    readonly kind: 'recording' | 'live' | 'unknown';
    readonly name?: string | null;
  };
  /** The names of the models that made the scores. Default: null. */
  readonly model?: {
    readonly expression?: string | null;
    readonly faceDetector?: string | null;
  };
  /** The seed of the intervals, a whole number. Default: 1. */
  readonly seed?: number;
  /** A monotonic clock in seconds, for frames that come without a timestamp. Default: `performance.now() / 1000`. */
  readonly now?: () => number;
}

/** The options after their check, with defaults. */
export interface CheckedOptions {
  readonly window:
    | { readonly unit: 'frames'; readonly frames: number }
    | { readonly unit: 'seconds'; readonly seconds: number };
  readonly sessionId: string;
  readonly startedAt: Date;
  readonly source: SessionSummary['source'];
  readonly model: SessionSummary['model'];
  readonly seed: number;
  readonly now: () => number;
}

function checkWindow(options: InterviewEmotionAnalyzerOptions): CheckedOptions['window'] {
  const { windowSize, smoothingSeconds } = options;
  if (windowSize !== undefined && smoothingSeconds !== undefined)
    refuse('smoothingSeconds', 'left out when windowSize is given', smoothingSeconds);
  if (windowSize !== undefined) {
    const frames = checkNumber('windowSize', windowSize, 1, LONGEST_WINDOW_FRAMES);
    return { unit: 'frames', frames };
  }
  const seconds = smoothingSeconds ?? DEFAULT_WINDOW_SECONDS;
  return {
    unit: 'seconds',
    seconds: checkNumber('smoothingSeconds', seconds, 0, LONGEST_WINDOW_SECONDS),
  };
}

/**
 * Checks each option and fills in the defaults.
 *
 * @throws PoiseError OPTION_INVALID that names the option and its value.
 */
export function checkOptions(options: InterviewEmotionAnalyzerOptions): CheckedOptions {
  checkGroup('options', options);
  const startedAt = options.startedAt ?? new Date();
  if (!(startedAt instanceof Date) || Number.isNaN(startedAt.getTime()))
    refuse('startedAt', 'a valid Date', startedAt);
  const sessionId = options.sessionId ?? sessionIdOf(startedAt);
  if (typeof sessionId !== 'string' || !SESSION_ID_PATTERN.test(sessionId))
    refuse('sessionId', '1–64 letters, digits, "_" or "-" (a letter or digit first)', sessionId);
  const source = options.source ?? { kind: 'unknown' };
  checkGroup('source', source);
  if (!['recording', 'live', 'unknown'].includes(source.kind))
    refuse('source.kind', '"recording", "live" or "unknown"', source.kind);
  const name = checkName('source.name', source.name);
  const model = options.model ?? {};
  checkGroup('model', model);
  const seed = options.seed ?? DEFAULT_SEED;
  if (!Number.isSafeInteger(seed)) refuse('seed', 'a whole number', seed);
  const now = options.now ?? (() => performance.now() / 1000);
  if (typeof now !== 'function') refuse('now', 'a function that gives seconds', now);
  return {
    window: checkWindow(options),
    sessionId,
    startedAt: new Date(startedAt),
    source: { kind: source.kind, name: name === null ? null : sourceName(name) },
    model: {
      expression: checkName('model.expression', model.expression),
      face_detector: checkName('model.faceDetector', model.faceDetector),
    },
    seed,
    now,
  };
}
