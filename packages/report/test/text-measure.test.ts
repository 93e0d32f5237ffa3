import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { interFontFiles } from '../src/node/rasterize.js';
import { ADVANCES, MEASURED_CHARACTERS } from '../src/svg/inter-advances.js';
import { textWidth, wrapText } from '../src/svg/text.js';
import { advanceWidth } from './ttf.js';

test('the table of advance widths is that of the font files', () => {
  for (const [i, weight] of ([400, 600, 700] as const).entries()) {
    const font = readFileSync(interFontFiles()[i] ?? '');
    expect([...MEASURED_CHARACTERS].map((character) => advanceWidth(font, character))).toEqual(
      ADVANCES[weight],
    );
  }
});

test('lines stay within the width, and no word is lost', () => {
  const text = 'Your score climbed from 60 % in the beginning to 75 % at the end of it all.';
  const lines = wrapText(text, 400, 38);
  for (const line of lines) expect(textWidth(line, 38)).toBeLessThanOrEqual(400);
  expect(lines.join(' ')).toBe(text);
});

test('a number stays on the line of its unit', () => {
  for (let width = 60; width < 500; width += 7) {
    for (const line of wrapText('rose to 75 % within 12 s or so', width, 38)) {
      expect(line).not.toMatch(/^(%|s\b)/);
    }
  }
});
