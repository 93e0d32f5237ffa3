import { type Box, type EmotionScores, PoiseError } from '@poise/core';
import { expect, test } from 'vitest';
import { InterviewEmotionAnalyzer, type InterviewEmotionAnalyzerOptions } from '../src/index.js';
import { face, session } from './helpers.js';
import { readingsOf } from './synthetic-person.js';

function errorOf(call: () => unknown): PoiseError {
  try {
    call();
  } catch (error) {
    if (error instanceof PoiseError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const badEmotions: [string, unknown][] = [
  ['NaN', { ...face(), sad: Number.NaN }],
  ['infinite', { ...face(), sad: Infinity }],
  ['negative', { ...face(), sad: -0.1 }],
  ['missing', { happy: 1 }],
  ['text', { ...face(), sad: '0.2' }],
  ['all zero', { ...face(), neutral: 0 }],
  ['null', null],
  ['undefined', undefined],
  ['a list', [0, 0, 0, 0, 0, 0, 1]],
];

test.each(badEmotions)('emotions that are %s are refused and change nothing', (_, emotions) => {
  const analyzer = session(10, 12, () => face({ happy: 0.4 }));
  const before = analyzer.getSessionSummary();
  const error = errorOf(() => analyzer.addEmotionData(emotions as EmotionScores, undefined, 13));
  expect(error.code).toBe('EMOTIONS_INVALID');
  expect(analyzer.getSessionSummary()).toEqual(before);
});

test('the error says which emotion is wrong and what it is', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  const error = errorOf(() => analyzer.addEmotionData({ ...face(), fear: -0.25 }));
  expect(error.message).toContain('"fear" is -0.25');
});

test.each([
  ['backwards', 11.9],
  ['NaN', Number.NaN],
  ['infinite', Infinity],
  ['null', null as unknown as number],
  ['in milliseconds since 1970', 1_790_000_000_000],
])('a timestamp that is %s is refused and changes nothing', (_, timestamp) => {
  const analyzer = session(10, 12, (time) => (time > 11 ? null : face({ fear: 0.4 })));
  const before = analyzer.getSessionSummary();
  const code = 'TIMESTAMP_INVALID';
  expect(errorOf(() => analyzer.addEmotionData(face(), [0, 0, 9, 9], timestamp)).code).toBe(code);
  expect(errorOf(() => analyzer.addMissingFace(timestamp)).code).toBe(code);
  expect(analyzer.getSessionSummary()).toEqual(before);
  analyzer.addEmotionData(face(), undefined, 12.1);
  expect(analyzer.getSessionSummary().frames_total).toBe(before.frames_total + 1);
});

test('a first call that is refused does not start the session', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  errorOf(() => analyzer.addEmotionData(face(), undefined, Number.NaN));
  analyzer.addEmotionData(face(), undefined, 100);
  analyzer.addEmotionData(face(), undefined, 101);
  expect(analyzer.getSessionSummary().session_duration).toBe(1);
});

test('a face box that is not a box is refused and changes nothing', () => {
  const analyzer = session(10, 12, () => face());
  const before = analyzer.getSessionSummary();
  for (const box of [[0, 0, 0, 10], [0, 0, 10, -1], [0, Number.NaN, 10, 10], [1, 2, 3], 'box']) {
    const call = () => analyzer.addEmotionData(face(), box as unknown as Box, 13);
    expect(errorOf(call).code).toBe('OPTION_INVALID');
  }
  expect(analyzer.getSessionSummary()).toEqual(before);
});

test('scores that do not sum to 1 are made to', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  const { rawEmotions } = analyzer.addEmotionData({ ...face(), neutral: 30, happy: 10 });
  expect(rawEmotions).toMatchObject({ neutral: 0.75, happy: 0.25 });
  const huge = analyzer.addEmotionData({ ...face(), neutral: 1e308, happy: 1e308 });
  expect(huge.rawEmotions).toMatchObject({ neutral: 0.5, happy: 0.5 });
});

const badOptions: [string, string, unknown][] = [
  ['windowSize', '0', { windowSize: 0 }],
  ['windowSize', 'NaN', { windowSize: Number.NaN }],
  ['windowSize', '"10"', { windowSize: '10' }],
  ['smoothingSeconds', '-1', { smoothingSeconds: -1 }],
  ['smoothingSeconds', '2', { smoothingSeconds: 2, windowSize: 5 }],
  ['sessionId', '"../evil"', { sessionId: '../evil' }],
  ['sessionId', '""', { sessionId: '' }],
  ['startedAt', 'Invalid Date', { startedAt: new Date(Number.NaN) }],
  ['source.kind', '"tape"', { source: { kind: 'tape' } }],
  ['source.name', '7', { source: { kind: 'live', name: 7 } }],
  ['model.faceDetector', 'true', { model: { faceDetector: true } }],
  ['seed', '0.5', { seed: 0.5 }],
  ['now', '3', { now: 3 }],
  ['options', 'null', null],
];

test.each(badOptions)(
  'the option %s is refused with the value %s named',
  (name, value, options) => {
    const error = errorOf(
      () => new InterviewEmotionAnalyzer(options as InterviewEmotionAnalyzerOptions),
    );
    expect(error.code).toBe('OPTION_INVALID');
    expect(error.message).toContain(name);
    expect(error.message).toContain(value);
  },
);

test('a baseline is refused without readings, with bad ones, or after the first frame', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  expect(errorOf(() => analyzer.setBaseline([], 3)).code).toBe('OPTION_INVALID');
  expect(errorOf(() => analyzer.setBaseline([face()], 0)).code).toBe('OPTION_INVALID');
  const bad = { ...face(), sad: Number.NaN };
  expect(errorOf(() => analyzer.setBaseline([face(), bad], 3)).code).toBe('EMOTIONS_INVALID');
  expect(analyzer.getSessionSummary().baseline.applied).toBe(false);
  analyzer.addEmotionData(face());
  expect(errorOf(() => analyzer.setBaseline([face()], 3)).code).toBe('OPTION_INVALID');
});

const [good] = readingsOf({}, 1, 1);

const badDetails: [string, unknown][] = [
  ['details', 'text'],
  ['details.pose', { ...good, pose: undefined }],
  ['details.pose.yaw', { ...good, pose: { yaw: Number.NaN, pitch: 0, roll: 0 } }],
  ['details.eyes.leftSide', { ...good, eyes: { rightSide: null } }],
  [
    'details.eyes.rightSide.irisX',
    { ...good, eyes: { leftSide: null, rightSide: { openness: 1 } } },
  ],
  ['details.mouth.width', { ...good, mouth: {} }],
  ['details.quality', { ...good, quality: null }],
  ['details.quality.value', { ...good, quality: { ...good?.quality, value: 1.2 } }],
  ['details.quality.aspects.size', { ...good, quality: { value: 1, aspects: {} } }],
  ['details.frame', { ...good, frame: { width: 0, height: 100 } }],
  ['details.frame.height', { ...good, frame: { width: 100 } }],
];

test.each(badDetails)('details are refused with %s named, and change nothing', (name, details) => {
  const analyzer = session(10, 12, () => face());
  const before = analyzer.getSessionSummary();
  const error = errorOf(() => analyzer.addEmotionData(face(), null, 13, details as typeof good));
  expect(error.code).toBe('OPTION_INVALID');
  expect(error.message).toContain(name);
  expect(analyzer.getSessionSummary()).toEqual(before);
});

test('details that are null or left out are no details', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.addEmotionData(face(), null, 0, null);
  analyzer.addEmotionData(face(), null, 0.1, undefined);
  analyzer.addEmotionData(face(), null, 0.2, good);
  expect(analyzer.getSessionSummary().quality_gate?.frames_judged).toBe(1);
});

test('a calibration and what a baseline says of itself are checked', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  const refused = (call: () => unknown) => {
    const error = errorOf(call);
    expect(error.code).toBe('OPTION_INVALID');
    return error.message;
  };
  const calibrate = (looks: unknown) => () =>
    analyzer.setCalibration(looks as Parameters<typeof analyzer.setCalibration>[0]);
  expect(refused(calibrate(null))).toContain('looks');
  expect(refused(calibrate({}))).toContain('looks.camera');
  expect(refused(calibrate({ camera: [good, {}] }))).toContain('looks.camera[1]');
  const rest = (options: unknown) => () =>
    analyzer.setBaseline([face()], 3, options as Parameters<typeof analyzer.setBaseline>[2]);
  expect(refused(rest({ source: 'guess' }))).toContain('"guess"');
  expect(refused(rest({ range: { start: 4, end: 2 } }))).toContain('range');
  expect(refused(rest({ details: good }))).toContain('details must be a list');
  expect(refused(rest(null))).toContain('options');
  analyzer.addEmotionData(face());
  expect(refused(calibrate({ camera: [] }))).toContain('before the first frame');
});

test('who else was in view is in the summary, and wrong counts are refused by name', () => {
  const analyzer = new InterviewEmotionAnalyzer();
  analyzer.addEmotionData(face());
  const others = {
    ...{ people: 2, most_at_once: 3, capped: true },
    ...{ seconds_beside: 20, seconds_without_person: 1.23456 },
  };
  analyzer.setOthersInView(others);
  const told = { ...others, seconds_without_person: 1.235 };
  expect(analyzer.getSessionSummary().others_in_view).toEqual(told);
  for (const wrong of [
    { people: -1 },
    { most_at_once: 0.5 },
    { capped: 1 as never },
    { seconds_without_person: NaN },
    { seconds_beside: -1 },
  ]) {
    const error = errorOf(() => analyzer.setOthersInView({ ...others, ...wrong }));
    expect(error.code).toBe('OPTION_INVALID');
    expect(error.message).toContain(`others.${Object.keys(wrong)[0]}`);
  }
  expect(analyzer.getSessionSummary().others_in_view).toEqual(told);
});
