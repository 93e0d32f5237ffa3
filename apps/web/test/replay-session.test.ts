import { EMOTIONS } from '@poise/core';
import { InterviewEmotionAnalyzer, type Reading, writeReading } from '@poise/session';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaySession } from '../src/reporting/replay-session.js';
import { headOfDraft } from '../src/storage/heads.js';
import { LOG_COLUMNS, PLAIN_LOG_COLUMNS, readLogRows } from '../src/storage/session-log.js';
import { DETAILS, DRAFT, scoresOf } from './readings.js';

const unit = fc.double({ min: 0.001, max: 1, noNaN: true });
const anyScores = fc.array(unit, { minLength: 7, maxLength: 7 }).map(scoresOf);
const pixels = fc.double({ min: 1, max: 400, noNaN: true });
const degrees = fc.double({ min: -60, max: 60, noNaN: true });
const small = fc.double({ min: -0.5, max: 1, noNaN: true });
const anyEye = fc.option(fc.record({ openness: unit, irisX: small, irisY: small }), { nil: null });
const anyEyes = fc.option(
  fc
    .record({ leftSide: anyEye, rightSide: anyEye })
    .filter(({ leftSide, rightSide }) => leftSide !== null || rightSide !== null),
  { nil: null },
);
const anyDetails = fc.record({
  frame: fc.record({ width: pixels, height: pixels }),
  pose: fc.option(fc.record({ yaw: degrees, pitch: degrees, roll: degrees }), { nil: null }),
  eyes: anyEyes,
  mouth: fc.option(fc.record({ width: unit, cornerLift: small, opening: unit }), { nil: null }),
  quality: fc.record({
    value: unit,
    aspects: fc.record({
      size: unit,
      sharpness: unit,
      exposure: unit,
      contrast: unit,
      pose: unit,
      occlusion: unit,
    }),
  }),
});
const anyFace = fc.option(
  fc.record({
    emotions: anyScores,
    box: fc.tuple(pixels, pixels, pixels, pixels),
    details: fc.option(anyDetails, { nil: null }),
  }),
  { nil: null, freq: 5 },
);

/** What happens in a session: a frame, a pause, or the next question. */
const anyStep = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('frame' as const),
      dt: fc.integer({ min: 1, max: 400 }),
      face: anyFace,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('question' as const) }) },
);

function logOf(frames: readonly Reading[]): Float64Array {
  const rows = new Float64Array(frames.length * LOG_COLUMNS);
  for (const [i, frame] of frames.entries()) writeReading(rows, i * LOG_COLUMNS, frame);
  return rows;
}

async function* pieces(
  rows: Float64Array,
  rowsEach: number,
  columns = LOG_COLUMNS,
): AsyncGenerator<Float64Array> {
  const length = rowsEach * columns;
  for (let at = 0; at < rows.length; at += length) yield rows.slice(at, at + length);
}

test('a frame comes out of the log as it went in, to the last bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), anyFace, (time, face) => {
      expect([...readLogRows(logOf([{ time, face }]), LOG_COLUMNS)]).toEqual([{ time, face }]);
    }),
  );
});

test('a row that was cut off is left out', () => {
  const rows = logOf([
    { time: 1, face: null },
    { time: 2, face: null },
  ]);
  expect([...readLogRows(rows.subarray(0, rows.length - 1), LOG_COLUMNS)]).toEqual([
    { time: 1, face: null },
  ]);
});

test('a session without a resting face takes the one of its calmest stretch', async () => {
  const sad = scoresOf([1, 1, 1, 1, 60, 1, 35]);
  const frames = Array.from({ length: 600 }, (_, i) => ({
    time: i / 10,
    face: { box: [260, 150, 120, 160] as const, emotions: sad, details: DETAILS },
  }));
  const head = headOfDraft(DRAFT, 'session');
  const summary = await replaySession(head, pieces(logOf(frames), 50));
  expect(summary.baseline).toMatchObject({ applied: true, source: 'calmest_stretch' });
  expect(summary.emotion_percentages.neutral).toBeGreaterThan(70);
});

test('a log of before there were details is still read', async () => {
  const frames = Array.from({ length: 300 }, (_, i) => ({
    time: i / 10,
    face: { box: [260, 150, 120, 160] as const, emotions: scoresOf([1, 1, 1, 9, 1, 1, 9]) },
  }));
  const rows = Float64Array.from(
    frames.flatMap(({ time, face: { emotions, box } }) => [
      time,
      1,
      ...EMOTIONS.map((emotion) => emotions[emotion]),
      ...box,
    ]),
  );
  const { logColumns: _, ...head } = headOfDraft(DRAFT, 'session');
  const summary = await replaySession(head, pieces(rows, 7, PLAIN_LOG_COLUMNS));
  expect(summary.frames_analyzed).toBe(300);
  expect(summary.face_detection_rate).toBe(1);
  expect(summary.emotion_percentages.happy).toBeCloseTo((100 * 9) / 23, 0);
});

test('a log gives exactly the summary of the live analyzer, whatever pauses and questions it has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { maxLength: 150 }),
      fc.array(anyScores, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 40 }),
      async (steps, resting, rowsEach) => {
        const { source, model } = DRAFT;
        const live = new InterviewEmotionAnalyzer({
          sessionId: 'session',
          startedAt: new Date(DRAFT.startedAt),
          source,
          model,
        });
        const looks = Array.from({ length: 10 }, () => DETAILS);
        live.setBaseline(resting, 5, { details: looks });
        live.setCalibration({ camera: looks, question: looks });
        const frames: Reading[] = [];
        const breaks: number[] = [];
        const questions: { prompt: string; start: number; end: number | null }[] = [];
        let now = 0;
        for (const step of steps) {
          if (step.kind === 'pause') {
            live.addBreak();
            breaks.push(now);
          } else if (step.kind === 'question') {
            const last = questions.at(-1);
            if (last !== undefined) last.end = now;
            questions.push({ prompt: `question ${questions.length}`, start: now, end: null });
          } else {
            now += step.dt / 100;
            const { face } = step;
            if (face === null) live.addMissingFace(now);
            else live.addEmotionData(face.emotions, face.box, now, face.details ?? undefined);
            frames.push({ time: now, face });
          }
        }
        live.setQuestions(questions.map((question) => ({ ...question, end: question.end ?? now })));
        const baseline = { seconds: 5, readings: resting, details: looks };
        const head = headOfDraft(
          { ...DRAFT, baseline, questionLook: looks, questions, breaks },
          'session',
        );
        const replayed = await replaySession(head, pieces(logOf(frames), rowsEach));
        expect(replayed).toEqual(live.getSessionSummary());
      },
    ),
  );
});
