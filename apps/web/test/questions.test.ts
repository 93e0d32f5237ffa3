import { InterviewEmotionAnalyzer, LONGEST_PROMPT } from '@poise/session';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_QUESTIONS, parseQuestions } from '../src/questions/parse-questions.js';
import { QUESTION_SETS } from '../src/questions/question-set.js';
import { questionsIn } from '../src/questions/questions-in.js';
import { LANGUAGES } from '../src/settings/settings.js';

describe.each(LANGUAGES)('the questions in "%s"', (language) => {
  test.each(QUESTION_SETS)(
    'hold at least six different ones for "%s", short enough to be read at once',
    (set) => {
      const questions = questionsIn(language)[set];
      expect(questions.length).toBeGreaterThanOrEqual(6);
      expect(new Set(questions).size).toBe(questions.length);
      for (const question of questions) {
        expect(question.length).toBeLessThanOrEqual(140);
        expect(question).toMatch(/[.?]$/);
      }
      expect(parseQuestions(questions.join('\n')).questions).toEqual(questions);
    },
  );
});

test('every language has as many questions in each set', () => {
  for (const set of QUESTION_SETS) {
    const counts = LANGUAGES.map((language) => questionsIn(language)[set].length);
    expect(new Set(counts).size).toBe(1);
  }
});

describe('an own list', () => {
  test('is one question a line, without bullets, numbers and empty lines', () => {
    const text = [
      '\uFEFF1. Why here?',
      '',
      '  - What went\twrong? ',
      '• Who helped you?',
      '12) And now?',
      '   ',
      '* 3. Nested?',
      '–',
      '2 years from now, where are you?',
      '3.5 million users: how?',
      '-20 degrees: what then?',
    ].join('\r\n');
    expect(parseQuestions(text)).toEqual({
      questions: [
        'Why here?',
        'What went wrong?',
        'Who helped you?',
        'And now?',
        'Nested?',
        '2 years from now, where are you?',
        '3.5 million users: how?',
        '-20 degrees: what then?',
      ],
      shortened: 0,
      leftOut: 0,
    });
  });

  test('is cut to fifty questions of 500 characters, and says so', () => {
    const text = Array.from({ length: 60 }, (_, i) => (i < 2 ? 'x'.repeat(501) : `q${i}`)).join(
      '\n',
    );
    const { questions, shortened, leftOut } = parseQuestions(text);
    expect(questions).toHaveLength(MOST_QUESTIONS);
    expect(questions[0]).toHaveLength(LONGEST_PROMPT);
    expect({ shortened, leftOut }).toEqual({ shortened: 2, leftOut: 10 });
  });

  test('never cuts a character in two', () => {
    const { questions } = parseQuestions(`${'x'.repeat(499)}😀 and more`);
    expect(questions).toEqual(['x'.repeat(499)]);
  });

  test('of any text gives questions that the analyzer takes, and gives them again from themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const { questions } = parseQuestions(text);
        expect(parseQuestions(questions.join('\n')).questions).toEqual(questions);
        const analyzer = new InterviewEmotionAnalyzer();
        analyzer.setQuestions(questions.map((prompt, i) => ({ prompt, start: i, end: i + 1 })));
      }),
    );
  });
});
