import type { Box } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer, type SessionSummary } from '../src/index.js';
import { anyScores, face, session } from './helpers.js';

const BOX: Box = [200, 80, 120, 120];

/** A summary without what says that there was a break. */
function withoutBreaks({ breaks, ...summary }: SessionSummary): Omit<SessionSummary, 'breaks'> {
  expect(breaks.length).toBeGreaterThan(0);
  return summary;
}

test('what was shown before a break is not carried into what is shown after it', () => {
  const scores = fc.array(anyScores, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(scores, scores, (before, after) => {
      const whole = new InterviewEmotionAnalyzer();
      for (const [i, shown] of before.entries()) whole.addEmotionData(shown, undefined, i / 8);
      whole.addBreak();
      const alone = new InterviewEmotionAnalyzer();
      for (const [i, shown] of after.entries()) {
        const time = (before.length + i) / 8;
        expect(whole.addEmotionData(shown, undefined, time)).toEqual(
          alone.addEmotionData(shown, undefined, time),
        );
      }
    }),
  );
});

test('a break leaves the averages of the two halves as they are', () => {
  const shown = fc.array(anyScores, { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(shown, shown, (before, after) => {
      const half = (analyzer: InterviewEmotionAnalyzer, scores: typeof before, from: number) => {
        // Each reading is held for half a second.
        for (let i = 0; i < 120; i += 1)
          analyzer.addEmotionData(scores[Math.floor(i / 5)] ?? face(), undefined, from + i / 10);
        return analyzer;
      };
      const averages = [before, after].map(
        (scores) =>
          half(new InterviewEmotionAnalyzer(), scores, 0).getSessionSummary().average_confidence,
      );
      const whole = half(new InterviewEmotionAnalyzer(), before, 0);
      whole.addBreak();
      half(whole, after, 12);
      whole.setQuestions([
        { prompt: 'Before', start: 0, end: 12 },
        { prompt: 'After', start: 12, end: 24 },
      ]);
      const { questions, average_confidence, breaks } = whole.getSessionSummary();
      for (const [i, { avg_confidence }] of questions.entries())
        expect(avg_confidence).toBeCloseTo(averages[i] ?? -1, 4);
      expect(average_confidence).toBeCloseTo(((averages[0] ?? 0) + (averages[1] ?? 0)) / 2, 3);
      expect(breaks).toEqual([11.9]);
    }),
    { numRuns: 30 },
  );
});

test('a break before the first frame does nothing, nor does a second one at once', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.addBreak();
  expect(analyzer.getSessionSummary().breaks).toEqual([]);
  analyzer.addEmotionData(face(), undefined, 50);
  analyzer.addEmotionData(face(), undefined, 52.5);
  analyzer.addBreak();
  analyzer.addBreak();
  expect(analyzer.getSessionSummary().breaks).toEqual([2.5]);
  analyzer.addEmotionData(face(), undefined, 52.6);
  analyzer.addBreak();
  expect(analyzer.getSessionSummary().breaks).toEqual([2.5, 2.6]);
});

test('a break on a still face changes no number', () => {
  const broken = session(10, 20, () => face());
  broken.addBreak();
  const whole = session(10, 20, () => face());
  for (let i = 1; i <= 100; i += 1) {
    broken.addEmotionData(face(), undefined, 20 + i / 10);
    whole.addEmotionData(face(), undefined, 20 + i / 10);
  }
  const { breaks, ...expected } = whole.getSessionSummary();
  expect(breaks).toEqual([]);
  const got = withoutBreaks(broken.getSessionSummary());
  expect(got).toEqual({ ...expected, session_id: got.session_id, created_at: got.created_at });
});

test('a break is no absence, even where the time of the pause was not left out', () => {
  const analyzer = session(10, 20, () => face());
  analyzer.addBreak();
  for (let i = 0; i < 100; i += 1) analyzer.addEmotionData(face(), undefined, 300 + i / 10);
  const { absences, quality, breaks } = analyzer.getSessionSummary();
  expect(absences).toEqual([]);
  expect(quality.longest_absence_seconds).toBe(0);
  expect(breaks).toEqual([20]);
});

test('a face that is missing on both sides of a break is missing twice, not across it', () => {
  const away = (before: number, after: number) => {
    const analyzer = session(10, 10, () => face());
    const miss = (from: number, seconds: number) => {
      for (let i = 1; i <= Math.round(seconds * 10); i += 1) analyzer.addMissingFace(from + i / 10);
    };
    miss(10, before);
    analyzer.addBreak();
    miss(10 + before, after);
    analyzer.addEmotionData(face(), undefined, 10 + before + after + 0.1);
    return analyzer.getSessionSummary();
  };
  expect(away(1.5, 1.5).absences).toEqual([]);
  const { absences, quality } = away(3, 4);
  expect(absences).toEqual([
    { start: 10.1, end: 13 },
    { start: 13.1, end: 17.1 },
  ]);
  expect(quality.longest_absence_seconds).toBe(4);
});

test('a smile and a tension moment end at a break and begin anew after it', () => {
  const analyzer = session(10, 20, (time) => face({ happy: time >= 15 ? 1 : 0 }));
  analyzer.addBreak();
  for (let i = 1; i <= 50; i += 1)
    analyzer.addEmotionData(face({ happy: 1 }), undefined, 20 + i / 10);
  const smiles = analyzer.getSessionSummary().moments;
  expect(smiles.map(({ kind, end }) => [kind, end])).toEqual([
    ['smile', 20],
    ['smile', 25],
  ]);
  expect(smiles[1]?.start).toBe(20.1);

  const tense = session(10, 20, (time) => face({ fear: time >= 17 ? 0.9 : 0 }));
  tense.addBreak();
  for (let i = 1; i <= 50; i += 1) tense.addEmotionData(face(), undefined, 20 + i / 10);
  const { moments } = tense.getSessionSummary();
  expect(moments).toHaveLength(1);
  expect(moments[0]).toMatchObject({ kind: 'tension', end: 20 });
});

test('a face that moved during a break was not restless', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  for (let i = 0; i <= 100; i += 1) analyzer.addEmotionData(face(), BOX, i / 10);
  analyzer.addBreak();
  for (let i = 101; i <= 200; i += 1) analyzer.addEmotionData(face(), [500, 80, 90, 90], i / 10);
  expect(analyzer.getSessionSummary().face_stability).toBe(1);
});
