import { PoiseError } from '@poise/core';
import { InterviewEmotionAnalyzer, summarizeRoom } from '@poise/session';
import { expect, test } from 'vitest';
import { exitCodeOf } from '../src/commands/analyze.js';
import { formatError, toPoiseError } from '../src/output/errors.js';
import { formatOutcomes } from '../src/output/outcomes-text.js';
import { othersLines, peopleLines } from '../src/output/people-text.js';
import { formatTimeLeft, secondsLeft } from '../src/output/progress.js';
import { formatTable } from '../src/output/table.js';
import { printable } from '../src/output/text.js';

test('columns are as wide as their widest cell', () => {
  expect(formatTable(['file', 'score'], [['interview.mp4', '7 %'], ['b']], ['left', 'right'])).toBe(
    ['file           score', '─────────────  ─────', 'interview.mp4    7 %', 'b'].join('\n'),
  );
});

test('the time left reads as on a clock', () => {
  expect([8.4, 65, 3780].map(formatTimeLeft)).toEqual(['0:08', '1:05', '63:00']);
});

test('the time left follows the pace so far, and is not guessed at the very start', () => {
  expect(secondsLeft(25, 100, 10)).toBe(30);
  expect(secondsLeft(1, 100, 10)).toBeNull();
  expect(secondsLeft(0, 0, 10)).toBeNull();
});

test('an error says what happened, what to do, and its code', () => {
  expect(formatError(new PoiseError('INPUT_EMPTY', 'a.mp4'))).toBe(
    'poise: The file is empty: a.mp4.\n  Copy or record it again: it holds 0 bytes.\n  Code: INPUT_EMPTY',
  );
  expect(toPoiseError(new TypeError('x is not a function')).code).toBe('INTERNAL');
});

test('control characters in a file name do not reach the terminal', () => {
  expect(printable('a\u001b[31mb\n.mp4')).not.toMatch(/\p{Cc}/u);
});

test('the exit code of a run is that of the first failure, then of missing evidence', () => {
  const outputs = { json: '', png: '', text: '' };
  const done = (sufficient: boolean) => ({
    status: 'done' as const,
    file: 'x',
    digest: { sufficient, others: null },
    outputs,
    warnings: [],
  });
  const failed = { status: 'failed' as const, file: 'x', error: new PoiseError('INPUT_EMPTY') };
  expect(exitCodeOf([done(true)])).toBe(0);
  expect(exitCodeOf([done(true), done(false)])).toBe(4);
  expect(exitCodeOf([done(false), failed])).toBe(3);
});

test('several recordings are listed without scores, so that nobody is compared', () => {
  const outputs = { json: '', png: '', text: '' };
  const done = { status: 'done' as const, outputs, warnings: [] };
  const text = formatOutcomes(
    [
      { ...done, file: 'anna.mp4', digest: { sufficient: true, others: null } },
      { ...done, file: 'ben.mp4', digest: { sufficient: false, others: null } },
    ],
    'outputs',
  );
  expect(text).toContain('anna.mp4  done\nben.mp4   done, not enough evidence\n');
  expect(text).not.toMatch(/score|level|%/i);
});

test('where no more faces are followed than were seen, the people are "at least" so many', () => {
  const seen = { people: 3, most_at_once: 4, seconds_beside: 9, seconds_without_person: 0 };
  expect(othersLines({ ...seen, capped: true })[0]).toContain(
    'at least 3 other people seen, at least 4 people at once',
  );
  expect(othersLines({ ...seen, capped: false })[0]).toMatch(/^3 other people seen, at most 4 /);
});

test('where all agreed, it is said how many were seen beyond those who are read', () => {
  const room = summarizeRoom(new InterviewEmotionAnalyzer().getSessionSummary(), []);
  const seen = { most_at_once: 2, seconds_beside: 0, seconds_without_person: 9 };
  const told = (people: number, capped = false): string =>
    peopleLines(room, 'out', { ...seen, people, capped }).join();
  expect(told(2)).toContain('2 other people seen and not read: --max-faces says how many are');
  expect(told(2, true)).toContain('at least 2 other people seen and not read');
  expect(told(0)).not.toContain('not read');
});
