import { EMOTIONS, type EmotionScores } from '@poise/core';
import { InterviewEmotionAnalyzer, type SessionSummary } from '@poise/session';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SceneName } from '../src/gallery/scenes.js';
import { summarizeScene } from '../src/gallery/summaries.js';
import { ENGLISH, GERMAN, renderReportSvg, renderTextReport } from '../src/index.js';
import { wrapColumns } from '../src/text-report/layout.js';
import { readableTimeline } from '../src/text-report/timeline.js';
import { moment, summaryOf, unscored } from './summary.js';

const SECTIONS = [
  '1. SESSION INFORMATION',
  '2. EXECUTIVE SUMMARY',
  '3. CONFIDENCE ANALYSIS',
  '4. SEGMENTS',
  '5. TIMELINE',
  '6. PRESENCE',
  '7. AREAS FOR IMPROVEMENT, BY PRIORITY',
  '8. STRENGTHS',
  '9. BENCHMARK COMPARISON',
  '10. FINAL SCORE CARD',
  '11. LIMITS',
];

test('the report has its eleven sections in order, with a score and without one', () => {
  for (const summary of [summaryOf(), unscored()]) {
    const lines = renderTextReport(summary).split('\n');
    expect(lines.filter((line) => /^\d+\. [A-Z, ]+$/.test(line))).toEqual(SECTIONS);
  }
});

test('who else was in view is told, and for how long without the person', () => {
  const others = (people: number, alone: number, capped = false) =>
    renderTextReport(
      summaryOf({
        keys: {
          others_in_view: {
            ...{ people, most_at_once: people + 1, capped },
            ...{ seconds_beside: 9, seconds_without_person: alone },
          },
        },
      }),
    ).replace(/\s+/g, ' ');
  expect(others(2, 11)).toContain(
    'Others in view 2, not part of this report; for 11 s while your face was not in view',
  );
  expect(others(1, 0)).toContain('Others in view 1, not part of this report');
  expect(others(3, 0, true)).toContain('Others in view at least 3, not part of this report');
  expect(others(1, 0)).not.toContain('counts as no face');
  expect(others(0, 0)).not.toContain('Others in view');
  expect(renderTextReport(summaryOf())).not.toContain('Others in view');
});

test('no line is longer than 80 characters, whatever the file is called', () => {
  const name = fc.string({ minLength: 1, maxLength: 250 }).filter((x) => !/[/\\]/.test(x));
  fc.assert(
    fc.property(name, (file) => {
      const keys = { source: { kind: 'recording' as const, name: file } };
      for (const line of renderTextReport(summaryOf({ keys })).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(80);
      }
    }),
    { numRuns: 60 },
  );
});

test('wrapping keeps every character but the spaces at which it breaks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(wrapColumns(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('without enough evidence neither report holds a percentage', () => {
  const summary = unscored();
  const past = summaryOf({
    keys: { session_id: 'before', created_at: '2025-11-20T18:00:00+01:00' },
  });
  expect(renderTextReport(summary, { history: [past] })).not.toContain('%');
  expect(renderReportSvg(summary)).not.toMatch(/>[^<]*%[^<]*</);
});

test('an average that is there in spite of too little evidence is not shown', () => {
  const summary = { ...summaryOf(), evidence: unscored().evidence };
  expect(renderTextReport(summary)).not.toContain('%');
  expect(renderReportSvg(summary)).not.toMatch(/>[^<]*%[^<]*</);
});

test('people are never told of stress or hireability', () => {
  const moments = [moment('tension', 12, 15), moment('smile', 30, 33)];
  for (const summary of [summaryOf({ keys: { moments } }), unscored()]) {
    const text = `${renderTextReport(summary)}${renderReportSvg(summary)}`;
    expect(text).not.toMatch(/stress|hire|hiring|candidate/i);
    expect(text).toContain('self-practice');
  }
});

test('a short session is told what there was to see, as a stretch and not as a place', () => {
  const told = (name: SceneName) => renderTextReport(summarizeScene(name)).replace(/\s+/g, ' ');
  expect(told('twelve-second-session')).toContain('There is only 0:00–0:12 to go by.');
  expect(told('two-second-session')).toContain('Too little was seen in 0:00–0:02 for a score.');
});

describe('the comparison with the past', () => {
  const past = (id: number, average: number) =>
    summaryOf({
      thirds: [average, average, average],
      keys: {
        session_id: `202511${10 + id}_180000`,
        created_at: `2025-11-${10 + id}T18:00:00+01:00`,
      },
    });

  test('says a clear change when it is larger than the uncertainty', () => {
    const text = renderTextReport(summaryOf(), { history: [past(2, 0.6), past(1, 0.6)] });
    expect(text).toContain('Your 2 past sessions had an average of 60 %.');
    expect(text).toMatch(/12 points higher, a\sclear change/);
    expect(text.indexOf('11 November')).toBeLessThan(text.indexOf('12 November'));
  });

  test('does not call a small difference a change', () => {
    const text = renderTextReport(summaryOf(), { history: [past(1, 0.7)] });
    expect(text).toContain('too little to be called a change');
  });

  test('says why sessions that were given are not used when none of them is earlier', () => {
    const later = (day: number) =>
      summaryOf({
        keys: { session_id: `2025120${day}_080000`, created_at: `2025-12-0${day}T08:00:00+01:00` },
      });
    const told = (
      history: ReturnType<typeof later>[],
      words: typeof ENGLISH | typeof GERMAN = ENGLISH,
    ) => renderTextReport(summaryOf(), { history, words }).replace(/\s+/g, ' ');
    expect(told([later(1), later(2)])).toContain(
      'None of the 2 sessions that were given began before this one',
    );
    expect(told([later(1)])).toContain('The session that was given did not begin before this one');
    expect(told([later(1)])).not.toContain('Give your own past sessions');
    expect(told([later(1)], GERMAN)).toContain('begann nicht vor dieser');
    expect(told([])).toContain('Give your own past sessions');
  });

  test('leaves out the session itself, later ones, and those without a score', () => {
    const later = summaryOf({
      keys: { session_id: '20251201_080000', created_at: '2025-12-01T08:00:00+01:00' },
    });
    const without = {
      ...unscored(),
      session_id: '20251101_080000',
      created_at: '2025-11-01T08:00:00+01:00',
    };
    const text = renderTextReport(summaryOf(), { history: [summaryOf(), later, without] });
    expect(text).not.toContain('1 December 2025');
    expect(text).toContain('None of your past sessions had enough evidence');
  });
});

test('a long timeline is joined into at most 40 rows that keep its mean', () => {
  const timeline = Array.from({ length: 360 }, (_, i) => ({
    start: i * 10,
    end: i * 10 + 10,
    avg_confidence: i % 2 === 0 ? 0.6 : 0.8,
    dominant_emotion: 'neutral' as const,
    face_detection_rate: 1,
  }));
  const { rows, joined } = readableTimeline(summaryOf({ keys: { timeline } }));
  expect(joined).toBe(12);
  expect(rows).toHaveLength(30);
  for (const row of rows) expect(row.avg_confidence).toBeCloseTo(0.7, 6);
});

test('the length of a row is said as it is, however long the session', () => {
  const timelineText = (count: number, seconds: number, last: number) => {
    const timeline = Array.from({ length: count }, (_, i) => ({
      start: i * seconds,
      end: i === count - 1 ? i * seconds + last : (i + 1) * seconds,
      avg_confidence: 0.7,
      dominant_emotion: 'neutral' as const,
      face_detection_rate: 1,
    }));
    const text = renderTextReport(summaryOf({ keys: { timeline } })).replace(/\s+/g, ' ');
    return text.slice(text.indexOf('5. TIMELINE'), text.indexOf('6. AREAS'));
  };
  expect(timelineText(9, 10, 13)).toContain('Each row is 10 s; only the last');
  expect(timelineText(9, 10, 13)).toContain('1:20 to 1:33');
  expect(timelineText(1, 10, 14)).toContain('The one row is the whole session.');
  expect(timelineText(360, 10, 10)).toContain('each row is 2 min; only the last');
  // Beyond six hours the intervals themselves are longer.
  expect(timelineText(1260, 20, 20)).toContain('each row is 20 min; only the last');
});

test('seconds that fall just short are not said to be enough', () => {
  const summary = { ...unscored(10), session_duration: 9.98 };
  const evidence = { ...summary.evidence, face_seconds: 9.97 };
  expect(renderTextReport({ ...summary, evidence })).toContain(
    'Your face could be read for 9.9 s.',
  );
});

test('every field that may be null has words of its own', () => {
  const summary = summaryOf({
    thirds: [0.7, null, 0.7],
    halfWidth: null,
    keys: {
      confidence_level: null,
      confidence_statistics: null,
      engagement_score: null,
      expressiveness: null,
      face_stability: null,
      source: { kind: 'live', name: null },
      model: { expression: null, face_detector: null },
    },
  });
  for (const text of [renderTextReport(summary), renderReportSvg(summary)]) {
    expect(text).not.toMatch(/null|undefined|NaN|Infinity/);
    expect(text).toContain('not measured');
  }
});

test('a face in one frame alone is not called no face', () => {
  const summary = { ...unscored(), frames_analyzed: 1, session_duration: 0 };
  const text = renderTextReport({ ...summary, evidence: { ...summary.evidence, face_seconds: 0 } });
  expect(text).toContain('Your face could be read for less than a second.');
});

describe('a part of which a recording has no pictures', () => {
  const shown = Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, emotion === 'neutral' ? 1 : 0]),
  ) as EmotionScores;
  const summarize = (kind: 'recording' | 'live', seconds: number, gap: [number, number]) => {
    const analyzer = new InterviewEmotionAnalyzer({ source: { kind } });
    for (let i = 0; i <= seconds * 10; i += 1)
      if (i / 10 <= gap[0] || i / 10 >= gap[1]) analyzer.addEmotionData(shown, undefined, i / 10);
    analyzer.setQuestions([
      { prompt: 'Before', start: 0, end: gap[0] },
      { prompt: 'Then', start: gap[0] + 1, end: gap[1] - 1 },
    ]);
    return analyzer.getSessionSummary();
  };
  const textOf = (summary: SessionSummary) => renderTextReport(summary).replace(/\s+/g, ' ');

  test('is told as such, in its rows, its third and its question, and nobody was away in it', () => {
    const text = textOf(summarize('recording', 90, [29, 61]));
    expect(text).toContain('0:30 to 0:40 no pictures - - ');
    expect(text).toContain('Middle 0:30–1:00 no pictures - - - ');
    expect(text).toContain('Without pictures 0:29–1:01');
    expect(text).toContain('0:30–1:00: no score, because the recording has no pictures then');
    expect(text).toContain('Too little could be seen in the middle, so not all parts');
    expect(text).not.toMatch(/Out of view|face was missing|no face|not in view|Always in view/);
  });

  test('is an absence in a live session', () => {
    const text = textOf(summarize('live', 90, [29, 61]));
    expect(text).toContain('0:30 to 0:40 no face - 0 %');
    expect(text).toContain('Out of view 0:29–1:01');
    expect(text).toContain('Your face was missing in the middle, so not all parts');
    expect(text).not.toMatch(/no pictures|Without pictures|Always in view/);
  });

  test('does not lower the share in view of a row that joins it with others', () => {
    const { rows } = readableTimeline(summarize('recording', 600, [65, 95]));
    expect(rows.length).toBeLessThan(40);
    for (const row of rows) expect(row.face_detection_rate).toBe(1);
  });
});
