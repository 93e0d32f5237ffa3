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
  { person: 1, trackIds: [2, 5], firstSeen: 4, lastSeen: 20, summary: neutral },
  { person: 3, trackIds: [3], firstSeen: 2, lastSeen: 7, summary: brief },
  { person: 2, trackIds: [1], firstSeen: 0, lastSeen: 15, summary: smiling },
];
const spans = [
  { start: 0, end: 4, people: 1 },
  { start: 4, end: 20, people: 3 },
];
const room = summarizeRoom(neutral, people, spans);

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
  const later = { ...room, schema_version: '1.4.0', something_new: 1 };
  expect(parseRoomSummary(later)).toEqual({ ...room, schema_version: '1.4.0' });
});

test('people stand in the order in which they appear, whatever their scores', () => {
  expect(smiling.average_confidence).toBeGreaterThan(neutral.average_confidence ?? 1);
  expect(room.people.map(({ person }) => person)).toEqual([2, 3, 1]);
  const faster = people.map((p) => ({ ...p, summary: p.person === 2 ? neutral : smiling }));
  expect(summarizeRoom(neutral, faster, spans).people.map(({ person }) => person)).toEqual([
    2, 3, 1,
  ]);
});

test('of a person with too little evidence the room gives no number and says why', () => {
  const [, short] = room.people;
  expect(short).toMatchObject({
    average_confidence: null,
    confidence_interval: null,
    emotion_percentages: null,
    evidence: { sufficient: false, reasons: [{ code: 'too_little_face_time' }] },
  });
  expect(short?.seconds_in_view).toBeCloseTo(5, 0);
});

test('the room names the candidate, and nobody where the candidate was not seen', () => {
  expect([room.candidate, room.most_people_at_once, room.session_id]).toEqual([
    1,
    3,
    neutral.session_id,
  ]);
  expect(summarizeRoom(neutral, people.slice(1), spans).candidate).toBeNull();
  expect(summarizeRoom(neutral, [], [])).toMatchObject({ people: [], most_people_at_once: 0 });
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
