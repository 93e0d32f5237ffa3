import type { Page } from 'playwright-core';
import { GERMAN } from '../../src/text/de.js';
import { ENGLISH } from '../../src/text/en.js';

/** A tree of words: functions make sentences of numbers and names. */
type Words =
  | string
  | ((...values: never[]) => string)
  | readonly Words[]
  | { [name: string]: Words };

/** Every sentence of a language by its place; those that are made are left out. */
function sentences(words: Words, place = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[place, words]]);
  if (typeof words === 'function') return new Map();
  return new Map(
    Object.entries(words).flatMap(([name, inner]) => [
      ...sentences(inner as Words, `${place}.${name}`),
    ]),
  );
}

/** The English sentences that German says otherwise. */
export function englishAlone(): Set<string> {
  const german = new Set(sentences(GERMAN as unknown as Words).values());
  const english = [...sentences(ENGLISH as unknown as Words).values()];
  return new Set(english.filter((sentence) => !german.has(sentence)));
}

/**
 * Everything on a page that is read or spoken: its texts, and the names and hints in attributes. The
 * choice of the language is left out, for each language has its own name.
 */
export function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'alt', 'data-name'];
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.parentElement?.closest('option[lang], noscript') === null)
        found.push(node.data);
      if (node instanceof Element)
        for (const name of attributes) found.push(node.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
}
