import { type EmotionScores, type FaceDetails, PoiseError } from '@poise/core';
import { type BaselineShift, baselineShift } from './baseline.js';
import { checkedScores, mapEmotions } from './emotion-scores.js';
import { checkedDetailsList } from './frame-details.js';
import { type RestingPerson, restingPerson, UNKNOWN_PERSON } from './resting-person.js';
import { roundScore, roundTime } from './rounding.js';
import type { SessionSummary } from './schema.js';
import { NOT_SMILING } from './smile-signal.js';

/** What else is known of a resting face. */
export interface BaselineOptions {
  /** Where it comes from: given by the person, or found with `findCalmestStretch`. Default: given. */
  readonly source?: 'given' | 'calmest_stretch';
  /** Where it lies in the session, in seconds on the clock of the timestamps; left out when it lies before. */
  readonly range?: { readonly start: number; readonly end: number };
  /** What the resting face shows beside its expression: the open eyes, the mouth, the pose. */
  readonly details?: readonly FaceDetails[];
}

/** The personal baseline of a session. */
export interface PersonalBaseline {
  readonly source: 'given' | 'calmest_stretch';
  /** Seconds of resting face that it was made from. */
  readonly seconds: number;
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly shift: BaselineShift;
  /** Whether a smile was shown, so that the face was not at rest. */
  readonly smiling: boolean;
  readonly person: RestingPerson;
}

/** Whether a person smiled while the resting face was read. */
function isSmiling(resting: readonly EmotionScores[]): boolean {
  const happy = resting.map((scores) => checkedScores(scores).happy);
  return happy.reduce((sum, share) => sum + share, 0) / happy.length >= NOT_SMILING;
}

function refuse(what: string): never {
  throw new PoiseError('OPTION_INVALID', what);
}

function checkRange(value: unknown): PersonalBaseline['range'] {
  if (value === undefined || value === null) return null;
  const { start, end } = value as Partial<Record<'start' | 'end', unknown>>;
  const valid =
    typeof start === 'number' &&
    typeof end === 'number' &&
    Number.isFinite(start) &&
    Number.isFinite(end) &&
    start <= end;
  if (!valid) refuse(`range must be from one second to a later one, got ${JSON.stringify(value)}`);
  return { start, end };
}

/**
 * Makes the personal baseline from readings of the resting face.
 *
 * @throws PoiseError OPTION_INVALID without a reading, or when seconds, range or details are not
 * valid; EMOTIONS_INVALID when a reading is not.
 */
export function personalBaseline(
  resting: readonly EmotionScores[],
  seconds: number,
  options: BaselineOptions,
): PersonalBaseline {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0)
    refuse(`seconds must be above 0, got ${String(seconds)}`);
  if (typeof options !== 'object' || options === null)
    refuse(`options must be an object, got ${String(options)}`);
  const { source = 'given', range, details } = options;
  if (source !== 'given' && source !== 'calmest_stretch')
    refuse(`source must be "given" or "calmest_stretch", got ${JSON.stringify(source)}`);
  // It checks the readings.
  const shift = baselineShift(resting);
  const smiling = isSmiling(resting);
  return {
    source,
    seconds,
    range: checkRange(range),
    shift,
    smiling,
    person:
      details === undefined
        ? UNKNOWN_PERSON
        : restingPerson(checkedDetailsList(details, 'details'), smiling),
  };
}

/**
 * The baseline as the summary says it.
 *
 * @param first - the first frame's time on the caller's clock.
 * @param duration - seconds from there to the last frame.
 */
export function baselineSummary(
  baseline: PersonalBaseline | null,
  first: number,
  duration: number,
): SessionSummary['baseline'] {
  if (baseline === null)
    return {
      ...{ applied: false, source: 'none', seconds: 0, start: null, end: null, shift: null },
      smiling: null,
    };
  const { source, seconds, range, shift, smiling } = baseline;
  // A range that began before the first frame that was seen began with it, and none outlasts the last.
  const within = (time: number) => roundTime(Math.min(Math.max(0, time - first), duration));
  return {
    applied: true,
    source,
    seconds: roundTime(seconds),
    start: range === null ? null : within(range.start),
    end: range === null ? null : within(range.end),
    shift: mapEmotions((emotion) => roundScore(shift[emotion])),
    smiling,
  };
}
