import { mulberry32 } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownSpans } from '../src/evidence-spans.js';
import {
  InterviewEmotionAnalyzer,
  type PresenceSummary,
  parseSessionSummary,
} from '../src/index.js';
import { ratioInterval } from '../src/ratio-interval.js';
import { RowSeries } from '../src/row-series.js';
import { face, session } from './helpers.js';
import { act, blink, type Doing, readingsOf, smileCourse } from './synthetic-person.js';

const FIGURES = [
  'camera_facing',
  'face_visible',
  'face_centred',
  'head_nods',
  'head_shakes',
  'head_restlessness',
  'smile_placement',
  'smile_dynamics',
  'expressive_range',
] as const;

function presenceOf(doing: (time: number) => Doing, fps = 30, seconds = 60): PresenceSummary {
  const summary = act({ fps, seconds }, doing).getSessionSummary();
  if (summary.presence === null) throw new Error('there is no presence');
  return summary.presence;
}

/** Someone who does a bit of everything. */
const lively = (time: number): Doing => ({
  look: time % 10 < 2 ? [18, -4] : [Math.sin(time), -3],
  pitch: time % 12 > 6 && time % 12 < 7 ? -9 * Math.sin(2 * Math.PI * (time % 12)) ** 2 : 0,
  closed: blink((time % 5) - 1),
  smile: smileCourse((time % 14) - 4, [0.7, 1.5, 0.9]),
  place: time > 40 ? [0.8, 0.4] : [0.5, 0.4],
  absent: time > 50 && time < 53,
});

test('a full session has every figure, each with an interval around it and its evidence', () => {
  const summary = act({ fps: 30, seconds: 60 }, lively).getSessionSummary();
  expect(parseSessionSummary(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  for (const key of FIGURES) {
    const { value, interval, evidence, reason, seconds } = summary.presence?.[key] ?? {};
    expect([key, reason]).toEqual([key, null]);
    expect(interval?.lower).toBeLessThanOrEqual(value ?? Number.NaN);
    expect(interval?.upper).toBeGreaterThanOrEqual(value ?? Number.NaN);
    expect(evidence?.length).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThan(0);
    for (const { start, end } of evidence ?? []) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(summary.session_duration);
    }
  }
  expect(summary.presence?.calibration).toEqual({ source: 'camera_look', question: true });
  expect(summary.presence?.face_visible.value).toBeCloseTo(57 / 60, 1);
  expect(summary.presence?.face_centred.value).toBeCloseTo(40 / 57, 1);
});

test('8 and 60 frames a second give the same figures', () => {
  const [slow, fast] = [presenceOf(lively, 8), presenceOf(lively, 60)];
  const close = { head_nods: 1.1, head_shakes: 1.1, head_restlessness: 0.8, smile_dynamics: 0.2 };
  for (const key of FIGURES) {
    const allowed = (close as Partial<Record<string, number>>)[key] ?? 0.04;
    const difference = Math.abs((slow[key].value ?? 99) - (fast[key].value ?? -99));
    expect([key, difference < allowed]).toEqual([key, true]);
  }
});

test('without details there are the figures that need none, and reasons for the others', () => {
  const summary = session(10, 60, (time) => face({ happy: time < 8 ? 0.9 : 0.05 }));
  const { presence, eyes, quality_gate } = summary.getSessionSummary();
  for (const key of ['camera_facing', 'face_centred', 'head_nods', 'smile_dynamics'] as const)
    expect(presence?.[key]).toMatchObject({ value: null, interval: null, reason: 'no_details' });
  for (const key of ['face_visible', 'smile_placement', 'expressive_range'] as const)
    expect(presence?.[key].value).not.toBeNull();
  expect(eyes?.blinks).toMatchObject({ per_minute: null, reason: 'no_details' });
  expect(quality_gate?.frames_judged).toBe(0);
});

test('with too little evidence for a score no figure is given either', () => {
  const presence = presenceOf(lively, 30, 8);
  for (const key of FIGURES)
    expect(presence[key]).toMatchObject({
      value: null,
      interval: null,
      evidence: [],
      reason: 'session_evidence',
    });
});

test('a face in the corner, or one that is hardly there, counts as such', () => {
  expect(presenceOf(() => ({ place: [0.1, 0.5] })).face_centred.value).toBe(0);
  expect(presenceOf(() => ({})).face_centred.value).toBe(1);
  const often = presenceOf((time) => ({ absent: time % 20 > 15 })).face_visible;
  expect(often.value).toBeCloseTo(0.75, 1);
  expect(often.evidence.map(({ shows }) => shows)).toContain('out_of_view');
});

test('the list of evidence has a bound, however long the session', () => {
  const { camera_facing, head_nods } = presenceOf(lively, 10, 600);
  expect(camera_facing.evidence.length).toBeLessThanOrEqual(10);
  expect(head_nods.evidence.length).toBeLessThanOrEqual(5);
});

test('no half second counts twice, however often the session pauses', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  for (const [i, details] of readingsOf({}, 5, 900).entries()) {
    analyzer.addEmotionData(face(), [500, 200, 260, 260], i / 30, details);
    if (i % 40 === 7) analyzer.addBreak();
  }
  const { presence, session_duration } = analyzer.getSessionSummary();
  const { face_visible, face_centred, camera_facing } = presence ?? {};
  for (const seconds of [
    face_visible?.seconds,
    face_centred?.seconds,
    camera_facing?.states.unsure,
  ])
    expect(seconds).toBeLessThanOrEqual(session_duration);
  expect(face_visible).toMatchObject({ value: 1, seconds: 29.5 });
});

test('a figure is not given where there is too little for its interval', () => {
  // Twelve seconds of face, in twelve frames.
  const { presence, evidence } = session(1, 12, () => face()).getSessionSummary();
  expect(evidence.sufficient).toBe(true);
  expect(presence?.expressive_range).toMatchObject({
    value: null,
    interval: null,
    reason: 'too_little_time',
  });
});

test('the face is said to be in view only where that was decided', () => {
  const analyzer = act({ fps: 10, seconds: 30 }, () => ({}));
  for (const [i, details] of readingsOf({}, 6, 30).entries())
    analyzer.addEmotionData(face(), null, 30 + i, details);
  const { evidence } = analyzer.getSessionSummary().presence?.face_visible ?? {};
  expect(evidence).toEqual([{ start: 0, end: 30, shows: 'in_view' }]);
});

test('a stretch of evidence ends with the session, and none has no length', () => {
  const spans = [
    { start: 8, end: 10.5 },
    { start: 10, end: 10.5 },
  ];
  expect(shownSpans(spans, 'expressive', 10)).toEqual([{ start: 8, end: 10, shows: 'expressive' }]);
});

test('asking for the summary changes nothing', () => {
  const once = act({ fps: 10, seconds: 60 }, lively);
  const often = act({ fps: 10, seconds: 30 }, lively);
  often.getSessionSummary();
  expect(often.getSessionSummary()).toEqual(often.getSessionSummary());
  expect(once.getSessionSummary().presence).toEqual(presenceOf(lively, 10));
});

test('the interval of a share holds the true one about as often as it says', () => {
  const random = mulberry32(11);
  let held = 0;
  const runs = 200;
  for (let run = 0; run < runs; run += 1) {
    // A state that is kept for some seconds: away for 30 % of the time in the long run.
    let state = random() < 0.7;
    const entries = Array.from({ length: 600 }, () => {
      if (random() < (state ? 0.3 : 0.7) / 6) state = !state;
      return { count: 1, sum: state ? 1 : 0 };
    });
    const range = { lower: 0, upper: 1 };
    const interval = ratioInterval({ entries, entrySeconds: 0.5, range }, run);
    if (interval !== null && interval.lower <= 0.7 && interval.upper >= 0.7) held += 1;
  }
  expect(held / runs).toBeGreaterThan(0.88);
});

test('what never happened has an interval with an open end', () => {
  const never = Array.from({ length: 120 }, () => ({ count: 0.5, sum: 0 }));
  const rate = { entries: never, entrySeconds: 0.5, range: { lower: 0, upper: Infinity } };
  expect(ratioInterval(rate, 1)).toEqual({ lower: 0, upper: 3 / 60 });
  const share = ratioInterval({ ...rate, range: { lower: 0, upper: 1 } }, 1);
  expect(share?.lower).toBe(0);
  expect(share?.upper).toBeCloseTo(3 / 12, 6);
});

test('rows hold the sums of what was added, and have a bound', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { maxLength: 300 }),
      (steps) => {
        const series = new RowSeries(['a', 'b'], 0.5, 16);
        let time = 0;
        for (const step of steps) {
          time += step;
          series.add(time, { a: 1, b: step });
        }
        const rows = series.rows();
        expect(rows.length).toBeLessThanOrEqual(16);
        expect(rows.reduce((sum, { sums }) => sum + sums.a, 0)).toBe(steps.length);
        expect(rows.reduce((sum, { sums }) => sum + sums.b, 0)).toBeCloseTo(time, 6);
        rows.forEach(({ start }, i) => {
          if (i > 0) expect(start).toBeGreaterThan(rows[i - 1]?.start ?? 0);
        });
      },
    ),
  );
});
