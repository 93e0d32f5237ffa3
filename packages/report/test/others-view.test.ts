import { expect, test } from 'vitest';
import { ENGLISH, GERMAN, othersView, renderTextReport } from '../src/index.js';
import { summaryOf } from './summary.js';

const OTHERS = {
  people: 2,
  most_at_once: 3,
  capped: false,
  seconds_beside: 9,
  seconds_without_person: 11,
};

test('who else was in view is one fact, the same in a page as in the text', () => {
  const summary = summaryOf({ keys: { others_in_view: OTHERS } });
  for (const [words, name] of [
    [ENGLISH, 'Others in view'],
    [GERMAN, 'Andere im Bild'],
  ] as const) {
    const others = othersView(summary, words);
    expect(others?.name).toBe(name);
    expect(others?.value).toMatch(/^2, .*11 s/);
    expect(renderTextReport(summary, { words }).replace(/\s+/g, ' ')).toContain(others?.value);
  }
});

test('nothing is said of others where nobody else was in view, or nobody was counted', () => {
  const nobody = summaryOf({ keys: { others_in_view: { ...OTHERS, people: 0 } } });
  expect(othersView(nobody, ENGLISH)).toBeNull();
  expect(othersView(summaryOf(), ENGLISH)).toBeNull();
});

test('where as many were in view as are followed, there were at least that many', () => {
  const capped = summaryOf({ keys: { others_in_view: { ...OTHERS, capped: true } } });
  expect(othersView(capped, ENGLISH)?.value).toMatch(/^at least 2, /);
  expect(othersView(capped, GERMAN)?.value).toMatch(/^mindestens 2, /);
});
