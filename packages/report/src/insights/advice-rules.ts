import type { SessionSummary } from '@poise/session';
import type { Span } from '../format.js';
import type { Facts } from './facts.js';
import {
  canSay,
  framesWithSmiles,
  inTheMiddle,
  shown,
  statedExpressiveness,
  surelyOver,
  surelyUnder,
} from './presence.js';
import { THRESHOLDS } from './thresholds.js';

/** One rule: when something is worth saying, and which seconds show it. */
interface AdviceRule {
  readonly code: string;
  readonly when: (facts: Facts) => boolean;
  /** The seconds of evidence, the most telling first; the whole session when it gives none. */
  readonly evidence: (facts: Facts) => readonly (Span | null | undefined)[];
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

const within = (span: Span | null, segment: Span): Span =>
  span !== null && overlaps(span, segment) ? span : segment;

const greeting = ({ whole }: Facts): Span => ({
  start: whole.start,
  end: Math.min(whole.end, whole.start + THRESHOLDS.greetingSeconds),
});

/** The smiles that lie where the advice says, the longest first; all where none of those listed does. */
const placedSmiles = ({ summary }: Facts, isThere: (smile: Span) => boolean): readonly Span[] => {
  const smiles = shown(summary.presence?.smile_placement, 'smile');
  const there = smiles.filter(isThere);
  return there.length > 0 ? there : smiles;
};

const scored = (facts: Facts): boolean => facts.average !== null;
const longEnough = (facts: Facts): boolean =>
  scored(facts) && facts.summary.session_duration >= THRESHOLDS.momentsExpectedSeconds;
const hasReason = (facts: Facts, code: string): boolean =>
  !scored(facts) && facts.summary.evidence.reasons.some((reason) => reason.code === code);

/** The recording was long enough, and the face out of view for too much of it. */
const onlyMissing = (facts: Facts): boolean =>
  hasReason(facts, 'face_missing_too_often') && !hasReason(facts, 'too_little_face_time');

/** Enough was seen to say that something did not happen. */
const mostlySeen = (facts: Facts): boolean =>
  longEnough(facts) && facts.summary.face_detection_rate >= THRESHOLDS.faceOftenMissing;

const isLong = ({ start, end }: Span): boolean => end - start >= THRESHOLDS.longAbsenceSeconds;

/** Two people who share a picture cannot both be in its middle. */
const besideSomebody = ({ others_in_view: others, session_duration: length }: SessionSummary) =>
  others !== null && others.seconds_beside >= THRESHOLDS.besideSomebody * length;

/**
 * What can be worked on, by priority: first what makes a score possible at all, then what was
 * noticed in seconds that can be named, then habits. The first rule that holds gives the report's
 * one action item. Without a score one of the first three always holds.
 */
export const IMPROVEMENT_RULES = [
  {
    code: 'face_missing',
    when: (facts) => hasReason(facts, 'face_missing_too_often'),
    evidence: (facts) => facts.absences,
  },
  {
    code: 'poor_picture',
    when: (facts) =>
      hasReason(facts, 'picture_too_poor') ||
      (scored(facts) &&
        (facts.summary.quality_gate?.share_left_out ?? 0) >= THRESHOLDS.oftenLeftOut),
    evidence: () => [],
  },
  {
    code: 'record_longer',
    when: (facts) => !scored(facts) && !onlyMissing(facts) && !hasReason(facts, 'picture_too_poor'),
    evidence: () => [],
  },
  {
    code: 'face_often_missing',
    when: (facts) =>
      scored(facts) && facts.summary.face_detection_rate < THRESHOLDS.faceOftenMissing,
    evidence: (facts) => facts.absences,
  },
  {
    code: 'tension',
    when: (facts) => scored(facts) && facts.tensions.length > 0,
    evidence: (facts) => facts.tensions,
  },
  {
    code: 'weak_start',
    when: (facts) =>
      scored(facts) &&
      facts.beginningToMiddle === 'up' &&
      (facts.segments.beginning.average ?? 1) < THRESHOLDS.confident,
    evidence: (facts) => [within(facts.lowest, facts.segments.beginning)],
  },
  {
    code: 'fading_finish',
    when: (facts) =>
      scored(facts) &&
      facts.middleToEnd === 'down' &&
      (facts.segments.end.average ?? 1) < THRESHOLDS.restingFace,
    evidence: (facts) => [within(facts.lowest, facts.segments.end)],
  },
  {
    code: 'middle_dip',
    when: (facts) =>
      scored(facts) &&
      facts.beginningToMiddle === 'down' &&
      facts.middleToEnd !== 'down' &&
      (facts.segments.middle.average ?? 1) < THRESHOLDS.restingFace,
    evidence: (facts) => [within(facts.lowest, facts.segments.middle)],
  },
  {
    code: 'long_absence',
    when: (facts) =>
      scored(facts) &&
      facts.summary.face_detection_rate >= THRESHOLDS.faceOftenMissing &&
      facts.absences.some(isLong),
    evidence: (facts) => facts.absences,
  },
  {
    code: 'looking_away',
    when: ({ summary }) => surelyUnder(summary.presence?.camera_facing, THRESHOLDS.seldomFacing),
    evidence: ({ summary }) => shown(summary.presence?.camera_facing, 'away'),
  },
  {
    code: 'off_centre',
    when: ({ summary }) =>
      !besideSomebody(summary) &&
      surelyUnder(summary.presence?.face_centred, THRESHOLDS.seldomCentred),
    evidence: ({ summary }) => shown(summary.presence?.face_centred, 'off_centre'),
  },
  {
    code: 'smiles_in_the_middle',
    when: ({ summary }) => surelyUnder(summary.presence?.smile_placement, 0),
    evidence: (facts) => placedSmiles(facts, (smile) => inTheMiddle(smile, facts)),
  },
  {
    code: 'moving_head',
    when: (facts) => scored(facts) && (facts.summary.face_stability ?? 1) < THRESHOLDS.lowStability,
    evidence: () => [],
  },
  {
    code: 'low_average',
    when: (facts) => scored(facts) && (facts.average ?? 1) < THRESHOLDS.moderate,
    evidence: (facts) => [facts.lowest],
  },
  {
    // A calm face between smiles is no low, and one that comes from a tension moment is already
    // spoken of.
    code: 'low_stretch',
    when: ({ lowest, average, tensions }) =>
      lowest !== null &&
      lowest.average < THRESHOLDS.confident &&
      lowest.average < (average ?? 0) - THRESHOLDS.noticeableChange &&
      !tensions.some((tension) => overlaps(tension, lowest)),
    evidence: (facts) => [facts.lowest],
  },
  {
    code: 'short_session',
    when: (facts) => scored(facts) && !longEnough(facts),
    evidence: () => [],
  },
  {
    code: 'no_smile',
    when: (facts) => mostlySeen(facts) && facts.smiles.length === 0,
    evidence: (facts) => [greeting(facts)],
  },
  {
    code: 'little_expression',
    when: (facts) =>
      longEnough(facts) &&
      (statedExpressiveness(facts.summary) ?? 1) < THRESHOLDS.lowExpressiveness,
    evidence: () => [],
  },
] as const satisfies readonly AdviceRule[];

/** For a session in which nothing else is to be worked on. */
export const NEXT_LEVEL_RULE = {
  code: 'next_level',
  when: scored,
  evidence: (facts) => [facts.lowest],
} as const satisfies AdviceRule;

/** What went well. Nothing is praised when there is too little evidence to judge it. */
export const STRENGTH_RULES = [
  {
    code: 'high_average',
    when: (facts) => (facts.average ?? 0) >= THRESHOLDS.confident,
    evidence: (facts) => [facts.highest],
  },
  {
    code: 'growth',
    when: (facts) => scored(facts) && facts.beginningToEnd === 'up',
    evidence: (facts) => [facts.segments.end],
  },
  {
    code: 'even',
    when: (facts) =>
      mostlySeen(facts) &&
      (facts.summary.confidence_statistics?.standard_deviation ?? 1) < THRESHOLDS.evenDeviation,
    evidence: () => [],
  },
  {
    code: 'smiles',
    when: (facts) => scored(facts) && facts.smiles.length > 0,
    evidence: (facts) => facts.smiles,
  },
  {
    code: 'facing_camera',
    when: ({ summary }) => surelyOver(summary.presence?.camera_facing, THRESHOLDS.mostlyFacing),
    evidence: ({ summary }) => shown(summary.presence?.camera_facing, 'facing'),
  },
  {
    code: 'smiles_frame',
    when: ({ summary }) => framesWithSmiles(summary.presence),
    evidence: (facts) => placedSmiles(facts, (smile) => !inTheMiddle(smile, facts)),
  },
  {
    code: 'no_tension',
    when: (facts) => mostlySeen(facts) && facts.tensions.length === 0,
    evidence: () => [],
  },
  {
    code: 'best_stretch',
    when: (facts) =>
      facts.highest !== null &&
      facts.highest.average > (facts.average ?? 1) + THRESHOLDS.noticeableChange,
    evidence: (facts) => [facts.highest],
  },
  {
    code: 'lively',
    when: (facts) =>
      longEnough(facts) &&
      (statedExpressiveness(facts.summary) ?? 0) >= THRESHOLDS.highExpressiveness,
    evidence: () => [],
  },
  {
    code: 'still_head',
    when: (facts) =>
      mostlySeen(facts) && (facts.summary.face_stability ?? 0) >= THRESHOLDS.highStability,
    evidence: () => [],
  },
  {
    code: 'always_in_view',
    when: (facts) =>
      longEnough(facts) &&
      canSay(facts.summary.presence?.face_visible) &&
      facts.summary.face_detection_rate >= THRESHOLDS.faceAlwaysSeen &&
      !facts.summary.absences.some(isLong),
    evidence: () => [],
  },
] as const satisfies readonly AdviceRule[];

/** The code of something to work on. */
export type ImprovementCode =
  | (typeof IMPROVEMENT_RULES)[number]['code']
  | (typeof NEXT_LEVEL_RULE)['code'];
/** The code of a strength. */
export type StrengthCode = (typeof STRENGTH_RULES)[number]['code'];
