import { PoiseError } from '@poise/core';
import { type SessionSummary, sessionSummarySchema } from './schema.js';

/** How many problems an error lists before it says that there are more. */
const LISTED_PROBLEMS = 5;

/** Whether it claims to be a session: of anything else, what its keys lack is beside the point. */
function hasVersion(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema_version' in value;
}

/**
 * Checks a value, for example the parsed text of a saved session, against the schema.
 *
 * @returns the summary, without keys that the schema does not know.
 * @throws PoiseError SUMMARY_INVALID that names the keys that are wrong, or says that the value is no
 * session of Poise at all.
 */
export function parseSessionSummary(value: unknown): SessionSummary {
  const result = sessionSummarySchema.safeParse(value);
  if (result.success) return result.data;
  if (!hasVersion(value)) {
    throw new PoiseError('SUMMARY_INVALID', 'it has no schema_version, as sessions of Poise have', {
      cause: result.error,
    });
  }
  const { issues } = result.error;
  const listed = issues
    .slice(0, LISTED_PROBLEMS)
    .map(({ path, message }) => `${path.length === 0 ? 'the value' : path.join('.')}: ${message}`);
  const more =
    issues.length > LISTED_PROBLEMS ? `; and ${issues.length - LISTED_PROBLEMS} more` : '';
  throw new PoiseError('SUMMARY_INVALID', listed.join('; ') + more, { cause: result.error });
}
