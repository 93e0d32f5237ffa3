import { EMOTIONS, type Emotion, type EmotionScores } from '@poise/core';
import { parseRoomSummary, parseSessionSummary } from '@poise/session';
import { describe, expect, test } from 'vitest';
import {
  analyzeRoom,
  type FrameMoment,
  type ObservedFace,
  type RecordingDetector,
  type RoomAnalysis,
} from '../src/index.js';

const SECONDS = 40;

function scores(shown: Emotion): EmotionScores {
  return Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, emotion === shown ? 0.94 : 0.01]),
  ) as EmotionScores;
}

const candidate = (id = 1): ObservedFace => ({
  ...{ id, box: [100, 100, 200, 200], emotions: scores('neutral') },
});
const other = (id: number, x = 400): ObservedFace => ({
  ...{ id, box: [x, 120, 120, 120], emotions: scores('happy') },
});

const startedAt = new Date(2026, 0, 5, 9, 7, 3);

/**
 * Analyses what a detector sees.
 *
 * @param read - is told the ids that the models read.
 * @param options - how many faces the detector is said to follow, and how many may be read.
 */
async function analyse(
  sees: (timestamp: number) => readonly ObservedFace[],
  everyoneAgreed: boolean,
  read: (ids: readonly number[]) => void = () => undefined,
  options: { facesFollowed?: number; mostRead?: number } = {},
): Promise<RoomAnalysis> {
  const source = {
    info: { duration: SECONDS, frameRate: 10 },
    async *frames() {
      for (let i = 0; i < SECONDS * 10; i += 1) {
        yield { width: 640, height: 480, timestamp: i / 10 };
      }
    },
  };
  const detector: RecordingDetector<FrameMoment> = {
    info: { expressionModel: 'test', faceDetector: 'blazeface' },
    readFaces: async ({ timestamp }, choose) => {
      const seen = sees(timestamp);
      const chosen = choose(seen.map(({ id, box }) => ({ id, box })));
      read(chosen);
      const others = seen.filter(({ id }) => !chosen.includes(id));
      return { faces: seen.filter(({ id }) => chosen.includes(id)), others };
    },
    reset: async () => undefined,
  };
  const identity = { name: 'panel.mp4', sessionId: '20260105_090703', startedAt };
  return analyzeRoom(source, detector, identity, {
    ...{ fps: 10, baseline: undefined, everyoneAgreed, ...options },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

/** A panel: the second person joins at 5 s, a third is there from 20 s to 26 s. */
const panel = (t: number): ObservedFace[] => [
  candidate(),
  ...(t >= 5 ? [other(2)] : []),
  ...(t >= 20 && t < 26 ? [other(3, 20)] : []),
  // Once, for a moment, something is taken for a face.
  ...(t === 12 ? [other(9, 520)] : []),
];

describe('a recording of several people', () => {
  test('without the consent of all is read for the candidate alone, and says who else was there', async () => {
    const read = new Set<number>();
    const { candidate: session, others } = await analyse(panel, false, (ids) =>
      ids.map((id) => read.add(id)),
    );
    expect(others).toBeNull();
    expect(session.others_in_view).toEqual({
      ...{ people: 2, most_at_once: 3, capped: false, seconds_without_person: 0 },
      seconds_beside: 34.9,
    });
    // The models saw nobody else, not even once.
    expect([...read]).toEqual([1]);
    expect(session.frames_analyzed).toBe(SECONDS * 10);
    expect(session.emotion_percentages.happy).toBeLessThan(2);
  });

  test('says that there may have been more people where as many are seen as are followed', async () => {
    const capped = async (facesFollowed: number) =>
      (await analyse(panel, false, undefined, { facesFollowed })).candidate.others_in_view?.capped;
    expect([await capped(3), await capped(4)]).toEqual([true, false]);
  });

  test('gives the candidate the same session with that consent as without', async () => {
    const without = await analyse(panel, false);
    expect((await analyse(panel, true)).candidate).toEqual(without.candidate);
  });

  test('with that consent gives a session a person and a summary of the room', async () => {
    const { others } = await analyse(panel, true);
    const sessions = (others?.sessions ?? []).map(parseSessionSummary);
    expect(sessions.map(({ session_id }) => session_id)).toEqual([
      '20260105_090703_person2',
      '20260105_090703_person3',
    ]);
    // Who joins late is not missing before: the session begins with the first look.
    expect(sessions[0]).toMatchObject({ face_detection_rate: 1, evidence: { sufficient: true } });
    expect(Date.parse(sessions[0]?.created_at ?? '') - startedAt.getTime()).toBe(5000);
    expect(sessions[0]?.emotion_percentages.happy).toBeGreaterThan(90);
    // Six seconds of face are not enough evidence.
    expect(sessions[1]).toMatchObject({ average_confidence: null, evidence: { face_seconds: 6 } });

    const room = parseRoomSummary(others?.room);
    expect(room.people_over_time.map(({ people }) => people)).toEqual([1, 2, 3, 2]);
    expect(room.people.map(({ person, first_seen }) => [person, first_seen])).toEqual([
      [1, 0],
      [2, 5],
      [3, 20],
    ]);
    expect(room.people.map(({ track_ids }) => track_ids)).toEqual([[1], [2], [3]]);
  });

  test('with that consent and places for two reads two, and counts the third', async () => {
    const read = new Set<number>();
    const { candidate: session, others } = await analyse(
      panel,
      true,
      (ids) => ids.map((id) => read.add(id)),
      { mostRead: 2 },
    );
    expect([...read]).toEqual([1, 2]);
    expect(session.others_in_view).toMatchObject({ people: 2, most_at_once: 3 });
    expect(others?.sessions).toHaveLength(1);
    expect(others?.room.people).toHaveLength(2);
  });

  test('counts an absence within a session, but not what comes after the last look', async () => {
    const leaves = (t: number) => [
      candidate(),
      ...((t >= 10 && t < 11.5) || t >= 30 ? [] : [other(2)]),
    ];
    const [session] = (await analyse(leaves, true)).others?.sessions ?? [];
    expect(session?.session_duration).toBeCloseTo(29.9, 5);
    expect(session?.frames_total).toBe(300);
    expect(session?.frames_analyzed).toBe(285);
  });

  test('keeps the candidate who is soon back, though another is there meanwhile', async () => {
    const bends = (t: number) => [...(t >= 10 && t < 11.8 ? [] : [candidate()]), other(2)];
    const { candidate: session, others } = await analyse(bends, true);
    expect(session.frames_analyzed).toBe(SECONDS * 10 - 18);
    expect(session.emotion_percentages.happy).toBeLessThan(2);
    expect(others?.sessions).toHaveLength(1);
  });

  test('knows the candidate again who was away for longer, and reads nobody else meanwhile', async () => {
    const away = (t: number) => [
      ...(t < 10 ? [candidate()] : []),
      ...(t >= 16 ? [candidate(5)] : []),
      other(2),
    ];
    const { candidate: session, others } = await analyse(away, true);
    expect(session.emotion_percentages.happy).toBeLessThan(2);
    // Half a second under the new id is needed to know them again.
    expect(session.frames_analyzed).toBe(335);
    expect(session.others_in_view?.seconds_without_person).toBeCloseTo(6.1, 5);
    expect(others?.room.people.map(({ track_ids }) => track_ids)).toEqual([[1, 5], [2]]);
    expect(others?.room.people_over_time.map(({ people }) => people)).toEqual([2, 1, 2]);
  });

  test('counts all that comes after the candidate has gone as time without a face, whoever stays', async () => {
    const goes = (t: number) => [...(t < 15 ? [candidate()] : []), ...(t >= 2 ? [other(2)] : [])];
    for (const everyoneAgreed of [false, true]) {
      const { candidate: session, others } = await analyse(goes, everyoneAgreed);
      expect(session.frames_analyzed).toBe(150);
      expect(session.emotion_percentages.happy).toBeLessThan(2);
      expect(session.absences).toEqual([{ start: 15, end: 39.9 }]);
      expect(session.others_in_view?.seconds_without_person).toBeCloseTo(25, 5);
      if (!everyoneAgreed) continue;
      expect(others?.room.candidate_out_of_view.seconds_with_others).toBeCloseTo(25, 5);
    }
  });

  test('is not read for somebody who was in front in the first seconds and is not the candidate', async () => {
    const first = { ...other(5, 20), emotions: scores('angry') };
    const scene = (t: number) => [first, ...(t >= 2 ? [candidate()] : [])];
    const { candidate: session } = await analyse(scene, false);
    expect(session.emotion_percentages.angry).toBeLessThan(2);
    expect(session.emotion_percentages.neutral).toBeGreaterThan(90);
    // From half a second after the candidate came.
    expect(session.frames_analyzed).toBe(375);
    expect(session.others_in_view?.people).toBe(1);
  });

  test('with nobody in it has no people', async () => {
    const { others, candidate: session } = await analyse(() => [], true);
    expect(session.others_in_view).toMatchObject({ people: 0, most_at_once: 0 });
    expect(others?.room).toMatchObject({ candidate: null, people: [] });
    expect(others?.room.people_over_time).toEqual([
      { start: 0, end: 39.9, people: 0, in_view: [] },
    ]);
  });
});
