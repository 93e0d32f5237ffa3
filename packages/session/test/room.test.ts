import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  isOtherPersonsSession,
  type PersonInRoom,
  parseRoomSummary,
  personSessionId,
  roomSummaryJsonSchema,
  summarizeRoom,
} from '../src/index.js';
import { face, session } from './helpers.js';

const neutral = session(10, 15, () => face()).getSessionSummary();
const smiling = session(10, 15, () => face({ happy: 1, neutral: 0 })).getSessionSummary();
const brief = session(10, 5, () => face()).getSessionSummary();

const people: PersonInRoom[] = [
  {
    ...{ person: 1, trackIds: [2, 5], summary: neutral },
    inView: [
      { start: 4, end: 8 },
      { start: 12, end: 15 },
    ],
  },
  { person: 3, trackIds: [3], inView: [{ start: 2, end: 7 }], summary: brief },
  { person: 2, trackIds: [1], inView: [{ start: 0, end: 15 }], summary: smiling },
];
const room = summarizeRoom(neutral, people);

test('the checked-in JSON Schema of the room is the one that the code makes (else: npm run schema -w @poise/session)', async () => {
  const file = new URL('../schema/room-summary.schema.json', import.meta.url);
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(roomSummaryJsonSchema())));
});

test('a room satisfies its schema, and a wrong value is refused with the name of its key', () => {
  expect(parseRoomSummary(JSON.parse(JSON.stringify(room)))).toEqual(room);
  expect(() => parseRoomSummary({ ...room, most_people_at_once: -1 })).toThrow(
    /SUMMARY_INVALID.*most_people_at_once/,
  );
  expect(() => parseRoomSummary(7)).toThrow(/SUMMARY_INVALID/);
  const later = { ...room, schema_version: '2.4.0', something_new: 1 };
  expect(parseRoomSummary(later)).toEqual({ ...room, schema_version: '2.4.0' });
});

test('people stand in the order in which they appear', () => {
  expect(room.people.map(({ person }) => person)).toEqual([2, 3, 1]);
});

test('says nothing of what anybody showed: whatever the sessions hold, the room is the same', () => {
  expect(smiling.average_confidence).toBeGreaterThan(neutral.average_confidence ?? 1);
  const swapped = people.map((entry) => ({
    ...entry,
    summary: { ...(entry.summary === neutral ? smiling : entry.summary), session_id: 'a' },
  }));
  const named = people.map((entry) => ({
    ...entry,
    summary: { ...entry.summary, session_id: 'a' },
  }));
  expect(summarizeRoom(neutral, swapped)).toEqual(summarizeRoom(neutral, named));
  const keys = JSON.stringify(room).match(/"[a-z_]+":/g) ?? [];
  expect(keys.filter((key) => /confidence|emotion|score|smile|happy/.test(key))).toEqual([]);
});

test('says who was in view when, how many at once, and who with whom', () => {
  const who = room.people_over_time.map(({ start, people: count, in_view }) => [
    start,
    count,
    in_view.join(),
  ]);
  expect(who).toEqual([
    [0, 1, '2'],
    [2, 2, '2,3'],
    [4, 3, '2,3,1'],
    [7, 2, '2,1'],
    [8, 1, '2'],
    [12, 2, '2,1'],
  ]);
  expect(room.people_over_time.at(-1)?.end).toBe(neutral.session_duration);
  const end = neutral.session_duration;
  const seconds = room.seconds_by_number.map(({ people: count, seconds }) => [count, seconds]);
  expect(seconds).toEqual([
    [1, 6],
    [2, expect.closeTo(end - 9, 3)],
    [3, 3],
  ]);
  expect(room.everyone_in_view).toEqual({ seconds: 3, share: expect.closeTo(3 / end, 4) });
  expect(room.overlaps).toEqual([
    { people: [2, 3], seconds: 5 },
    { people: [2, 1], seconds: expect.closeTo(end - 8, 3) },
    { people: [3, 1], seconds: 3 },
  ]);
  expect(room.candidate_out_of_view).toEqual({ seconds: 8, seconds_with_others: 8 });
});

test('says where the session of each is, how long they were in view, and whether it is enough for a score', () => {
  const [, short] = room.people;
  expect(short).toMatchObject({
    session_file: `interview_session_${brief.session_id}.json`,
    ...{ first_seen: 2, last_seen: 7, seconds_in_view: 5, in_view: [{ start: 2, end: 7 }] },
    share_in_view: expect.closeTo(5 / neutral.session_duration, 4),
    evidence: { sufficient: false, reasons: [{ code: 'too_little_face_time' }] },
  });
});

test('the room names the candidate, and nobody where the candidate was not seen', () => {
  expect([room.candidate, room.most_people_at_once, room.session_id]).toEqual([
    1,
    3,
    neutral.session_id,
  ]);
  expect(summarizeRoom(neutral, people.slice(1)).candidate).toBeNull();
  expect(summarizeRoom(neutral, [])).toMatchObject({
    ...{ people: [], most_people_at_once: 0, overlaps: [] },
    everyone_in_view: { seconds: 0, share: 0 },
  });
});

test('the session of another person is told from the candidate’s by its id', () => {
  const id = '20260105_090703';
  expect(personSessionId(id, 1)).toBe(id);
  expect(personSessionId(id, 2)).toBe(`${id}_person2`);
  expect([1, 2, 12].map((n) => isOtherPersonsSession(personSessionId(id, n)))).toEqual([
    false,
    true,
    true,
  ]);
});
