import type { SessionSummary } from '@poise/session';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insights } from '../src/index.js';
import { moment, summaryOf, unscored } from './summary.js';

type Thirds = [number | null, number | null, number | null];

describe('the headline', () => {
  const cases: [title: string, thirds: Thirds][] = [
    ['STRONG GROWTH', [0.55, 0.66, 0.78]],
    ['ON THE RISE', [0.6, 0.63, 0.66]],
    ['WEAK START', [0.5, 0.7, 0.72]],
    ['WARMED UP', [0.7, 0.8, 0.8]],
    ['STRONG FINISH', [0.68, 0.68, 0.8]],
    ['FADING FINISH', [0.75, 0.75, 0.6]],
    ['CALM FINISH', [0.85, 0.85, 0.73]],
    ['SLOW FADE', [0.8, 0.72, 0.6]],
    ['STRONG START', [0.8, 0.7, 0.71]],
    ['STRONG MIDDLE', [0.66, 0.78, 0.67]],
    ['CAUGHT YOURSELF', [0.75, 0.62, 0.74]],
    ['STEADY', [0.72, 0.73, 0.71]],
    ['ROOM TO GROW', [0.4, 0.41, 0.39]],
    ['PARTLY SEEN', [0.72, null, 0.71]],
  ];
  test.each(cases)('is %s for averages of %j', (title, thirds) => {
    expect(insights(summaryOf({ thirds })).headline.title).toBe(title);
  });

  test('names the numbers it speaks of', () => {
    const { sentence } = insights(summaryOf({ thirds: [0.5, 0.7, 0.72] })).headline;
    expect(sentence).toContain('50 %');
    expect(sentence).toContain('72 %');
  });

  test('says NOT ENOUGH EVIDENCE and why, without the number of a score', () => {
    const { headline, strengths } = insights(unscored(4));
    expect(headline.title).toBe('NOT ENOUGH EVIDENCE');
    expect(headline.sentence).toBe('Your face could be read for 4 s. A score needs at least 10 s.');
    expect(strengths).toEqual([]);
  });

  test('is UPS AND DOWNS when alike thirds hide a score that moved a lot', () => {
    const summary = summaryOf({
      keys: {
        confidence_statistics: {
          minimum: 0.4,
          maximum: 0.9,
          standard_deviation: 0.13,
          median: 0.72,
        },
      },
    });
    expect(insights(summary).headline.title).toBe('UPS AND DOWNS');
  });

  test('claims neither a change nor steadiness when differences are smaller than their uncertainty', () => {
    const third = fc.double({ min: 0.65, max: 0.75, noNaN: true });
    fc.assert(
      fc.property(third, third, third, (a, b, c) => {
        // Intervals of ±0.08: no difference of up to 0.1 can be larger than 0.08 · √2.
        const { headline } = insights(summaryOf({ thirds: [a, b, c], halfWidth: 0.08 }));
        const alike = Math.max(a, b, c) - Math.min(a, b, c) <= 0.05;
        expect(headline.title).toBe(alike ? 'STEADY' : 'NO CLEAR TREND');
      }),
      { numRuns: 60 },
    );
  });

  test('calls nothing steady of which the thirds are hardly known, however alike they are', () => {
    const title = (halfWidth: number | null) =>
      insights(summaryOf({ thirds: [0.72, 0.72, 0.72], halfWidth })).headline.title;
    expect([0.05, 0.1, 0.11, 0.2, null].map(title)).toEqual([
      'STEADY',
      'STEADY',
      'NO CLEAR TREND',
      'NO CLEAR TREND',
      'NO CLEAR TREND',
    ]);
  });

  test('claims no change when the segments have no intervals', () => {
    const summary = summaryOf({ thirds: [0.3, 0.5, 0.9], halfWidth: null });
    const { title, sentence } = insights(summary).headline;
    expect(title).toBe('NO CLEAR TREND');
    expect(sentence).toContain('30 %, 50 % and 90 %');
  });
});

describe('the action item', () => {
  test('names the seconds of the strongest tension moment', () => {
    const moments = [moment('tension', 12, 15, 0.5), moment('tension', 70, 74, 0.8)];
    const { action } = insights(summaryOf({ keys: { moments } }));
    expect(action.code).toBe('tension');
    expect(action.text).toContain('Around 1:10–1:14');
    expect(action.evidence).toEqual([
      { start: 70, end: 74 },
      { start: 12, end: 15 },
    ]);
  });

  test('asks for the beginning after a weak start', () => {
    const { action } = insights(summaryOf({ thirds: [0.5, 0.7, 0.72] }));
    expect(action.code).toBe('weak_start');
    // What was seen, and not what it was like for the person.
    expect(action.text).toContain('your score was lower than in the middle');
    expect(action.text).toContain('Around 0:00–0:10');
  });

  test('is about the picture first when the face was often missing', () => {
    const summary = summaryOf({
      keys: {
        face_detection_rate: 0.6,
        absences: [
          { start: 10, end: 20 },
          { start: 40, end: 66 },
        ],
        moments: [moment('tension', 70, 74)],
      },
    });
    expect(insights(summary).action.text).toContain('Around 0:40–1:06');
  });

  test('always names seconds, and is the first of the improvements', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(share, share, share, fc.integer({ min: 1, max: 200 }), (a, b, c, seconds) => {
        const summary = summaryOf({
          thirds: [a, b, c],
          seconds,
          keys: { expressiveness: a, face_stability: b, face_detection_rate: c ?? 0 },
        });
        const { action, improvements } = insights(summary);
        expect(action.text).toMatch(/\b\d+:\d\d/);
        expect(action.evidence.length).toBeGreaterThan(0);
        expect(improvements[0]).toEqual(action);
      }),
      { numRuns: 200 },
    );
  });

  test('gives a harder question when nothing called for work', () => {
    const summary = summaryOf({ keys: { moments: [moment('smile', 5, 8)] } });
    const { action, improvements } = insights(summary);
    expect(action.code).toBe('next_level');
    expect(improvements).toHaveLength(1);
  });
});

test('one stretch is not named by two improvements', () => {
  const { improvements } = insights(summaryOf({ thirds: [0.5, 0.7, 0.72] }));
  const first = improvements.map(({ evidence }) => JSON.stringify(evidence[0]));
  expect(new Set(first).size).toBe(first.length);
});

test('a resting face after smiles is never called a fault', () => {
  const timeline = Array.from({ length: 9 }, (_, i) => ({
    start: i * 10,
    end: i * 10 + 10,
    avg_confidence: i < 6 ? 0.88 : 0.71,
    dominant_emotion: 'neutral' as const,
    face_detection_rate: 1,
  }));
  const moments = [moment('smile', 1, 60)];
  const { improvements } = insights(
    summaryOf({ thirds: [0.88, 0.88, 0.71], keys: { timeline, moments } }),
  );
  expect(improvements.map(({ code }) => code)).toEqual(['next_level']);
});

test('what was not seen is not praised as absent', () => {
  const codes = (rate: number) =>
    insights(summaryOf({ keys: { face_detection_rate: rate } })).strengths.map(({ code }) => code);
  expect(codes(1)).toContain('no_tension');
  expect(codes(0.6)).not.toContain('no_tension');
});

test('a low that comes from a tension moment is spoken of once', () => {
  const timeline = Array.from({ length: 9 }, (_, i) => ({
    start: i * 10,
    end: i * 10 + 10,
    avg_confidence: i === 4 ? 0.55 : 0.72,
    dominant_emotion: 'neutral' as const,
    face_detection_rate: 1,
  }));
  const codes = (moments: SessionSummary['moments']) =>
    insights(summaryOf({ keys: { timeline, moments } })).improvements.map(({ code }) => code);
  expect(codes([])).toContain('low_stretch');
  expect(codes([moment('tension', 43, 46)])).not.toContain('low_stretch');
});

test('strengths say when they were seen', () => {
  const summary = summaryOf({ keys: { moments: [moment('smile', 61, 64)] } });
  const smiles = insights(summary).strengths.find(({ code }) => code === 'smiles');
  expect(smiles?.text).toBe('1 clear smile, the first around 1:01–1:04.');
});
