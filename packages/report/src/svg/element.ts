/** Attribute values of an SVG element; `undefined` leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text made safe to stand in SVG, in content and in attributes; control characters are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A number with at most two decimals: a hundredth of a pixel is less than anyone can see. */
export function svgNumber(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/**
 * One SVG element as text. Attribute values are escaped; children must be SVG already.
 *
 * @param name - the element's name.
 * @param attributes - its attributes, in the order in which they are written.
 * @param children - its content, one line each.
 */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const text = typeof value === 'number' ? svgNumber(value) : String(value);
      return ` ${key}="${escapeXml(text)}"`;
    })
    .join('');
  const content = children.filter((child) => child !== '');
  if (content.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>\n${content.join('\n')}\n</${name}>`;
}

/** Moves an SVG fragment. */
export function translate(x: number, y: number, ...children: string[]): string {
  return element('g', { transform: `translate(${svgNumber(x)} ${svgNumber(y)})` }, ...children);
}
