import { readFile } from 'node:fs/promises';
import { PoiseError } from '@poise/core';
import { expect, test } from 'vitest';
import { parseSessionSummary, sessionSummaryJsonSchema } from '../src/index.js';
import { face, session } from './helpers.js';

const valid = session(10, 15, () => face()).getSessionSummary();

function problem(value: unknown): string {
  try {
    parseSessionSummary(value);
  } catch (error) {
    if (error instanceof PoiseError && error.code === 'SUMMARY_INVALID') return error.message;
    throw error;
  }
  throw new Error('the value was accepted');
}

test('the checked-in JSON Schema is the one that the code makes (else: npm run schema -w @poise/session)', async () => {
  const file = new URL('../schema/session-summary.schema.json', import.meta.url);
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(sessionSummaryJsonSchema())));
});

test('the contract with the other modules keeps its keys', () => {
  expect(Object.keys(valid)).toEqual(
    expect.arrayContaining([
      'session_id',
      'session_duration',
      'frames_analyzed',
      'average_confidence',
      'engagement_score',
      'face_stability',
      'face_detection_rate',
      'stress_spikes_count',
      'segment_analysis',
      'time_series',
      'emotion_percentages',
      'all_frames',
    ]),
  );
  expect(valid.segment_analysis.beginning).toHaveProperty('avg_confidence');
  expect(Object.keys(valid.time_series)).toEqual(
    expect.arrayContaining(['timestamps', 'confidence_scores']),
  );
});

test('a wrong value is refused with the name of its key', () => {
  expect(problem({ ...valid, average_confidence: 1.2 })).toContain('average_confidence');
  expect(problem({ ...valid, session_id: '../x' })).toContain('session_id');
  expect(problem({ ...valid, source: { kind: 'live', name: '/home/me/x.mp4' } })).toContain(
    'source.name',
  );
  expect(problem({ ...valid, schema_version: '2.0.0' })).toContain('schema_version');
  const uneven = { ...valid.time_series, timestamps: [0] };
  expect(problem({ ...valid, time_series: uneven })).toContain('same length');
});

test('what is no summary at all is refused in a short message', () => {
  for (const value of [null, undefined, 'text', 7, [], {}])
    expect(problem(value).length).toBeLessThan(700);
});

test('a file of a later version 1 with more keys can be read', () => {
  const later = { ...valid, schema_version: '1.9.0', something_new: 1 };
  expect(parseSessionSummary(later)).toEqual({ ...valid, schema_version: '1.9.0' });
});

test('a file of version 1.0, which has neither questions nor breaks, can be read', () => {
  const { questions: _, breaks: __, ...rest } = valid;
  const earlier = { ...rest, schema_version: '1.0.0' };
  const read = parseSessionSummary(earlier);
  expect(read).toEqual({ ...earlier, questions: [], breaks: [] });
  read.questions.push({ ...valid.segment_analysis.beginning, prompt: 'Why?' });
  expect(parseSessionSummary(earlier).questions).toEqual([]);
  expect(sessionSummaryJsonSchema()['required']).not.toContain('questions');
  expect(sessionSummaryJsonSchema()['required']).not.toContain('breaks');
});

test('a file of version 1.1, which knows nothing of presence, can be read', () => {
  const { presence: _, eyes: __, quality_gate: ___, baseline, ...rest } = valid;
  const { start: ____, end: _____, smiling: ______, ...knownBaseline } = baseline;
  const moment = { kind: 'smile', start: 1, end: 3, peak_time: 2, peak: 0.8 };
  const earlier = {
    ...rest,
    schema_version: '1.1.0',
    baseline: knownBaseline,
    moments: [moment],
  };
  const read = parseSessionSummary(earlier);
  expect(read).toMatchObject({ presence: null, eyes: null, quality_gate: null });
  expect(read.baseline).toEqual(baseline);
  expect(read.moments).toEqual([
    {
      ...moment,
      duration_seconds: null,
      onset_seconds: null,
      apex_seconds: null,
      offset_seconds: null,
    },
  ]);
  for (const key of ['presence', 'eyes', 'quality_gate'])
    expect(sessionSummaryJsonSchema()['required']).not.toContain(key);
});

test('a file of version 1.2, which counts nobody else, can be read', () => {
  const { others_in_view: none, ...rest } = valid;
  expect(none).toBeNull();
  const read = parseSessionSummary({ ...rest, schema_version: '1.2.0' });
  expect(read.others_in_view).toBeNull();
  expect(sessionSummaryJsonSchema()['required']).not.toContain('others_in_view');
});
