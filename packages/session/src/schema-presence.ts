import { QUALITY_ASPECTS } from '@poise/core';
import { z } from './strict-zod.js';

const unit = z.number().min(0).max(1);
const count = z.int().min(0);
const seconds = z.number().min(0);
const interval = z.object({ lower: z.number(), upper: z.number() });
const span = z.object({ start: seconds, end: seconds });

/** Why a figure is null. The codes stay; the report says each in words. */
export const MISSING_REASONS = [
  'session_evidence',
  'no_details',
  'no_frame_size',
  'not_calibrated',
  'frame_rate_too_low',
  'mostly_unsure',
  'too_little_time',
  'session_too_short',
  'no_smiles',
  'too_few_smiles',
] as const;

/** What the research behind a figure found. The codes stay; the report says each in words. */
export const FINDINGS = [
  'eye_contact_and_ratings',
  'head_movement_and_ratings',
  'smiles_at_start_and_end',
  'smile_dynamics_and_ratings',
] as const;

/** What a stretch of evidence shows. */
export const EVIDENCE_KINDS = [
  'facing',
  'away',
  'in_view',
  'out_of_view',
  'centred',
  'off_centre',
  'nod',
  'shake',
  'restless',
  'smile',
  'expressive',
  'watched',
] as const;

const reason = z
  .enum(MISSING_REASONS)
  .nullable()
  .describe('Why there is no value; null when there is one.');

const indicator = z.object({
  value: z.number().nullable().describe('null without enough evidence.'),
  unit: z
    .enum(['share', 'difference_of_shares', 'per_minute', 'degrees_per_second', 'seconds'])
    .describe('What the value is in. A share is 0–1.'),
  interval: interval.nullable().describe('95 % interval of the value.'),
  seconds: seconds.describe('Seconds of the session that it rests on.'),
  evidence: z
    .array(z.object({ ...span.shape, shows: z.enum(EVIDENCE_KINDS) }))
    .describe('Some stretches that show it, by time: the longest of each kind, not all.'),
  reason,
  finding: z
    .enum(FINDINGS)
    .nullable()
    .describe('What research found about it; null where we know of none.'),
  source: z.string().nullable().describe('Where that was found.'),
});

/** The presence figures of a session. */
export const presenceSchema = z
  .object({
    calibration: z.object({
      source: z
        .enum(['camera_look', 'resting_face', 'none'])
        .describe('What "facing the camera" was learned from.'),
      question: z.boolean().describe('Whether looking at the question counts as facing.'),
    }),
    camera_facing: indicator.extend({
      states: z
        .object({ facing: seconds, away: seconds, unsure: seconds })
        .describe('Seconds in each state.'),
    }),
    face_visible: indicator,
    face_centred: indicator,
    head_nods: indicator,
    head_shakes: indicator,
    head_restlessness: indicator,
    smile_placement: indicator.extend({
      shares: z
        .object({ start: unit, middle: unit, end: unit })
        .nullable()
        .describe('Share of the time with a smile in the first fifth, the middle and the last.'),
    }),
    smile_dynamics: indicator,
    expressive_range: indicator,
  })
  .describe('How the person came across beside their expression: figures for practice, no score.');

/** The eyes of a session: facts, no sign of anything. */
export const eyesSchema = z
  .object({
    open_eye: z
      .object({ openness: z.number().min(0), source: z.enum(['resting_face', 'session']) })
      .nullable()
      .describe("The person's own open eye; null when it was not seen."),
    blinks: z.object({
      count,
      per_minute: z.number().min(0).nullable(),
      interval: interval.nullable(),
      seconds: seconds.describe('Seconds in which blinks could be counted.'),
      reason,
    }),
    closures: z.object({
      count,
      longest: z.array(span).describe('The longest closures that were no blinks, by time.'),
    }),
  })
  .describe('Blinks and closed eyes: facts, and no sign of stress or of anything else.');

/** What the image quality gate left out of a session. */
export const qualityGateSchema = z
  .object({
    threshold: unit,
    frames_judged: count.describe('Frames with a face whose quality was known.'),
    frames_left_out: count.describe('Of these, seen but not used as evidence.'),
    share_left_out: unit,
    by_aspect: z
      .object(
        Object.fromEntries(QUALITY_ASPECTS.map((aspect) => [aspect, count])) as Record<
          (typeof QUALITY_ASPECTS)[number],
          typeof count
        >,
      )
      .describe('Frames left out, by the worst aspect of each.'),
  })
  .describe('Frames that show a face too poorly to read.');

/** One figure of the presence of a session. */
export type PresenceIndicator = z.infer<typeof indicator>;

/** The presence figures of a session. */
export type PresenceSummary = z.infer<typeof presenceSchema>;

/** Blinks and closed eyes of a session. */
export type EyesSummary = z.infer<typeof eyesSchema>;

/** What the image quality gate left out. */
export type QualityGateSummary = z.infer<typeof qualityGateSchema>;

/** Why a figure is missing. */
export type MissingReason = (typeof MISSING_REASONS)[number];

/** A finding of research. */
export type Finding = (typeof FINDINGS)[number];

/** What a stretch of evidence shows. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
