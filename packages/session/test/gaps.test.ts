import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer } from '../src/index.js';
import { face, session } from './helpers.js';

const recording = (seconds: number): InterviewEmotionAnalyzer =>
  session(10, seconds, () => face(), { source: { kind: 'recording' } });

test('a part of a recording without pictures is an absence that nobody is known to have been away in', () => {
  const analyzer = recording(20);
  for (let i = 0; i <= 100; i += 1) analyzer.addEmotionData(face(), undefined, 25 + i / 10);
  const { absences, without_pictures, breaks, face_detection_rate } = analyzer.getSessionSummary();
  expect(without_pictures).toEqual([{ start: 20, end: 25 }]);
  expect(absences).toEqual(without_pictures);
  expect(breaks).toEqual([]);
  expect(face_detection_rate).toBe(1);
});

test('who is out of view before and after the missing pictures was absent then, and not meanwhile', () => {
  const analyzer = recording(20);
  for (let i = 1; i <= 30; i += 1) analyzer.addMissingFace(20 + i / 10);
  for (let i = 1; i <= 30; i += 1) analyzer.addMissingFace(30 + i / 10);
  analyzer.addEmotionData(face(), undefined, 33.1);
  const { absences, without_pictures } = analyzer.getSessionSummary();
  expect(without_pictures).toEqual([{ start: 23, end: 30.1 }]);
  expect(absences).toEqual([
    { start: 20.1, end: 23 },
    { start: 23, end: 30.1 },
    { start: 30.1, end: 33.1 },
  ]);
});

test('nothing is carried over missing pictures, also when the face is away for a moment after them', () => {
  const analyzer = recording(20);
  analyzer.addMissingFace(25);
  const { smoothedEmotions } = analyzer.addEmotionData(face({ happy: 1 }), undefined, 25.1);
  expect(smoothedEmotions.happy).toBe(1);
});

test('a recording with few frames a second is not full of holes', () => {
  const analyzer = session(0.4, 60, () => face(), { source: { kind: 'recording' } });
  expect(analyzer.getSessionSummary().without_pictures).toEqual([]);
});

test('in a live session without frames the person was away, and no picture is missing', () => {
  const analyzer = session(10, 20, () => face(), { source: { kind: 'live' } });
  analyzer.addEmotionData(face(), undefined, 25);
  const { absences, without_pictures } = analyzer.getSessionSummary();
  expect(absences).toEqual([{ start: 20, end: 25 }]);
  expect(without_pictures).toEqual([]);
});

test('a recording whose first pictures cannot be read keeps its own times', () => {
  const analyzer = new InterviewEmotionAnalyzer({ source: { kind: 'recording' } });
  analyzer.beginAt(0);
  for (let i = 0; i <= 300; i += 1)
    analyzer.addEmotionData(face({ happy: i >= 100 && i < 150 ? 1 : 0 }), undefined, 20 + i / 10);
  const summary = analyzer.getSessionSummary();
  expect(summary.session_duration).toBe(50);
  expect(summary.without_pictures).toEqual([{ start: 0, end: 20 }]);
  expect(summary.absences).toEqual([{ start: 0, end: 20 }]);
  expect(summary.moments[0]?.start).toBeCloseTo(30, 0);
  expect(summary.face_detection_rate).toBe(1);
  expect(summary.evidence.face_seconds).toBeCloseTo(30.1, 1);
  expect(summary.quality.analyzed_fps).toBeCloseTo(10, 6);
});

test('a beginning is refused after the first frame, in a live session, and when it is no number', () => {
  const analyzer = recording(1);
  expect(() => analyzer.beginAt(0)).toThrow(/before the first frame/);
  const live = new InterviewEmotionAnalyzer({ source: { kind: 'live' } });
  expect(() => live.beginAt(0)).toThrow(/"recording"/);
  const fresh = new InterviewEmotionAnalyzer({ source: { kind: 'recording' } });
  expect(() => fresh.beginAt(Number.NaN)).toThrow(/seconds/);
});
