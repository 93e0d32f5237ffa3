import { expect, test } from 'vitest';
import { DARK_THEME, LIGHT_THEME, type ReportTheme } from '../src/index.js';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const channel = (i: number): number => {
    const value = Number.parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const themes: [string, ReportTheme][] = [
  ['light', LIGHT_THEME],
  ['dark', DARK_THEME],
];

test.each(themes)(
  'every text of the %s theme has a contrast of 4.5 : 1 on its grounds',
  (_, theme) => {
    for (const text of [theme.ink, theme.muted, theme.accent]) {
      for (const ground of [theme.background, theme.surface]) {
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
    // The number on a bar of moments.
    for (const bar of [theme.smile, theme.tension]) {
      expect(contrast(theme.background, bar)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test.each(themes)('the lines and marks of the %s theme have a contrast of 3 : 1', (_, theme) => {
  for (const line of [...theme.journey, theme.tension, theme.smile, theme.absence]) {
    expect(contrast(line, theme.background)).toBeGreaterThanOrEqual(3);
  }
});
