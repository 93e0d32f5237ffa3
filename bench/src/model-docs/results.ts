import { EMOTIONS } from '@poise/core';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

/** How good the answers of one head are against one kind of label. */
const head = z.object({
  /** Images judged. */
  n: count,
  accuracy: share,
  macro_f1: share,
  /** Share of each class's images that are found. */
  recall: z.object(Object.fromEntries(EMOTIONS.map((name) => [name, share.nullable()]))),
  /** Expected calibration error. */
  ece: share,
  /** Share of the neutral faces that are called angry, disgust, fear or sad. */
  neutral_called_negative: share,
  /** Counts, label by answer. */
  confusion: z.array(z.array(count).length(EMOTIONS.length)).length(EMOTIONS.length),
});

const heads = z.object({ ferplus: head, fer2013: head });
const pair = z.object({ ferplus: z.number(), fer2013: z.number() });

/** Both heads on one set of images. */
const judgement = heads.extend({
  /** Mean Kullback-Leibler divergence of the answers from the FER+ votes, in nats. */
  vote_divergence: z.number().nonnegative(),
  /** Absent where the temperature is inside a model file. */
  ece_before_temperature: z.object({ ferplus: share, fer2013: share }).optional(),
});

/**
 * What `evaluate` of training writes about a network: training/results/NAME.json. What only training
 * knows may be absent: not every model that is compared was trained here.
 */
export const trainedSchema = z.object({
  name: z.string(),
  architecture: z.string(),
  /** Trained numbers. */
  parameters: z.int().positive(),
  epochs: z.int().positive().optional(),
  train_seconds: z.number().positive().optional(),
  /** Of the drawn weights and of the order and variation of what it learned. */
  seed: z.int().optional(),
  /** Whether it has learned training images of which test images are copies. */
  learned_copies: z.boolean().optional(),
  git_revision: z.string().optional(),
  data_sha256: z.string().optional(),
  /** The public test as it is published. */
  official: judgement,
  /** The same, averaged with the answer for the mirrored picture. */
  official_mirrored: judgement.optional(),
  /** The public test without images of which there is a copy. */
  deduplicated: judgement.optional(),
  /** The public test under conditions of a bad webcam. */
  robustness: z.record(z.string(), heads).optional(),
  temperature: pair.optional(),
});

/** What each step of the work brought: training/results/history.json. */
export const historySchema = z.object({
  steps: z.array(
    z.object({
      step: z.string(),
      fer2013: share.nullish(),
      ferplus: share.nullish(),
      neutral_called_negative: share.nullish(),
      note: z.string().optional(),
    }),
  ),
});

/** Over the seeds; one seed has no spread. */
const spread = z.object({ mean: share, spread: share.nullable() });

/** What each ingredient brings: training/results/ablations.json. The first run has them all. */
export const ablationsSchema = z.object({
  note: z.string().optional(),
  runs: z.array(
    z.object({
      name: z.string(),
      seeds: z.array(z.int()).min(1),
      ferplus: spread,
      fer2013: spread,
      ece: spread,
    }),
  ),
});

export type Head = z.infer<typeof head>;
export type Heads = z.infer<typeof heads>;
export type Judgement = z.infer<typeof judgement>;
export type Trained = z.infer<typeof trainedSchema>;
export type History = z.infer<typeof historySchema>;
export type Ablations = z.infer<typeof ablationsSchema>;
