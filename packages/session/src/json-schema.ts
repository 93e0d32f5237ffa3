import { sessionSummarySchema } from './schema.js';
import { z } from './strict-zod.js';

/**
 * The published JSON Schema (draft 2020-12) of the exported session, generated from the zod schema.
 * The same is in the package as `schema/session-summary.schema.json`.
 */
export function sessionSummaryJsonSchema(): Record<string, unknown> {
  // "input": keys of a later version are allowed, as they are when Poise itself reads a file.
  const schema = z.toJSONSchema(sessionSummarySchema, { io: 'input' });
  return { title: 'Poise session summary', ...schema };
}
