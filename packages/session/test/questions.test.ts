import { mulberry32, PoiseError } from '@poise/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  InterviewEmotionAnalyzer,
  parseSessionSummary,
  type SessionQuestion,
} from '../src/index.js';
import { face, session } from './helpers.js';

/** A session with a smile that comes and goes, on a clock that begins anywhere. */
function random(seed: number, seconds: number, fps: number, first = 0): InterviewEmotionAnalyzer {
  const next = mulberry32(seed);
  const analyzer = new InterviewEmotionAnalyzer();
  for (let i = 0; i <= Math.round(seconds * fps); i += 1) {
    const time = first + i / fps;
    if (next() < 0.1) analyzer.addMissingFace(time);
    else analyzer.addEmotionData(face({ happy: next() * 0.6, sad: next() * 0.4 }), undefined, time);
  }
  return analyzer;
}

const anySession = fc.record({
  seed: fc.nat(),
  seconds: fc.integer({ min: 15, max: 60 }),
  fps: fc.constantFrom(8, 10, 12, 24, 30),
  first: fc.constantFrom(0, 0.3, 1234.5, 1_790_000_000.7),
});

test('without questions the list is empty', () => {
  expect(session(10, 15, () => face()).getSessionSummary().questions).toEqual([]);
});

test('a question that covers the whole session averages to what the session does', () => {
  const margin = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(anySession, margin, ({ seed, seconds, fps, first }, more) => {
      const analyzer = random(seed, seconds, fps, first);
      analyzer.setQuestions([{ prompt: 'Why?', start: first - more, end: first + seconds + more }]);
      const summary = analyzer.getSessionSummary();
      const [question] = summary.questions;
      expect(question).toMatchObject({
        prompt: 'Why?',
        start: 0,
        end: summary.session_duration,
        frames: summary.frames_total,
        face_detection_rate: summary.face_detection_rate,
      });
      expect(question?.avg_confidence).toBeCloseTo(summary.average_confidence ?? -1, 3);
      const { lower, upper } = summary.confidence_interval ?? {};
      expect(question?.confidence_interval).toEqual({ lower, upper });
    }),
    { numRuns: 40 },
  );
});

test('questions that are thirds of the session come to what the thirds do', () => {
  const analyzer = random(3, 60, 30, 500);
  const prompts = ['One', 'Two', 'Three'];
  analyzer.setQuestions(
    prompts.map((prompt, i) => ({ prompt, start: 500 + i * 20, end: 520 + i * 20 })),
  );
  const { questions, segment_analysis: thirds } = analyzer.getSessionSummary();
  expect(questions).toEqual(
    [thirds.beginning, thirds.middle, thirds.end].map((third, i) => ({
      prompt: prompts[i],
      ...third,
    })),
  );
});

test('questions one after another share out every frame', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
  fc.assert(
    fc.property(anySession, cuts, ({ seed, seconds, fps, first }, shares) => {
      const borders = [0, ...shares.sort((a, b) => a - b), 1].map((x) => first + x * seconds);
      const analyzer = random(seed, seconds, fps, first);
      analyzer.setQuestions(
        borders.slice(1).map((end, i) => ({ prompt: `${i + 1}`, start: borders[i] ?? 0, end })),
      );
      const { questions, frames_total, session_duration } = analyzer.getSessionSummary();
      expect(questions.reduce((sum, { frames }) => sum + frames, 0)).toBe(frames_total);
      for (const { start, end } of questions) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(session_duration);
      }
    }),
    { numRuns: 60 },
  );
});

test('each question follows what was shown in it, and a gap between two belongs to none', () => {
  const shown = (time: number) => {
    if (time < 20) return face({ sad: 0.8 });
    return time < 40 ? face({ fear: 0.9 }) : face({ happy: 0.9 });
  };
  const analyzer = session(10, 60, shown);
  analyzer.setQuestions([
    { prompt: 'Where do you see yourself?', start: 0, end: 20 },
    { prompt: 'What went well?', start: 42, end: 60 },
  ]);
  const [first, second] = analyzer.getSessionSummary().questions;
  expect(first).toMatchObject({ start: 0, end: 20, frames: 200, dominant_emotion: 'sad' });
  expect(second).toMatchObject({ start: 42, end: 60, frames: 181, dominant_emotion: 'happy' });
  expect(second?.avg_confidence).toBeGreaterThan(first?.avg_confidence ?? 1);
});

test('a question with less than two seconds of face, or outside the session, has no average', () => {
  const analyzer = session(10, 30, (time) => (time < 11.5 || time > 20 ? face() : null));
  analyzer.setQuestions([
    { prompt: 'Early', start: -20, end: -10 },
    { prompt: 'Away', start: 10, end: 20 },
    { prompt: 'Here', start: 20, end: 30 },
    { prompt: 'Late', start: 40, end: 50 },
  ]);
  const { questions } = analyzer.getSessionSummary();
  expect(questions.map(({ avg_confidence }) => avg_confidence !== null)).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect(questions[0]).toMatchObject({ start: 0, end: 0, frames: 0, dominant_emotion: null });
  expect(questions[1]).toMatchObject({ frames: 100, face_detection_rate: 0.15 });
  expect(questions[3]).toMatchObject({ start: 30, end: 30, frames: 0 });
});

test('without enough evidence no question has a score', () => {
  const analyzer = session(10, 9, () => face());
  analyzer.setQuestions([{ prompt: 'Why?', start: 0, end: 9 }]);
  expect(analyzer.getSessionSummary().questions[0]).toMatchObject({
    avg_confidence: null,
    confidence_interval: null,
    frames: 91,
  });
});

test('the last call counts, the list is copied, and it may come before the first frame', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  const given = [{ prompt: 'Old', start: 0, end: 5 }];
  analyzer.setQuestions(given);
  const before = analyzer.getSessionSummary();
  expect(parseSessionSummary(before)).toEqual(before);
  expect(before.questions).toMatchObject([{ prompt: 'Old', start: 0, end: 0, frames: 0 }]);
  given.push({ prompt: 'Later', start: 5, end: 6 });
  for (let i = 0; i <= 150; i += 1) analyzer.addEmotionData(face(), undefined, i / 10);
  expect(analyzer.getSessionSummary().questions).toMatchObject([
    { prompt: 'Old', start: 0, end: 5 },
  ]);
  analyzer.setQuestions([{ prompt: 'New', start: 3, end: 12 }]);
  expect(analyzer.getSessionSummary().questions).toMatchObject([
    { prompt: 'New', start: 3, end: 12 },
  ]);
  analyzer.setQuestions([]);
  expect(analyzer.getSessionSummary().questions).toEqual([]);
});

const why = (start: number, end: number, prompt: unknown = 'Why?') => ({ prompt, start, end });

test.each<[string, string, unknown]>([
  ['no list', 'questions', { prompt: 'Why?' }],
  ['no question', 'questions[0]', [null]],
  ['a prompt that is empty', 'questions[0].prompt', [why(0, 1, '')]],
  ['a prompt of spaces', 'questions[0].prompt', [why(0, 1, '  \n')]],
  ['a prompt that is too long', 'questions[0].prompt', [why(0, 1, 'x'.repeat(501))]],
  ['a prompt that is no text', 'questions[0].prompt', [why(0, 1, 7)]],
  ['a start that is no number', 'questions[0].start', [{ prompt: 'Why?', end: 1 }]],
  ['a start that is not finite', 'questions[0].start', [why(-Infinity, 1)]],
  ['an end that is not finite', 'questions[0].end', [why(0, Number.NaN)]],
  ['an end before the start', 'questions[0].end', [why(2, 1)]],
  ['questions that overlap', 'questions[1].start', [why(0, 2), why(1.9, 3)]],
  ['questions out of order', 'questions[1].start', [why(5, 6), why(1, 2)]],
])('%s is refused by name and changes nothing', (_, name, questions) => {
  const analyzer = session(10, 15, () => face());
  analyzer.setQuestions([{ prompt: 'x'.repeat(500), start: 1, end: 1 }]);
  const before = analyzer.getSessionSummary();
  let error: unknown;
  try {
    analyzer.setQuestions(questions as SessionQuestion[]);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(PoiseError);
  expect(error).toMatchObject({ code: 'OPTION_INVALID' });
  const { message } = error as PoiseError;
  expect(message).toContain(`${name} must be`);
  expect(message.length).toBeLessThan(250);
  expect(analyzer.getSessionSummary()).toEqual(before);
});
