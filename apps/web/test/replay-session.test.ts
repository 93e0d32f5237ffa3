import { InterviewEmotionAnalyzer } from '@poise/session';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaySession } from '../src/reporting/replay-session.js';
import { headOfDraft } from '../src/storage/heads.js';
import {
  LOG_COLUMNS,
  type LoggedFrame,
  readLogRows,
  writeLogRow,
} from '../src/storage/session-log.js';
import { DRAFT, scoresOf } from './readings.js';

const unit = fc.double({ min: 0.001, max: 1, noNaN: true });
const anyScores = fc.array(unit, { minLength: 7, maxLength: 7 }).map(scoresOf);
const pixels = fc.double({ min: 1, max: 400, noNaN: true });
const anyFace = fc.option(
  fc.record({
    emotions: anyScores,
    box: fc.tuple(pixels, pixels, pixels, pixels),
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

function logOf(frames: readonly LoggedFrame[]): Float64Array {
  const rows = new Float64Array(frames.length * LOG_COLUMNS);
  for (const [i, frame] of frames.entries()) writeLogRow(rows, i * LOG_COLUMNS, frame);
  return rows;
}

async function* pieces(rows: Float64Array, rowsEach: number): AsyncGenerator<Float64Array> {
  const length = rowsEach * LOG_COLUMNS;
  for (let at = 0; at < rows.length; at += length) yield rows.slice(at, at + length);
}

test('a frame comes out of the log as it went in, to the last bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), anyFace, (time, face) => {
      expect([...readLogRows(logOf([{ time, face }]))]).toEqual([{ time, face }]);
    }),
  );
});

test('a row that was cut off is left out', () => {
  const rows = logOf([
    { time: 1, face: null },
    { time: 2, face: null },
  ]);
  expect([...readLogRows(rows.subarray(0, rows.length - 1))]).toEqual([{ time: 1, face: null }]);
});

test('a log gives exactly the summary of the live analyzer, whatever pauses and questions it has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { maxLength: 150 }),
      fc.option(fc.array(anyScores, { minLength: 1, maxLength: 3 }), { nil: null }),
      fc.integer({ min: 1, max: 40 }),
      async (steps, resting, rowsEach) => {
        const { source, model } = DRAFT;
        const live = new InterviewEmotionAnalyzer({
          sessionId: 'session',
          startedAt: new Date(DRAFT.startedAt),
          source,
          model,
        });
        if (resting !== null) live.setBaseline(resting, 5);
        const frames: LoggedFrame[] = [];
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
            else live.addEmotionData(face.emotions, face.box, now);
            frames.push({ time: now, face });
          }
        }
        live.setQuestions(questions.map((question) => ({ ...question, end: question.end ?? now })));
        const baseline = resting === null ? null : { seconds: 5, readings: resting };
        const head = headOfDraft({ ...DRAFT, baseline, questions, breaks }, 'session');
        const replayed = await replaySession(head, pieces(logOf(frames), rowsEach));
        expect(replayed).toEqual(live.getSessionSummary());
      },
    ),
  );
});
