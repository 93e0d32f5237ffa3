import type { SessionSummary } from '@poise/session';
import { expect, test } from 'vitest';
import { insights, journeyChart, LIGHT_THEME, renderTextReport } from '../src/index.js';
import { moment, summaryOf, unscored } from './summary.js';

type Question = SessionSummary['questions'][number];

function question(start: number, end: number, keys: Partial<Question> = {}): Question {
  return {
    prompt: 'What are you proud of?',
    start,
    end,
    avg_confidence: 0.72,
    confidence_interval: { lower: 0.7, upper: 0.74 },
    face_detection_rate: 1,
    dominant_emotion: 'neutral',
    frames: 100,
    ...keys,
  };
}

const SIZE = { width: 936, height: 660 };
const labels = (questions: Question[]) =>
  journeyChart(summaryOf({ keys: { questions } }), SIZE, LIGHT_THEME).match(/>Q\d+</g) ?? [];

test('each question is told with its number, or why it has none', () => {
  const none = { avg_confidence: null, confidence_interval: null, dominant_emotion: null };
  const questions = [
    question(0, 40),
    question(40, 45, { confidence_interval: null }),
    question(45, 60, { ...none, face_detection_rate: 0.1 }),
    question(60, 90, { ...none, face_detection_rate: 0 }),
  ];
  const text = renderTextReport(summaryOf({ keys: { questions } }));
  expect(text).toContain('1. What are you proud of?\n   0:00–0:40: 72 %, between 70 % and 74 %');
  expect(text).toContain('0:40–0:45: 72 %, too short for an interval');
  expect(text).toContain('0:45–1:00: no score, because too little of your face was seen');
  expect(text).toContain('1:00–1:30: no score, because your face was not in view');
});

test('a session without questions or without a score says nothing of them', () => {
  expect(renderTextReport(summaryOf())).not.toContain('By question');
  const summary = { ...unscored(), questions: [question(0, 4)] };
  expect(renderTextReport(summary)).not.toContain('By question');
});

test('advice names the question in which most of its stretch lies', () => {
  const text = (questions: Question[]) =>
    insights(summaryOf({ keys: { questions, moments: [moment('tension', 38, 46)] } })).action.text;
  expect(text([question(0, 40), question(40, 90)])).toContain('Around 0:38–0:46 (question 2) your');
  expect(text([question(0, 20), question(60, 90)])).toContain('Around 0:38–0:46 your');
  expect(text([question(0, 90)])).toContain('Around 0:38–0:46 your');
});

test('advice about the whole session names no question', () => {
  const questions = [question(0, 80), question(80, 90)];
  const { improvements } = insights(summaryOf({ keys: { questions, face_stability: 0.2 } }));
  const moving = improvements.find(({ code }) => code === 'moving_head');
  expect(moving?.text).toContain('Around 0:00–1:30 your');
});

test('the chart numbers the questions only where the numbers do not crowd', () => {
  expect(labels([])).toEqual([]);
  expect(labels([question(0, 30), question(30, 90)])).toEqual(['>Q1<', '>Q2<']);
  expect(labels([question(0, 2), question(2, 90)])).toEqual([]);
  expect(labels([question(0, 88), question(88, 90)])).toEqual([]);
});
