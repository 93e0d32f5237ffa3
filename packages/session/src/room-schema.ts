import { PoiseError } from '@poise/core';
import { sessionSummarySchema } from './schema.js';
import { z } from './strict-zod.js';

/** The version of the shape that this package writes. A new key raises the second number. */
export const ROOM_SCHEMA_VERSION = '1.0.0';

const seconds = z.number().min(0);
const unit = z.number().min(0).max(1);
const personNumber = z.int().min(1);
const session = sessionSummarySchema.shape;

const person = z.object({
  person: personNumber.describe('1 is the candidate; the others are numbered as they appear.'),
  session_id: session.session_id.describe(
    'The session of this person, in interview_session_<session_id>.json.',
  ),
  track_ids: z
    .array(z.int().min(1))
    .describe('The ids of the faces that were followed, as the detector gives them.'),
  first_seen: seconds,
  last_seen: seconds,
  seconds_in_view: seconds.describe('How long the face was seen; gaps are left out.'),
  evidence: session.evidence,
  average_confidence: unit.nullable().describe('null when the evidence is not sufficient.'),
  confidence_interval: z
    .object({ lower: unit, upper: unit })
    .nullable()
    .describe('95 % interval of the average.'),
  emotion_percentages: session.emotion_percentages
    .nullable()
    .describe('Shares of the expressions shown; null when the evidence is not sufficient.'),
});

/**
 * The exported JSON about all people of one recording, as a zod schema: the one source of the type
 * {@link RoomSummary} and of the published JSON Schema.
 *
 * People stand in the order in which they appear, whatever their scores: nobody is ranked. All times
 * are seconds since the recording's first frame.
 */
export const roomSummarySchema = z
  .object({
    schema_version: z
      .string()
      .regex(/^1\.\d+\.\d+$/)
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
      .describe('Which of the people is the candidate; null when the candidate is never seen.'),
    most_people_at_once: z.int().min(0),
    people_over_time: z
      .array(z.object({ start: seconds, end: seconds, people: z.int().min(0) }))
      .describe('From the first frame to the last, without a gap; neighbours differ in number.'),
    people: z
      .array(person)
      .describe(
        'In order of appearance. Who is out of view for more than two seconds may come back as another person: nobody is recognised.',
      ),
  })
  .describe('The people of a recording as Poise exports them, with the consent of each.');

/** The exported JSON about all people of one recording. See {@link roomSummarySchema}. */
export type RoomSummary = z.infer<typeof roomSummarySchema>;

/** One person of a recording, as {@link RoomSummary} holds them. */
export type RoomPerson = z.infer<typeof person>;

/** A stretch in which the number of people stays, as {@link RoomSummary} holds it. */
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
