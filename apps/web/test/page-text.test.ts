import { readFileSync } from 'node:fs';
import {
  DARK_THEME,
  ENGLISH as ENGLISH_REPORT,
  GERMAN as GERMAN_REPORT,
  LIGHT_THEME,
} from '@poise/report';
import { describe, expect, it } from 'vitest';
import { GERMAN } from '../src/text/de.js';
import { ENGLISH } from '../src/text/en.js';

/** Every text of a table, with its path; functions are called with sample values. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(3, 4, 5))]];
  return Object.entries(value as object).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

describe.each([
  ['English', ENGLISH, ENGLISH_REPORT],
  ['German', GERMAN, GERMAN_REPORT],
] as const)('the words of the page in %s', (_name, page, report) => {
  it('are all there', () => {
    for (const [path, text] of texts(page, 'page')) expect(text.trim(), path).not.toBe('');
  });

  it('speak of tension moments and of what is shown, never of stress', () => {
    for (const [path, text] of texts(page, 'page')) expect(text, path).not.toMatch(/stress/i);
  });

  it('call levels and expressions as the report does', () => {
    expect(page.levels).toEqual(report.labels.levels);
    expect(page.expressions).toEqual(report.labels.expressions);
  });
});

describe('the colours of the page', () => {
  it('are those of the report, light and dark', () => {
    const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
    for (const name of [
      'background',
      'surface',
      'ink',
      'muted',
      'line',
      'accent',
      'tension',
    ] as const)
      expect(css).toContain(`--${name}: light-dark(${LIGHT_THEME[name]}, ${DARK_THEME[name]});`);
  });
});
