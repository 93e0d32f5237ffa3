import { EMOTIONS } from '@poise/core';
import { othersInViewSchema } from './others-in-view.js';
import { eyesSchema, presenceSchema, qualityGateSchema } from './schema-presence.js';
import { SESSION_ID_PATTERN } from './session-names.js';
import { z } from './strict-zod.js';

/** The version of the shape that this package writes. A new key raises the second number. */
export const SCHEMA_VERSION = '1.4.0';

/** The names of the confidence levels, from the highest down. */
export const CONFIDENCE_LEVEL_NAMES = [
  'Excellent',
  'Confident',
  'Moderate',
  'Nervous',
  'Anxious',
  'Very Anxious',
] as const;

/** The most characters of a question: more than any that is asked in one breath. */
export const LONGEST_PROMPT = 500;

const unit = z.number().min(0).max(1);
const count = z.int().min(0);
const seconds = z.number().min(0);
const emotion = z.enum(EMOTIONS);
const level = z.enum(CONFIDENCE_LEVEL_NAMES);
const perEmotion = <T extends z.ZodType>(value: T) =>
  z.object({
    angry: value,
    disgust: value,
    fear: value,
    happy: value,
    sad: value,
    surprise: value,
    neutral: value,
  });

const interval = z.object({ lower: unit, upper: unit });

const segment = z.object({
  start: seconds,
  end: seconds,
  avg_confidence: unit
    .nullable()
    .describe('Mean score of the segment; null without enough evidence.'),
  confidence_interval: interval
    .nullable()
    .describe('95 % interval; null when the segment is too short for one.'),
  face_detection_rate: unit,
  dominant_emotion: emotion.nullable(),
  frames: count.describe('Every frame of the segment, with a face or without.'),
});

const question = z.object({
  prompt: z.string().min(1).max(LONGEST_PROMPT).describe('What was asked.'),
  ...segment.shape,
});

/** A phase of a smile; null for a tension moment, and where the mouth was not seen all through. */
const phase = seconds.nullable().default(null);

const moment = z
  .object({
    kind: z.enum(['tension', 'smile']),
    start: seconds,
    end: seconds,
    peak_time: seconds,
    peak: unit.describe('Highest value of the tension signal, or of the smoothed score of happy.'),
    duration_seconds: seconds.nullable().default(null).describe('From start to end. Since 1.2.'),
    onset_seconds: phase.describe('From rest until the smile is nearly full. Since 1.2.'),
    apex_seconds: phase.describe('While it is nearly full. Since 1.2.'),
    offset_seconds: phase.describe('From nearly full back to rest. Since 1.2.'),
  })
  .describe('An event that lasted.');

const timelineEntry = z.object({
  start: seconds,
  end: seconds,
  avg_confidence: unit
    .nullable()
    .describe('null when no face was seen, and without enough evidence for a score.'),
  dominant_emotion: emotion.nullable(),
  face_detection_rate: unit,
});

const frame = z.object({
  timestamp: seconds,
  confidence_score: unit,
  confidence_level: level,
  dominant_emotion: emotion,
  emotions: perEmotion(unit).describe('The smoothed scores; they sum to 1.'),
});

const timeSeries = z
  .object({
    rate_hz: z.number().positive().max(10).describe('The most samples a second.'),
    timestamps: z.array(seconds),
    confidence_scores: z.array(unit),
  })
  .refine((series) => series.timestamps.length === series.confidence_scores.length, {
    message: 'timestamps and confidence_scores must have the same length',
  });

/**
 * The exported JSON of one session, as a zod schema: the one source of the type
 * {@link SessionSummary} and of the published JSON Schema.
 *
 * All times are seconds since the session's first frame. Keys that the schema does not know are
 * accepted and dropped, so that a file of a later version 1 can be read.
 */
export const sessionSummarySchema = z
  .object({
    schema_version: z
      .string()
      .regex(/^1\.\d+\.\d+$/)
      .describe('Version of this shape; the first number changes when a key is removed.'),
    intended_use: z
      .literal('self-practice')
      .describe('Using it to select, rank or assess people is not intended.'),
    session_id: z
      .string()
      .regex(SESSION_ID_PATTERN)
      .describe('YYYYMMDD_HHMMSS in local time, or a name given by the caller.'),
    created_at: z.iso
      .datetime({ offset: true })
      .describe('When the session began, ISO 8601, with the local offset.'),
    source: z.object({
      kind: z.enum(['recording', 'live', 'unknown']),
      name: z
        .string()
        .regex(/^[^/\\]*$/)
        .nullable()
        .describe('The file name, never a path.'),
    }),
    session_duration: seconds.describe('Seconds from the first frame to the last.'),
    frames_total: count.describe('Every frame, with a face or without.'),
    frames_analyzed: count.describe(
      'Frames with a face, also those that the quality gate left out.',
    ),
    average_confidence: unit.nullable().describe('null when the evidence is not sufficient.'),
    confidence_level: level.nullable(),
    confidence_interval: z
      .object({
        lower: unit,
        upper: unit,
        level: z.literal(0.95),
        method: z.literal('moving block bootstrap'),
        block_seconds: z.number().positive(),
        resamples: z.int().positive(),
        seed: z.int(),
      })
      .nullable()
      .describe('Interval of the session average.'),
    confidence_statistics: z
      .object({ minimum: unit, maximum: unit, standard_deviation: unit, median: unit })
      .nullable()
      .describe('Over the smoothed frame scores.'),
    evidence: z.object({
      sufficient: z.boolean(),
      face_seconds: seconds.describe('Seconds with a face that counts.'),
      reasons: z.array(
        z.object({
          code: z.enum(['too_little_face_time', 'face_missing_too_often', 'picture_too_poor']),
          message: z.string(),
        }),
      ),
    }),
    engagement_score: unit.nullable(),
    expressiveness: unit.nullable(),
    face_stability: unit.nullable().describe('null when no face boxes were given.'),
    face_detection_rate: unit,
    stress_spikes_count: count.describe('Number of tension moments.'),
    segment_analysis: z.object({ beginning: segment, middle: segment, end: segment }),
    questions: z
      .array(question)
      .default([])
      .describe('The questions that were asked, in order, each judged as a segment is. Since 1.1.'),
    time_series: timeSeries,
    emotion_percentages: perEmotion(z.number().min(0).max(100)).describe(
      'Mean smoothed score of each expression × 100; they sum to 100, or are all 0 without a face.',
    ),
    moments: z.array(moment).describe('By start time.'),
    timeline: z
      .array(timelineEntry)
      .describe(
        'Intervals of equal length, 10 s (longer beyond six hours); the last one ends with the session and lasts from half of that to one and a half.',
      ),
    absences: z
      .array(z.object({ start: seconds, end: seconds }))
      .describe('Stretches of 2 s or more without a face.'),
    without_pictures: z
      .array(z.object({ start: seconds, end: seconds }))
      .default([])
      .describe(
        'Those of the absences in which a recording has no pictures: a part that cannot be read, or a picture that stands still. Who was there is not known. Since 1.4.',
      ),
    breaks: z.array(seconds).default([]).describe('Where a live session was paused. Since 1.1.'),
    baseline: z.object({
      applied: z.boolean(),
      source: z
        .enum(['none', 'given', 'calmest_stretch'])
        .describe('Given by the person, or found as the calmest stretch of the session.'),
      seconds: seconds.describe('Seconds of resting face that it was made from.'),
      start: seconds.nullable().default(null).describe('Where it lies in the session. Since 1.2.'),
      end: seconds.nullable().default(null),
      shift: perEmotion(z.number()).nullable().describe('Added to the logarithm of each score.'),
      smiling: z
        .boolean()
        .nullable()
        .default(null)
        .describe(
          'Whether a smile was shown in it: then the face was not at rest, and smiles count for less. null when there is none, and before 1.3.',
        ),
    }),
    model: z.object({
      expression: z.string().nullable(),
      face_detector: z.string().nullable(),
    }),
    quality: z.object({
      analyzed_fps: z.number().min(0),
      face_detection_rate: unit,
      longest_absence_seconds: seconds,
    }),
    quality_gate: qualityGateSchema.nullable().default(null).describe('Since 1.2.'),
    presence: presenceSchema.nullable().default(null).describe('Since 1.2.'),
    eyes: eyesSchema.nullable().default(null).describe('Since 1.2.'),
    others_in_view: othersInViewSchema
      .nullable()
      .default(null)
      .describe('null where other people were not counted. Since 1.3.'),
    all_frames: z.array(frame).describe('The last frame with a face of each bin of the series.'),
  })
  .describe('A practice interview as Poise exports it.');

/** The exported JSON of one session. See {@link sessionSummarySchema}. */
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** One third of a session, as {@link SessionSummary} holds it. */
export type SegmentSummary = z.infer<typeof segment>;

/** One question of a session, as {@link SessionSummary} holds it. */
export type QuestionSummary = z.infer<typeof question>;

/** A tension moment or a smile, as {@link SessionSummary} holds it. */
export type SessionMoment = z.infer<typeof moment>;

/** One interval of the timeline, as {@link SessionSummary} holds it. */
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** One frame of the exported series, as {@link SessionSummary} holds it. */
export type FrameRecord = z.infer<typeof frame>;

/** The name of a confidence level. */
export type ConfidenceLevel = z.infer<typeof level>;
