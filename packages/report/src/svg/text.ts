import { escapeXml, svgNumber } from './element.js';
import { ADVANCES, type FontWeight, MEASURED_CHARACTERS, UNITS_PER_EM } from './inter-advances.js';

/** How a piece of text looks. */
export interface TextStyle {
  /** Font size in pixels. */
  readonly size: number;
  /** Weight of Inter; 400 when not given. */
  readonly weight?: FontWeight;
  /** Colour. */
  readonly fill: string;
  /** Which point of the text `x` is; `start` when not given. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Whether a paragraph's lines are made about equally long. */
  readonly balanced?: boolean;
}

/** Width of a character that the table does not know, in em: that of a wide letter, to be safe. */
const UNKNOWN_ADVANCE_EM = 0.75;

/** Lines stand this far apart, in em: open enough to be read on a phone at arm's length. */
export const LINE_HEIGHT = 1.38;

/** The width of a text in pixels, without kerning (which makes it a little narrower). */
export function textWidth(text: string, size: number, weight: FontWeight = 400): number {
  let units = 0;
  for (const character of text) {
    const index = MEASURED_CHARACTERS.indexOf(character);
    units += ADVANCES[weight][index] ?? UNKNOWN_ADVANCE_EM * UNITS_PER_EM;
  }
  return (units / UNITS_PER_EM) * size;
}

/**
 * Breaks a text into lines that are not wider than `maxWidth`. A number stays beside its unit
 * ("72 %", "12 s"). One word that is too wide stands alone on its line.
 */
export function wrapText(
  text: string,
  maxWidth: number,
  size: number,
  weight: FontWeight = 400,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?!%|s(?![\p{L}\p{N}]))/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/**
 * The same lines made about equally long, so that no single word is left for the last one: the
 * narrowest width that needs no more lines.
 */
export function wrapBalanced(
  text: string,
  maxWidth: number,
  size: number,
  weight: FontWeight = 400,
): string[] {
  const widest = wrapText(text, maxWidth, size, weight);
  let lines = widest;
  for (let width = maxWidth; width > maxWidth / 2; width -= size / 2) {
    const narrower = wrapText(text, width, size, weight);
    if (narrower.length > widest.length) break;
    lines = narrower;
  }
  return lines;
}

/** One line of text with its baseline at `y`. */
export function textLine(content: string, x: number, y: number, style: TextStyle): string {
  const anchor = style.anchor ?? 'start';
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const weight = style.weight ?? 400;
  const place = `x="${svgNumber(x)}" y="${svgNumber(y)}"`;
  const font = `font-size="${svgNumber(style.size)}" font-weight="${weight}"`;
  return `<text ${place} ${font} fill="${style.fill}"${anchored}>${escapeXml(content)}</text>`;
}

/** A piece of the picture whose top left is the origin, and how tall it is. */
export interface Block {
  /** SVG elements. */
  readonly svg: string;
  /** Height in pixels. */
  readonly height: number;
}

/** Large lines need less air between them, in em. */
const LARGE_LINE_HEIGHT = 1.15;
const LARGE_SIZE = 70;

/** A paragraph, wrapped to a width. */
export function textBlock(text: string, maxWidth: number, style: TextStyle): Block {
  const wrap = style.balanced === true ? wrapBalanced : wrapText;
  const lines = wrap(text, maxWidth, style.size, style.weight);
  const step = style.size * (style.size >= LARGE_SIZE ? LARGE_LINE_HEIGHT : LINE_HEIGHT);
  const svg = lines.map((line, i) => textLine(line, 0, style.size + i * step, style)).join('\n');
  return { svg, height: lines.length * step };
}
