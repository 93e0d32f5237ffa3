import { PoiseError } from '@poise/core';
import { sessionSummarySchema } from './schema.js';
import { z } from './strict-zod.js';

/** The version of the shape that this package writes. A new key raises the second number. */
export const ROOM_SCHEMA_VERSION = '2.0.0';

const seconds = z.number().min(0);
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const personNumber = z.int().min(1);
const session = sessionSummarySchema.shape;

const person = z.object({
  person: personNumber.describe('1 is the candidate; the others are numbered as they appear.'),
  session_id: session.session_id.describe('The session of this person.'),
  session_file: z
    .string()
    .describe('The file of that session, for this person alone. What they showed stands there.'),
  track_ids: z
    .array(z.int().min(1))
    .describe('The ids of the faces that were followed, as the detector gives them.'),
  first_seen: seconds,
  last_seen: seconds,
  in_view: z
    .array(z.object({ start: seconds, end: seconds }))
    .describe('When the person was in view; gaps of under a second are not told.'),
  seconds_in_view: seconds.describe('How long that is.'),
  share_in_view: share.describe('The same as a share of the recording.'),
  evidence: session.evidence.describe("Whether the person's session is enough for a score."),
  quality_gate: session.quality_gate.describe(
    'How many pictures of the face were too poor, and why.',
  ),
});

/**
 * The exported JSON about all people of one recording, as a zod schema: the one source of the type
 * {@link RoomSummary} and of the published JSON Schema.
 *
 * It says who was in view when, and nothing of what anybody showed: no score and no expression, so
 * that nobody can be compared by it. People stand in the order in which they appear. All times are
 * seconds since the recording's first frame.
 */
export const roomSummarySchema = z
  .object({
    schema_version: z
      .string()
      .regex(/^2\.\d+\.\d+$/)
      .describe('Version of this shape; the first number changes when a key is removed.'),
    intended_use: z
      .literal('self-practice')
      .describe('Using it to select, rank, compare or assess people is not intended.'),
    session_id: session.session_id.describe("The candidate's session."),
    created_at: session.created_at,
    source: session.source,
    session_duration: seconds.describe('Seconds from the first frame to the last.'),
    candidate: personNumber
      .nullable()
      .describe('Which of the people is the candidate; null when the candidate is never in view.'),
    most_people_at_once: count.describe(
      'The most people of this summary in view at once. `others_in_view` of the candidate also counts those who were not read, and says whether there may have been more.',
    ),
    people_over_time: z
      .array(
        z.object({
          start: seconds,
          end: seconds,
          people: count,
          in_view: z.array(personNumber).describe('Who, in the order of `people`.'),
        }),
      )
      .describe(
        'From the first frame to the last, without a gap; neighbours differ in who is there.',
      ),
    seconds_by_number: z
      .array(z.object({ people: count, seconds }))
      .describe('How long so many people were in view at once, from the fewest up.'),
    everyone_in_view: z
      .object({ seconds, share })
      .describe('How long all of the people below were in view at once.'),
    overlaps: z
      .array(z.object({ people: z.tuple([personNumber, personNumber]), seconds }))
      .describe('How long two of them were in view together; pairs that never were are left out.'),
    candidate_out_of_view: z
      .object({
        seconds,
        seconds_with_others: seconds.describe('Of these, those with somebody else in view.'),
      })
      .describe("They count as seconds without a face in the candidate's session."),
    people: z
      .array(person)
      .describe(
        'In order of appearance. Who is out of view for more than two seconds may come back as another person: nobody is recognised.',
      ),
  })
  .describe('Who was in view when in a recording, as Poise exports it with the consent of each.');

/** The exported JSON about all people of one recording. See {@link roomSummarySchema}. */
export type RoomSummary = z.infer<typeof roomSummarySchema>;

/** One person of a recording, as {@link RoomSummary} holds them. */
export type RoomPerson = z.infer<typeof person>;

/** A stretch in which the same people are in view, as {@link RoomSummary} holds it. */
export type PeopleSpan = RoomSummary['people_over_time'][number];

/**
 * The published JSON Schema (draft 2020-12) of the room, generated from the zod schema. The same is
 * in the package as `schema/room-summary.schema.json`.
 */
export function roomSummaryJsonSchema(): Record<string, unknown> {
  return { title: 'Poise room summary', ...z.toJSONSchema(roomSummarySchema, { io: 'input' }) };
}

/**
 * Checks a value, for example the parsed text of a saved file, against the schema.
 *
 * @returns the room, without keys that the schema does not know.
 * @throws PoiseError SUMMARY_INVALID that says what is wrong.
 */
export function parseRoomSummary(value: unknown): RoomSummary {
  const result = roomSummarySchema.safeParse(value);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  const where = first === undefined || first.path.length === 0 ? 'the value' : first.path.join('.');
  throw new PoiseError('SUMMARY_INVALID', `${where}: ${first?.message}`, { cause: result.error });
}
