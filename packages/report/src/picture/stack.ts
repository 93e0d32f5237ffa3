import { translate } from '../svg/element.js';
import type { Block } from '../svg/text.js';

/** A block and the space above it. */
export interface Stacked {
  readonly gap: number;
  readonly block: Block;
}

/** Puts blocks under each other. */
export function stack(...items: readonly Stacked[]): Block {
  let y = 0;
  const parts = items.map(({ gap, block }) => {
    y += gap;
    const part = translate(0, y, block.svg);
    y += block.height;
    return part;
  });
  return { svg: parts.join('\n'), height: y };
}
