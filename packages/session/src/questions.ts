import type { TimedBin } from './bin.js';
import { refuse } from './check-option.js';
import { LONGEST_PROMPT, type QuestionSummary } from './schema.js';
import { type StretchContext, summarizeStretch } from './stretch.js';

/** How much of a prompt an error shows. */
const SHOWN_PROMPT = 40;

/**
 * Times may differ from what they stand for by the rounding of the caller's clock: seconds since
 * 1970 are right to a quarter of a microsecond. Far under a bin.
 */
const TIME_TOLERANCE = 1e-6;

/** A question of an interview and when it was the one to answer. */
export interface SessionQuestion {
  /** What was asked: 1–500 characters, not only spaces. */
  readonly prompt: string;
  /** Seconds, on the clock of the frames' timestamps. */
  readonly start: number;
  /** Seconds on the same clock, `start` or later. */
  readonly end: number;
}

function checkPrompt(option: string, value: unknown): string {
  const rule = `text of 1–${LONGEST_PROMPT} characters`;
  if (typeof value !== 'string') refuse(option, rule, value);
  if (value.trim() === '' || value.length > LONGEST_PROMPT)
    refuse(option, rule, value.slice(0, SHOWN_PROMPT));
  return value;
}

function checkTime(option: string, value: unknown, from: number, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(option, 'in seconds', value);
  if (value < from) refuse(option, `${what} (${from}) or later`, value);
  return value;
}

/**
 * Checks questions from outside.
 *
 * @returns a copy.
 * @throws PoiseError OPTION_INVALID when a prompt is empty or too long, a time is not finite, or a
 * question begins before the one before it ends.
 */
export function checkQuestions(value: unknown): SessionQuestion[] {
  if (!Array.isArray(value)) refuse('questions', 'a list', value);
  let latest = Number.NEGATIVE_INFINITY;
  return value.map((question: unknown, i) => {
    const name = `questions[${i}]`;
    if (typeof question !== 'object' || question === null) refuse(name, 'an object', question);
    const given = question as Partial<Record<keyof SessionQuestion, unknown>>;
    const prompt = checkPrompt(`${name}.prompt`, given.prompt);
    const start = checkTime(`${name}.start`, given.start, latest, 'the end of the one before');
    const end = checkTime(`${name}.end`, given.end, start, 'its start');
    latest = end;
    return { prompt, start, end };
  });
}

/**
 * Each question as a stretch of the session; a bin belongs to the question that it starts in.
 *
 * @param first - the first frame's time on the caller's clock.
 * @param duration - seconds from the first frame to the last.
 */
export function questionAnalysis(
  bins: readonly TimedBin[],
  questions: readonly SessionQuestion[],
  first: number,
  duration: number,
  context: StretchContext,
): QuestionSummary[] {
  const within = (time: number) => Math.min(Math.max(time, 0), duration);
  return questions.map(({ prompt, ...question }, i) => {
    const start = question.start - first;
    const end = question.end - first;
    const next = (questions[i + 1]?.start ?? Infinity) - first;
    // The very last frame lies on the end of the session and belongs to the last question there.
    const reachesEnd = end >= duration - TIME_TOLERANCE && next > duration + TIME_TOLERANCE;
    const own = bins.filter(
      (bin) =>
        bin.start >= start - TIME_TOLERANCE && (reachesEnd || bin.start < end - TIME_TOLERANCE),
    );
    return { prompt, ...summarizeStretch(own, within(start), within(end), context) };
  });
}
