import { checkGroup, refuse } from './check-option.js';
import { roundTime } from './rounding.js';
import { z } from './strict-zod.js';

/** The other people of a session, as far as they were counted. */
export const othersInViewSchema = z
  .object({
    people: z
      .int()
      .min(0)
      .describe(
        'How many others were in view for half a second or more. Nobody is recognised: who is back after more than two seconds counts again.',
      ),
    most_at_once: z.int().min(0).describe('The most people in view at once, this person included.'),
    capped: z
      .boolean()
      .default(false)
      .describe(
        'Whether as many were in view at once as faces are followed: there may have been more, and people and most_at_once are the fewest there were. Files without this key do not say it, and read as false.',
      ),
    seconds_beside: z
      .number()
      .min(0)
      .describe('Seconds in which this person and somebody else were in view at once.'),
    seconds_without_person: z
      .number()
      .min(0)
      .describe(
        'Seconds in which somebody else was in view and this person was not. They count as seconds without a face.',
      ),
  })
  .describe('Other people, who were counted and not read.');

/** The other people of a session, as far as they were counted. See {@link othersInViewSchema}. */
export type OthersInView = z.infer<typeof othersInViewSchema>;

/**
 * Checks counts from outside.
 *
 * @returns a copy, rounded as it is exported.
 * @throws PoiseError OPTION_INVALID that names what is wrong.
 */
export function checkOthersInView(value: OthersInView): OthersInView {
  checkGroup('others', value);
  const { people, most_at_once, capped, seconds_beside, seconds_without_person } = value;
  for (const [key, count] of Object.entries({ people, most_at_once })) {
    if (!Number.isInteger(count) || count < 0)
      refuse(`others.${key}`, 'a whole number of 0 or more', count);
  }
  if (typeof capped !== 'boolean') refuse('others.capped', 'true or false', capped);
  for (const [key, seconds] of Object.entries({ seconds_beside, seconds_without_person })) {
    if (!Number.isFinite(seconds) || seconds < 0)
      refuse(`others.${key}`, 'seconds of 0 or more', seconds);
  }
  return {
    people,
    most_at_once,
    capped,
    seconds_beside: roundTime(seconds_beside),
    seconds_without_person: roundTime(seconds_without_person),
  };
}
