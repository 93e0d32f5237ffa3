import { OTHER_LOOKS } from './looks.js';
import { measuredParts } from './measured.js';
import type { Sources } from './sources.js';

/** Between these lines of a card stands what the script writes. */
const BEGIN =
  '<!-- measured: made by `npm run docs:models` from bench/results and training/results; change those, not this -->';
const END = '<!-- /measured -->';

/** What {@link BEGIN} is recognised by, whatever it says besides. */
const BEGINNING = /<!-- measured\b.*?-->/;

/** The cards of the models that ship, each once: paths in packages/models, as the manifest has them. */
export function cardsOf({ shipped }: Sources): string[] {
  return [...new Set(shipped.map(({ card }) => card))];
}

/**
 * A card with its figures as they are now; what stands outside its two marks stays.
 *
 * @param card - its path, as the manifest has it.
 * @param text - the card as it is.
 * @throws TypeError when the text has not both marks, each once and in their order.
 */
export function cardWithFigures(card: string, text: string, sources: Sources): string {
  const [before, rest, ...others] = text.split(BEGINNING);
  const [, after, ...more] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || others.length + more.length > 0)
    throw new TypeError(`${card} needs these two lines, for the figures:\n${BEGIN}\n${END}`);
  return `${before}${[BEGIN, ...cardFigures(card, sources), END].join('\n\n')}${after}`;
}

function cardFigures(card: string, sources: Sources): string[] {
  const parts = measuredParts(ofCard(card, sources), { heading: '###', looks: OTHER_LOOKS });
  return parts.length === 0 ? ['Nothing has been measured yet.'] : parts;
}

/** The sources of the models of one card alone. */
function ofCard(card: string, sources: Sources): Sources {
  const shipped = sources.shipped.filter((entry) => entry.card === card);
  const ofThese = ({ name }: { readonly name: string }) =>
    shipped.some((entry) => entry.name === name);
  const timed = sources.bench?.models.filter(ofThese) ?? [];
  return {
    shipped,
    trained: sources.trained.filter(ofThese),
    bench:
      sources.bench === undefined || timed.length === 0
        ? undefined
        : { ...sources.bench, models: timed },
    compared: [],
    copied: [],
    history: undefined,
    ablations: undefined,
  };
}
