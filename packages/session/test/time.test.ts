import { EMOTIONS } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer } from '../src/index.js';
import { face, session } from './helpers.js';

/** An expression that swings between neutral, happy and sad. */
function swinging(period: number, depth: number) {
  return (time: number) => {
    const wave = depth * Math.sin((2 * Math.PI * time) / period);
    return face({ happy: Math.max(0, wave), sad: Math.max(0, -wave) });
  };
}

test('8 and 60 frames a second give the same smoothed scores and the same average', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 3, max: 20, noNaN: true }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (period, depth) => {
        const slow = session(8, 30, swinging(period, depth));
        const fast = session(60, 30, swinging(period, depth));
        const a = slow.addEmotionData(face(), undefined, 30.125);
        const b = fast.addEmotionData(face(), undefined, 30.125);
        for (const emotion of EMOTIONS)
          expect(a.smoothedEmotions[emotion]).toBeCloseTo(b.smoothedEmotions[emotion], 1);
        expect(Math.abs(a.confidenceScore - b.confidenceScore)).toBeLessThan(0.01);
        const averages = [slow, fast].map((s) => s.getSessionSummary().average_confidence ?? -1);
        expect(Math.abs((averages[0] ?? 0) - (averages[1] ?? 0))).toBeLessThan(0.005);
      },
    ),
    { numRuns: 25, seed: 7 },
  );
});

test('after one window of a new expression most of it shows, and after three nearly all', () => {
  const shown = (seconds: number) => {
    const analyzer = session(30, 5, () => face());
    let happy = 0;
    for (let i = 1; i <= seconds * 30; i += 1)
      happy = analyzer.addEmotionData(face({ happy: 1 }), undefined, 5 + i / 30).smoothedEmotions
        .happy;
    return happy;
  };
  expect(shown(1)).toBeGreaterThan(0.8);
  expect(shown(1)).toBeLessThan(0.9);
  expect(shown(3)).toBeGreaterThan(0.99);
});

test('windowSize counts frames at the rate seen', () => {
  const response = (fps: number, windowSize: number) => {
    const analyzer = session(fps, 5, () => face(), { windowSize });
    let happy = 0;
    for (let i = 1; i <= 5; i += 1)
      happy = analyzer.addEmotionData(face({ happy: 1 }), undefined, 5 + i / fps).smoothedEmotions
        .happy;
    return happy;
  };
  expect(response(8, 10)).toBeCloseTo(response(60, 10), 9);
  expect(response(30, 5)).toBeGreaterThan(response(30, 30));
});

test('windowSize 10 at 10 frames a second is the default window', () => {
  const given = session(10, 20, swinging(6, 0.8), { windowSize: 10 }).getSessionSummary();
  const left = session(10, 20, swinging(6, 0.8)).getSessionSummary();
  expect(given.time_series.confidence_scores).toEqual(left.time_series.confidence_scores);
});

test('smoothingSeconds 0 shows each frame as it is', () => {
  const analyzer = session(10, 2, () => face(), { smoothingSeconds: 0 });
  expect(analyzer.addEmotionData(face({ happy: 1 }), undefined, 2.1).smoothedEmotions.happy).toBe(
    1,
  );
});

test('the same time again counts as a frame and does not move the smoothed scores', () => {
  const analyzer = session(10, 2, () => face());
  const { smoothedEmotions } = analyzer.addEmotionData(face({ fear: 1 }), undefined, 2);
  expect(smoothedEmotions.fear).toBe(0);
  expect(analyzer.getSessionSummary().frames_total).toBe(22);
});

test('after an absence the smoother starts afresh, after a look aside it does not', () => {
  const back = (seconds: number) => {
    const away = (time: number) => (time > 5 ? null : face({ sad: 1 }));
    const analyzer = session(10, 5 + seconds, away);
    return analyzer.addEmotionData(face(), undefined, 5.1 + seconds).smoothedEmotions.sad;
  };
  expect(back(0.5)).toBeGreaterThan(0.1);
  expect(back(3)).toBe(0);
});

test('without timestamps the time is the time since the first call', () => {
  let clock = 500;
  const analyzer = new InterviewEmotionAnalyzer({ now: () => clock });
  analyzer.addEmotionData(face());
  clock += 1.5;
  analyzer.addMissingFace();
  clock += 2.5;
  analyzer.addEmotionData(face());
  const { session_duration, all_frames } = analyzer.getSessionSummary();
  expect(session_duration).toBe(4);
  expect(all_frames.map(({ timestamp }) => timestamp)).toEqual([0, 4]);
});

test('exported times begin with the first frame whatever clock the timestamps come from', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  for (let i = 0; i <= 120; i += 1) analyzer.addEmotionData(face(), undefined, 1_700_000 + i / 8);
  const summary = analyzer.getSessionSummary();
  expect(summary.time_series.timestamps.slice(0, 3)).toEqual([0, 0.125, 0.25]);
  expect(summary.segment_analysis.end.end).toBe(15);
});

test('frames with and without a timestamp can be mixed', () => {
  const analyzer = new InterviewEmotionAnalyzer({ now: () => 512.3 });
  for (const time of [0.1, 0.7, 3.3]) {
    const fresh = new InterviewEmotionAnalyzer({ now: () => 512.3 });
    fresh.addEmotionData(face(), undefined, time);
    fresh.addEmotionData(face());
    expect(fresh.getSessionSummary()).toMatchObject({ session_duration: 0, frames_total: 2 });
  }
  analyzer.addEmotionData(face(), undefined, 1);
  analyzer.addEmotionData(face(), undefined, 2);
  // The own clock still says 1.
  expect(() => analyzer.addEmotionData(face())).toThrow('TIMESTAMP_INVALID');
});
