import { EMOTIONS, mulberry32 } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer, parseSessionSummary, sessionIdOf } from '../src/index.js';
import { localIsoTime } from '../src/session-names.js';
import { face, session } from './helpers.js';

const hundredths = (value: number) => Math.round(value * 100);

test('a session without a frame has a valid summary without a score', () => {
  const summary = new InterviewEmotionAnalyzer().getSessionSummary();
  expect(parseSessionSummary(summary)).toEqual(summary);
  expect(summary).toMatchObject({ frames_total: 0, average_confidence: null, timeline: [] });
  expect(summary.evidence.sufficient).toBe(false);
});

test('one frame, or frames that all have the same time, have a valid summary', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  for (let i = 0; i < 5; i += 1) {
    analyzer.addEmotionData(face(), [0, 0, 10, 10], 3);
    const summary = analyzer.getSessionSummary();
    expect(parseSessionSummary(summary)).toEqual(summary);
    expect(summary.session_duration).toBe(0);
  }
});

test('a baseline from within the session lies within it', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  // As the calmest stretch, which goes by half seconds.
  analyzer.setBaseline([face()], 5, { range: { start: 29, end: 34 } });
  for (let i = 0; i < 34; i += 1) analyzer.addEmotionData(face(), null, 30 + i / 10);
  const { baseline, session_duration } = analyzer.getSessionSummary();
  expect(session_duration).toBe(3.3);
  expect(baseline).toMatchObject({ start: 0, end: 3.3 });
});

test('ten seconds at ten frames a second are enough evidence and a frame less is not', () => {
  const frames = (count: number) => session(10, (count - 1) / 10, () => face()).getSessionSummary();
  expect(frames(100).evidence).toEqual({ sufficient: true, face_seconds: 10, reasons: [] });
  const short = frames(99);
  expect(short.evidence.reasons.map(({ code }) => code)).toEqual(['too_little_face_time']);
  expect(short.average_confidence).toBeNull();
  expect(short.confidence_level).toBeNull();
  expect(short.confidence_interval).toBeNull();
  expect(short.segment_analysis.middle.avg_confidence).toBeNull();
});

test('a face in less than half of the frames is not enough evidence however long', () => {
  const summary = session(10, 100, (time) => (time % 10 < 4 ? face() : null)).getSessionSummary();
  expect(summary.evidence.face_seconds).toBeGreaterThan(30);
  expect(summary.evidence.reasons).toEqual([
    { code: 'face_missing_too_often', message: expect.stringContaining('40 % of the frames') },
  ]);
  expect(summary.average_confidence).toBeNull();
});

test('two pictures far apart are not the time between them', () => {
  const summary = session(1 / 30, 30, () => face()).getSessionSummary();
  expect(summary.frames_total).toBe(2);
  expect(summary.evidence).toMatchObject({ sufficient: false, face_seconds: 2 });
});

test('the average of a segment is that of its frames at the full rate', () => {
  const random = mulberry32(5);
  const analyzer = new InterviewEmotionAnalyzer();
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  for (let i = 0; i <= 30 * 90; i += 1) {
    const scores = face({ happy: random() * 0.5, sad: random() * 0.4 });
    const third = Math.min(Math.floor(i / 900), 2);
    sums[third] =
      (sums[third] ?? 0) + analyzer.addEmotionData(scores, undefined, i / 30).confidenceScore;
    counts[third] = (counts[third] ?? 0) + 1;
  }
  const { segment_analysis: segments, average_confidence } = analyzer.getSessionSummary();
  for (const [i, segment] of [segments.beginning, segments.middle, segments.end].entries()) {
    expect(segment.avg_confidence).toBeCloseTo((sums[i] ?? 0) / (counts[i] ?? 1), 4);
    expect(segment.frames).toBe(counts[i]);
    expect([segment.start, segment.end]).toEqual([i * 30, i * 30 + 30]);
  }
  const total = sums.reduce((a, b) => a + b, 0) / 2701;
  expect(average_confidence).toBeCloseTo(total, 4);
});

test('thirds follow what the face shows, and one without a face has no average', () => {
  const growth = (time: number) => {
    if (time < 20) return face({ sad: 0.8 });
    return time < 40 ? null : face({ happy: 0.9 });
  };
  const { segment_analysis: segments, ...summary } = session(10, 60, growth).getSessionSummary();
  expect(segments.beginning.dominant_emotion).toBe('sad');
  expect(segments.middle).toMatchObject({
    avg_confidence: null,
    dominant_emotion: null,
    face_detection_rate: 0,
  });
  expect(segments.end.dominant_emotion).toBe('happy');
  expect(segments.end.avg_confidence).toBeGreaterThan(segments.beginning.avg_confidence ?? 1);
  expect(summary.absences).toEqual([{ start: 20, end: 40 }]);
  expect(summary.quality.longest_absence_seconds).toBe(20);
});

test('absences last two seconds or more and one may reach the end', () => {
  const missing = (time: number) => (time % 10 < 1.5 || time > 27 ? null : face());
  const { absences, quality } = session(10, 30, missing).getSessionSummary();
  expect(absences).toEqual([{ start: 27.1, end: 30 }]);
  expect(quality.longest_absence_seconds).toBe(2.9);
});

test('a pause without any frame is an absence, a slow camera is not', () => {
  const paused = session(10, 20, () => face());
  paused.addEmotionData(face(), undefined, 50);
  expect(paused.getSessionSummary().absences).toEqual([{ start: 20, end: 50 }]);
  expect(session(0.4, 60, () => face()).getSessionSummary().absences).toEqual([]);
});

test('the timeline has intervals of ten seconds and a shorter last one', () => {
  const { timeline } = session(10, 25, (time) => (time < 10 ? face() : null)).getSessionSummary();
  expect(timeline.map(({ start, end }) => [start, end])).toEqual([
    [0, 10],
    [10, 20],
    [20, 25],
  ]);
  expect(timeline.map(({ dominant_emotion }) => dominant_emotion)).toEqual(['neutral', null, null]);
  expect(session(10, 30, () => face()).getSessionSummary().timeline).toHaveLength(3);
});

test('what is left after the last interval joins it when it is less than half of one', () => {
  const rows = (seconds: number) =>
    session(10, seconds, () => face())
      .getSessionSummary()
      .timeline.map(({ start, end }) => [start, end]);
  expect(rows(30.4)).toEqual([
    [0, 10],
    [10, 20],
    [20, 30.4],
  ]);
  expect(rows(12)).toEqual([[0, 12]]);
  expect(rows(3)).toEqual([[0, 3]]);
});

test('without enough evidence no interval of the timeline has a score', () => {
  const { timeline, all_frames, ...summary } = session(10, 60, (time) =>
    time < 9 ? face() : null,
  ).getSessionSummary();
  expect(summary.evidence.sufficient).toBe(false);
  expect(timeline[0]).toMatchObject({ avg_confidence: null, dominant_emotion: 'neutral' });
  expect(all_frames.length).toBeGreaterThan(0);
});

test('time that is just too short is not said to be enough', () => {
  const { evidence } = session(100, 9.96, () => face()).getSessionSummary();
  expect(evidence.face_seconds).toBe(9.97);
  expect(evidence.reasons[0]?.message).toBe(
    'Your face was seen for 9.9 seconds; a score needs at least 10.',
  );
});

test('no more seconds of face are told than the session is long', () => {
  const { evidence, session_duration } = session(10, 6, () => face()).getSessionSummary();
  expect(evidence.face_seconds).toBeGreaterThan(session_duration);
  expect(evidence.reasons[0]?.message).toBe(
    `Your face was seen for ${Math.floor(session_duration * 10) / 10} seconds; a score needs at least 10.`,
  );
});

test('the start of a session is written as the clock on the wall showed it', () => {
  const moment = new Date('2025-11-27T22:12:34.500Z');
  expect(localIsoTime(moment, 120)).toBe('2025-11-28T00:12:34.500+02:00');
  expect(localIsoTime(moment, -210)).toBe('2025-11-27T18:42:34.500-03:30');
  expect(localIsoTime(moment, 0)).toBe('2025-11-27T22:12:34.500+00:00');
  const zone = process.env['TZ'];
  try {
    for (const name of ['Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'UTC']) {
      process.env['TZ'] = name;
      const startedAt = new Date(2025, 10, 28, 0, 12, 34);
      const analyzer = new InterviewEmotionAnalyzer({ startedAt, sessionId: 'my-own-name' });
      const { created_at } = analyzer.getSessionSummary();
      expect(created_at).toMatch(/^2025-11-28T00:12:34\.000[+-]\d\d:\d\d$/);
      expect(Date.parse(created_at)).toBe(startedAt.getTime());
      expect(sessionIdOf(startedAt)).toBe('20251128_001234');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('the percentages sum to exactly 100', () => {
  const random = mulberry32(21);
  const analyzer = session(10, 20, () =>
    face({ angry: random() / 7, fear: random() / 3, happy: random() / 3 }),
  );
  const { emotion_percentages: percentages } = analyzer.getSessionSummary();
  expect(EMOTIONS.reduce((sum, emotion) => sum + hundredths(percentages[emotion]), 0)).toBe(10_000);
  const { emotion_percentages: none } = session(10, 5, () => null).getSessionSummary();
  expect(EMOTIONS.map((emotion) => none[emotion])).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('at ten frames a second every frame is in the series, and more frames add none', () => {
  for (const fps of [10, 30, 60]) {
    const { all_frames, time_series } = session(fps, 60, () => face()).getSessionSummary();
    expect(all_frames).toHaveLength(601);
    expect(time_series.timestamps).toEqual(all_frames.map(({ timestamp }) => timestamp));
    expect(time_series.rate_hz).toBe(10);
  }
});

/** The frames that are taken of a recording ten times a second: the first at or after i/10 − 0.02. */
function sampledTimes(fps: number, firstFrame: number, seconds: number): number[] {
  const times = new Set<number>();
  for (let i = 0; i < seconds * 10; i += 1) {
    const frame = Math.ceil((i / 10 - 0.02 - firstFrame) * fps - 1e-9);
    times.add(firstFrame + Math.max(0, frame) / fps);
  }
  return [...times];
}

test.each([12, 15, 23.976, 24, 25, 29.97, 30, 50, 60])(
  'every frame that is sampled from a recording at %d frames a second is in the series',
  (fps) => {
    for (const firstFrame of [0, 0.021]) {
      const analyzer = new InterviewEmotionAnalyzer();
      const times = sampledTimes(fps, firstFrame, 200);
      for (const time of times) analyzer.addEmotionData(face(), undefined, time);
      const { all_frames, time_series, frames_total } = analyzer.getSessionSummary();
      expect(frames_total).toBe(times.length);
      expect(all_frames).toHaveLength(frames_total);
      expect(time_series.timestamps).toHaveLength(frames_total);
    }
  },
);

test('frames a little off the grid belong to the third and the row that they are taken for', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  for (const time of sampledTimes(24, 0, 60)) {
    // A smile from the frame on that is taken for 40.0 s, which is that at 39.99 s.
    const taken = Math.round(time * 10) / 10;
    analyzer.addEmotionData(face({ happy: taken >= 40 ? 1 : 0 }), undefined, time);
  }
  const { segment_analysis: thirds, timeline } = analyzer.getSessionSummary();
  expect(timeline[3]?.avg_confidence).toBe(0.72);
  expect(thirds.middle.frames).toBeGreaterThanOrEqual(199);
  expect(thirds.middle.frames).toBeLessThanOrEqual(201);
});

test('a camera that wavers around ten frames a second loses next to none', () => {
  const random = mulberry32(8);
  const analyzer = new InterviewEmotionAnalyzer();
  for (let i = 0; i < 3000; i += 1)
    analyzer.addEmotionData(face(), undefined, i / 10 + (random() - 0.5) * 0.05);
  const { all_frames } = analyzer.getSessionSummary();
  expect(all_frames.length).toBeGreaterThan(2990);
});

test('frames that come faster than the series never give it more than ten samples a second', () => {
  const gaps = fc.array(fc.double({ min: 0.001, max: 0.2, noNaN: true }), { minLength: 50 });
  fc.assert(
    fc.property(gaps, (distances) => {
      const analyzer = new InterviewEmotionAnalyzer();
      let time = 0;
      for (const distance of distances) {
        analyzer.addEmotionData(face(), undefined, time);
        time += distance;
      }
      const { all_frames, session_duration } = analyzer.getSessionSummary();
      expect(all_frames.length).toBeLessThanOrEqual(session_duration * 10 + 2);
    }),
    { seed: 3 },
  );
});

test('an hour at 60 frames a second ends with at most 36 001 samples and a narrow interval', () => {
  const random = mulberry32(2);
  const summary = session(60, 3600, (time) =>
    face({ happy: random() * (0.5 + 0.5 * Math.sin(time / 9)), sad: random() * 0.2 }),
  ).getSessionSummary();
  expect(summary.frames_total).toBe(216_001);
  expect(summary.all_frames.length).toBeLessThanOrEqual(36_001);
  const { lower, upper } = summary.confidence_interval ?? { lower: 0, upper: 1 };
  expect(lower).toBeLessThan(summary.average_confidence ?? 0);
  expect(upper).toBeGreaterThan(summary.average_confidence ?? 1);
  expect(upper - lower).toBeLessThan(0.02);
});

test('a session beyond six hours halves the rate of its series instead of growing', () => {
  const summary = session(8, 7 * 3600, (time) =>
    face({ happy: time < 3600 ? 0.9 : 0 }),
  ).getSessionSummary();
  expect(summary.time_series.rate_hz).toBe(5);
  expect(summary.all_frames.length).toBeLessThanOrEqual(126_001);
  expect(summary.segment_analysis.end.avg_confidence).toBeCloseTo(0.72, 4);
  expect(summary.timeline.length).toBeLessThanOrEqual(2160);
  expect(summary.timeline.at(-1)?.end).toBe(7 * 3600);
});

test('a clock that jumps far ahead does not fill the memory', () => {
  const analyzer = session(10, 20, () => face());
  analyzer.addEmotionData(face(), undefined, 9e11);
  const summary = analyzer.getSessionSummary();
  expect(parseSessionSummary(summary)).toEqual(summary);
  expect(summary.timeline.length).toBeLessThanOrEqual(2160);
});

test('the summary is the same each time it is asked for and is valid', () => {
  const analyzer = session(12, 40, (time) =>
    time % 9 < 1 ? null : face({ fear: time % 5 > 3 ? 0.6 : 0 }),
  );
  const summary = analyzer.getSessionSummary();
  expect(analyzer.getSessionSummary()).toEqual(summary);
  expect(parseSessionSummary(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
});

test('the session is named after its start in local time and keeps no path', () => {
  const analyzer = new InterviewEmotionAnalyzer({
    startedAt: new Date(2025, 10, 28, 0, 12, 34),
    source: { kind: 'recording', name: 'C:\\Users\\someone/videos/interview.mp4' },
    model: { expression: 'bootstrap', faceDetector: 'blazeface' },
  });
  expect(analyzer.getSessionSummary()).toMatchObject({
    session_id: '20251128_001234',
    source: { kind: 'recording', name: 'interview.mp4' },
    model: { expression: 'bootstrap', face_detector: 'blazeface' },
    intended_use: 'self-practice',
  });
});

test('every score has an interval around it, and evidence decides whether there is a score', () => {
  const anySession = fc.record({
    seed: fc.nat(),
    frames: fc.integer({ min: 1, max: 400 }),
    seconds: fc.double({ min: 0.02, max: 1.2, noNaN: true }),
    missing: fc.double({ min: 0, max: 0.7, noNaN: true }),
  });
  fc.assert(
    fc.property(anySession, ({ seed, frames, seconds, missing }) => {
      const random = mulberry32(seed);
      const analyzer = new InterviewEmotionAnalyzer();
      let time = 0;
      for (let i = 0; i < frames; i += 1) {
        if (random() < missing) analyzer.addMissingFace(time);
        else analyzer.addEmotionData(face({ happy: random() }), undefined, time);
        time += seconds * (0.5 + random());
      }
      const summary = analyzer.getSessionSummary();
      const { average_confidence: average, confidence_interval: interval } = summary;
      expect(parseSessionSummary(summary)).toEqual(summary);
      expect(average !== null).toBe(summary.evidence.sufficient);
      expect(interval !== null).toBe(summary.evidence.sufficient);
      expect(interval?.lower ?? 0).toBeLessThanOrEqual(average ?? 0);
      expect(interval?.upper ?? 1).toBeGreaterThanOrEqual(average ?? 1);
    }),
    { seed: 4, numRuns: 150 },
  );
});
