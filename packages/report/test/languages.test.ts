import { describe, expect, test } from 'vitest';
import { formatDuration, formatPoints, formatSessionDate } from '../src/format.js';
import { SCENES, type SceneName } from '../src/gallery/scenes.js';
import { summarizeScene } from '../src/gallery/summaries.js';
import { ENGLISH, GERMAN, insights, renderReportSvg, renderTextReport } from '../src/index.js';
import { factsOf, SEGMENT_NAMES } from '../src/insights/facts.js';
import { REPORT_WIDTH } from '../src/picture/report-svg.js';
import { textWidth } from '../src/svg/text.js';
import { TYPE } from '../src/theme.js';
import { moment, summaryOf, unscored } from './summary.js';

const WORDS = { words: GERMAN };

/** Words that are the same in both languages: names, units and signs. */
const SHARED = new Set(['Poise', 'neutral', '-', 'h', 'min', 's', '2 %', 'April', 'August']);

/** Every text of a table of words, by its path; texts that take values are given some. */
function texts(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const facts = factsOf(summaryOf({ thirds: [0.5, null, 0.7] }));
    const values = /headlines/.test(path)
      ? [facts]
      : /reasons/.test(path)
        ? [{ frames: 3, seconds: 4 }]
        : /improvements|strengths/.test(path)
          ? ['1:20–1:34', facts]
          : [2, 3, 4];
    return [[path, String(words(...values))]];
  }
  return Object.entries(words ?? {}).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

test('no English text is left in German, but for names and units', () => {
  const german = new Map(texts(GERMAN));
  const english = texts(ENGLISH);
  expect([...german.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  const same = english.filter(([path, text]) => german.get(path) === text && !SHARED.has(text));
  expect(same).toEqual([]);
});

/** Words that no German sentence holds. */
const ENGLISH_WORDS =
  /\b(the|your?|of|and|with|face|score|session|between|beginning|middle|not|seen|shown|smiles?|moments|this|that|for|is|are|points?|no)\b/i;

const german = (summary: Parameters<typeof renderTextReport>[0]): string[] => {
  const history = [
    summaryOf({ keys: { session_id: '20251120_180000', created_at: '2025-11-20T18:00:00+01:00' } }),
  ];
  const picture = [...renderReportSvg(summary, WORDS).matchAll(/>([^<>\n]+)</g)];
  return [
    ...renderTextReport(summary, { ...WORDS, history }).split('\n'),
    ...picture.map(([, text = '']) => text),
  ];
};

describe.each(Object.keys(SCENES) as SceneName[])('the gallery session %s in German', (name) => {
  const summary = summarizeScene(name);
  // Prompts are the person's own words.
  const questions = summary.questions.map((question) => ({ ...question, prompt: '?' }));
  const lines = german({
    ...summary,
    questions,
    session_id: 'x',
    source: { kind: 'live', name: null },
  });

  test('holds no English word', () => {
    expect(lines.filter((line) => ENGLISH_WORDS.test(line.replace('made up', '')))).toEqual([]);
  });

  test('speaks of what was shown, never of stress or feelings', () => {
    const text = lines.join(' ').replace(GERMAN.statements.limits, '');
    expect(text).not.toMatch(/stress|bewerb|einstellen/i);
    expect(text.replace(/was du gefühlt oder gedacht hast/, '')).not.toMatch(/gefühlt|du fühlst/i);
  });

  test('keeps the report within 80 columns', () => {
    for (const line of renderTextReport(summary, WORDS).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

describe.each<SceneName>([
  'strong-growth',
  'many-moments',
  'missing-middle',
  'four-questions',
  'no-face-at-all',
])('the gallery session %s', (name) => {
  test('looks and reads in German as it did when it was last looked at', async () => {
    const summary = summarizeScene(name);
    const at = (ending: string) => `snapshots/german/${name}.${ending}`;
    await expect(`${renderReportSvg(summary, WORDS)}\n`).toMatchFileSnapshot(at('svg'));
    await expect(renderTextReport(summary, WORDS)).toMatchFileSnapshot(at('txt'));
  });
});

test.each([ENGLISH, GERMAN])(
  'the short texts of the picture fit their places ($language)',
  (words) => {
    const inner = REPORT_WIDTH - 144;
    for (const { title } of Object.values(words.headlines)) {
      expect(textWidth(title, TYPE.headline, 700)).toBeLessThanOrEqual(inner);
    }
    for (const label of Object.values(words.picture.meters)) {
      expect(textWidth(label, TYPE.caption)).toBeLessThanOrEqual((inner - 80) / 3);
    }
    for (const name of SEGMENT_NAMES) {
      expect(textWidth(words.labels.segments[name], TYPE.caption)).toBeLessThan(250);
    }
  },
);

test('numbers, lengths and dates are written as the language does', () => {
  const { formats } = GERMAN;
  expect(formatDuration(9.94, formats)).toBe('9,9 s');
  expect(formatDuration(3900, formats)).toBe('1 h 5 min');
  expect(formatPoints(-0.01, formats)).toBe('−1 Punkt');
  const session = { session_id: '20250308_091500', created_at: '' };
  expect(formatSessionDate(session, true, formats)).toBe('8. März 2025, 09:15 Uhr');
});

test('why there is no score is told in the language, by its code', () => {
  const { headline } = insights(unscored(4), GERMAN);
  expect(headline.sentence).toBe(
    'Dein Gesicht war 4 s zu lesen. Ein Wert braucht mindestens 10 s.',
  );
});

test('a tension moment is an Anspannungsmoment', () => {
  const { action } = insights(
    summaryOf({ keys: { moments: [moment('tension', 12, 15)] } }),
    GERMAN,
  );
  expect(action.title).toBe('Löse einen Anspannungsmoment');
  expect(action.text).toContain('Bei 0:12–0:15');
});
