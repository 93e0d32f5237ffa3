import { PoiseError } from '@poise/core';
import { type SessionSummary, sessionSummarySchema } from './schema.js';

/** How many problems an error lists before it says that there are more. */
const LISTED_PROBLEMS = 5;

/**
 * Checks a value, for example the parsed text of a saved session, against the schema.
 *
 * @returns the summary, without keys that the schema does not know.
 * @throws PoiseError SUMMARY_INVALID that names the keys that are wrong.
 */
export function parseSessionSummary(value: unknown): SessionSummary {
  const result = sessionSummarySchema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const listed = issues
    .slice(0, LISTED_PROBLEMS)
    .map(({ path, message }) => `${path.length === 0 ? 'the value' : path.join('.')}: ${message}`);
  const more =
    issues.length > LISTED_PROBLEMS ? `; and ${issues.length - LISTED_PROBLEMS} more` : '';
  throw new PoiseError('SUMMARY_INVALID', listed.join('; ') + more, { cause: result.error });
}
