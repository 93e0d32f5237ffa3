import { PoiseError } from '@poise/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, parseRoute } from '../src/app/router.js';
import { trendPoints } from '../src/pages/history/trend-points.js';
import { timeLeft } from '../src/pages/import/time-left.js';
import { announcement } from '../src/pages/practice/announcement.js';
import { LINE_VALUES, linePath } from '../src/pages/practice/line-path.js';
import { actionOfKey, keysAt } from '../src/pages/practice/practice-keys.js';
import { questionAt } from '../src/pages/review/question-at.js';
import { countsFor, FIRST_CHOICES, planOf, withSet } from '../src/pages/setup/choices.js';
import type { PracticeSnapshot } from '../src/practice/snapshot.js';
import { MOST_QUESTIONS } from '../src/questions/parse-questions.js';
import type { SessionHead } from '../src/storage/records.js';
import { ENGLISH } from '../src/text/en.js';
import { errorSentence } from '../src/text/error-sentence.js';
import { clock } from '../src/text/format.js';

describe('the addresses of the page', () => {
  it('lead back to the page that they name', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
    fc.assert(
      fc.property(id, (name) => {
        const route = { page: 'review', id: name } as const;
        expect(parseRoute(hrefOf(route))).toEqual(route);
      }),
    );
    for (const page of ['welcome', 'setup', 'practice', 'history', 'import', 'about'] as const)
      expect(parseRoute(hrefOf({ page }))).toEqual({ page });
  });

  it('lead to the first page when there is none, and nowhere when they are misspelt', () => {
    expect(parseRoute('')).toEqual({ page: 'welcome' });
    for (const hash of ['#/nowhere', '#/review', '#/review/', '#/setup/1', '#/review/a/b'])
      expect(parseRoute(hash)).toEqual({ page: 'unknown' });
  });
});

describe('the choices of the setup', () => {
  const questions = ['a', 'b', 'c', 'd', 'e'];

  it('draw as many different questions of a set as are asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.infiniteStream(unit()), (count, stream) => {
        const random = () => stream.next().value as number;
        const plan = planOf({ ...FIRST_CHOICES, count }, questions, random);
        expect(new Set(plan.questions).size).toBe(count);
        expect(questions).toEqual(expect.arrayContaining([...plan.questions]));
      }),
    );
  });

  it('keep the order of the person’s own list, and ask all of it', () => {
    const own = withSet(FIRST_CHOICES, 'own');
    expect(own.count).toBe(MOST_QUESTIONS);
    expect(planOf(own, questions, () => 0.5).questions).toEqual(questions);
    expect(withSet(own, 'technical').count).toBe(FIRST_CHOICES.count);
  });

  it('offer no more questions than there are', () => {
    expect(countsFor(8)).toEqual([1, 2, 3, 5, 8]);
    expect(countsFor(4)).toEqual([1, 2, 3, 4]);
    expect(countsFor(1)).toEqual([1]);
    expect(countsFor(0)).toEqual([]);
  });
});

describe('the line of the last minute', () => {
  it('ends at the right edge and breaks where no face was seen', () => {
    const path = linePath([0.7, 0.8, null, 0.65]);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).toMatch(/M100\.00 50\.00$/);
  });

  it('stays within its square', () => {
    const scores = fc.array(fc.option(unit()), { minLength: 1, maxLength: LINE_VALUES });
    fc.assert(
      fc.property(scores, (line) => {
        for (const [, x, y] of linePath(line).matchAll(/[ML](\S+) ([\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(100);
          expect(Number(y)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('the keys of the practice', () => {
  it('leave single letters alone when they are switched off', () => {
    expect(
      ['n', 'S', 'd', ' ', 'ArrowRight', 'Escape'].map((key) => actionOfKey(key, true)),
    ).toEqual(['next', 'stop', 'details', 'pauseOrResume', 'next', 'stop']);
    expect(['n', 'S', 'd', 'x'].map((key) => actionOfKey(key, false))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(actionOfKey('Escape', false)).toBe('stop');
  });
});

describe('the legend of the keys', () => {
  it('says where the arrow leads: to the first question, and to the next once one is up', () => {
    const { keys } = ENGLISH.practice;
    expect(keysAt(false, keys).next.meaning).toBe('on to the first question');
    expect(keysAt(true, keys).next.meaning).toBe('next question');
    expect(keysAt(false, keys).next.key).toBe(keysAt(true, keys).next.key);
  });
});

describe('what a screen reader is told', () => {
  const asking: PracticeSnapshot = {
    phase: 'asking',
    pauseReason: null,
    seconds: 3,
    question: { index: 1, count: 3, prompt: 'Why here?', secondsLeft: 40 },
    countdown: null,
    look: null,
    obstacle: null,
    live: null,
    face: 'found',
    line: [],
    framesPerSecond: 30,
    latency: 40,
    problem: null,
  };

  it('does not change while a question is up, whatever the numbers do', () => {
    const later: PracticeSnapshot = { ...asking, seconds: 9, face: 'missing', line: [0.5] };
    expect(announcement(later, ENGLISH.practice)).toBe(announcement(asking, ENGLISH.practice));
    expect(announcement(asking, ENGLISH.practice)).toBe('Question 2 of 3: Why here?');
  });
});

describe('the trend', () => {
  it('shows the sessions with a score, oldest first', () => {
    const head = (id: string, score: number | null): SessionHead => ({
      id,
      startedAt: Number(id),
      source: { kind: 'live', name: null },
      model: { expression: 'e', faceDetector: 'f' },
      baseline: null,
      questions: [],
      breaks: [],
      seconds: 60,
      hasRecording: false,
      digest: { score, level: null, interval: null, duration: 60, sufficient: score !== null },
    });
    const points = trendPoints([head('3', 0.8), head('2', null), head('1', 0.6)]);
    expect(points.map(({ id, lower }) => [id, lower])).toEqual([
      ['1', 0.6],
      ['3', 0.8],
    ]);
  });
});

describe('small things', () => {
  it('estimate the rest of an import by its pace, and not before there is one', () => {
    expect(timeLeft(10, 25, 100)).toBe(30);
    expect(timeLeft(10, 1, 100)).toBeNull();
    expect(timeLeft(10, 5, 0)).toBeNull();
  });

  it('write seconds as on a clock', () => {
    expect([0, 9.9, 65, 3600].map(clock)).toEqual(['0:00', '0:09', '1:05', '60:00']);
  });

  it('find the question that was up at a time', () => {
    const asked = (prompt: string, start: number, end: number) => ({
      ...{ prompt, start, end },
      avg_confidence: null,
      confidence_interval: null,
      face_detection_rate: 1,
      dominant_emotion: null,
      frames: 10,
    });
    const questions = [asked('first', 0, 10), asked('second', 10, 20)];
    expect(questionAt(questions, 10)?.prompt).toBe('second');
    expect(questionAt(questions, 20)).toBeNull();
  });

  it('say an error in a sentence, and an unknown one too', () => {
    const { errors } = ENGLISH;
    expect(errorSentence(errors, new PoiseError('CAMERA_BUSY'))).toBe(errors.CAMERA_BUSY);
    expect(errorSentence(errors, new PoiseError('DATASET_INVALID'))).toBe(errors.INTERNAL);
    expect(errorSentence(errors, new Error('?'))).toBe(errors.INTERNAL);
  });

  it('name the file of the page that is to blame', () => {
    const { errors } = ENGLISH;
    const missing = new PoiseError('ASSET_UNREACHABLE', 'http://127.0.0.1/a/b.onnx (HTTP 503)');
    expect(errorSentence(errors, missing)).toBe(`${errors.ASSET_UNREACHABLE} (b.onnx)`);
    const unnamed = new PoiseError('ASSET_UNREACHABLE', 'the script of a worker');
    expect(errorSentence(errors, unnamed)).toBe(errors.ASSET_UNREACHABLE);
  });
});

function unit(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
}
