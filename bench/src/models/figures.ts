import { z } from 'zod';

/** Milliseconds a face and what they are in those of the yardstick, in the same run. */
const milliseconds = z.number().positive();
const ratio = z.number().positive();

/** What `npm run bench:models` writes: bench/results/models.json. */
export const modelFiguresSchema = z.strictObject({
  /** Day of the run, year first. */
  date: z.iso.date(),
  /** Number and name of the processors. */
  machine: z.string(),
  versions: z.strictObject({ node: z.string(), onnxruntime: z.string(), chromium: z.string() }),
  /** The model that the ratios are taken against. */
  yardstick: z.string(),
  models: z.array(
    z.strictObject({
      name: z.string(),
      /** Size of the ONNX file. */
      bytes: z.int().positive(),
      /** Trained numbers; null where no manifest says it. */
      parameters: z.int().positive().nullable(),
      node_ms: milliseconds,
      browser_ms: milliseconds,
      node_ratio: ratio,
      browser_ratio: ratio,
    }),
  ),
});

/** See {@link modelFiguresSchema}. */
export type ModelFigures = z.infer<typeof modelFiguresSchema>;

/** What one model takes. */
export type ModelTime = ModelFigures['models'][number];
