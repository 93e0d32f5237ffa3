import { MINIMUM_FACE_QUALITY, QUALITY_ASPECTS } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer } from '../src/index.js';
import { worstAspect } from '../src/quality-gate.js';
import { face, session } from './helpers.js';
import { act, readingsOf } from './synthetic-person.js';

const good = readingsOf({}, 1, 1)[0];
const dark = readingsOf({ quality: 0.1, worst: 'exposure' }, 2, 1)[0];

test('a face that shows too little is seen, but is no evidence for anything', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  for (let i = 0; i < 400; i += 1) {
    const poor = i % 4 === 0;
    analyzer.addEmotionData(
      poor ? face({ fear: 1 }) : face(),
      [0, 0, 9, 9],
      i / 10,
      poor ? dark : good,
    );
  }
  const summary = analyzer.getSessionSummary();
  expect(summary.face_detection_rate).toBe(1);
  expect(summary.frames_analyzed).toBe(400);
  expect(summary.quality_gate).toEqual({
    threshold: MINIMUM_FACE_QUALITY,
    frames_judged: 400,
    frames_left_out: 100,
    share_left_out: 0.25,
    by_aspect: { size: 0, sharpness: 0, exposure: 100, contrast: 0, pose: 0, occlusion: 0 },
  });
  expect(summary.emotion_percentages.neutral).toBe(100);
  expect(summary.average_confidence).toBe(0.72);
  expect(summary.moments).toEqual([]);
  expect(summary.absences).toEqual([]);
  expect(summary.all_frames).toHaveLength(300);
  expect(summary.evidence.face_seconds).toBeCloseTo(30, 0);
  expect(summary.segment_analysis.middle.face_detection_rate).toBe(1);
});

test('while the picture is too poor the last frame that counted is what is shown', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.addEmotionData(face({ happy: 0.9 }), null, 0, good);
  const shown = analyzer.addEmotionData(face({ fear: 1 }), null, 0.1, dark);
  expect(shown).toMatchObject({ isEvidence: false, dominantEmotion: 'happy' });
  expect(shown.rawEmotions.fear).toBe(1);
  expect(analyzer.addEmotionData(face({ happy: 0.9 }), null, 0.2, good).isEvidence).toBe(true);
});

test('what was shown before two poor seconds is not carried over them', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  let time = 0;
  const feed = (seconds: number, details: typeof good, happy: number) => {
    for (let i = 0; i < seconds * 10; i += 1, time += 0.1)
      analyzer.addEmotionData(face({ happy }), null, time, details);
  };
  feed(10, good, 0.95);
  feed(3, dark, 0.95);
  const after = analyzer.addEmotionData(face(), null, time, good);
  expect(after.smoothedEmotions.happy).toBe(0);
});

test('a session that was mostly too poor has no score, and says that it was the picture', () => {
  const analyzer = act({ fps: 10, seconds: 60 }, (time) => ({ quality: time % 3 < 1 ? 0.9 : 0.1 }));
  const { average_confidence, evidence, presence, face_detection_rate } =
    analyzer.getSessionSummary();
  expect(average_confidence).toBeNull();
  expect(face_detection_rate).toBe(1);
  expect(evidence.reasons.map(({ code }) => code)).toEqual(['picture_too_poor']);
  expect(evidence.reasons[0]?.message).toContain('showed it well enough');
  expect(presence?.expressive_range).toMatchObject({ value: null, reason: 'session_evidence' });
});

test('details of good quality change nothing of the score', () => {
  const plain = session(10, 30, (time) => face({ happy: 0.02 + (time % 7 < 2 ? 0.1 : 0) }));
  const analyzer = new InterviewEmotionAnalyzer({ startedAt: new Date(0) });
  for (let i = 0; i <= 300; i += 1)
    analyzer.addEmotionData(
      face({ happy: 0.02 + ((i / 10) % 7 < 2 ? 0.1 : 0) }),
      null,
      i / 10,
      good,
    );
  const [a, b] = [plain.getSessionSummary(), analyzer.getSessionSummary()];
  for (const key of [
    'average_confidence',
    'confidence_interval',
    'all_frames',
    'timeline',
  ] as const)
    expect(b[key]).toEqual(a[key]);
});

test('the worst aspect of a picture is the lowest one', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({
        size: unit,
        sharpness: unit,
        exposure: unit,
        contrast: unit,
        pose: unit,
        occlusion: unit,
      }),
      (aspects) => {
        const worst = worstAspect({ value: 0, aspects });
        for (const aspect of QUALITY_ASPECTS)
          expect(aspects[worst]).toBeLessThanOrEqual(aspects[aspect]);
      },
    ),
  );
});
